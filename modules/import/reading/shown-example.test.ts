import { describe, expect, it } from 'vitest';
import { differentValues, shownExample } from './shown-example.ts';

describe('what is shown of a column before it is known what it is', () => {
  it.each([
    '2026-11-16',
    '16/11/2026',
    '08:10',
    '60',
    '1,5',
    '12 %',
    'NA25A',
    'VT2026',
    'Ja',
    'Ogiltig frånvaro',
    'C',
    'ADMADM00S',
  ])('%s is shown: it names nobody', (cell) => {
    expect(shownExample(cell)).toEqual({ shown: cell });
  });

  it.each(['Alice', 'Åberg', 'Alice Åberg', 'Sjuk i magsäck', 'N0', 'Storgatan 1'])(
    '%s is not shown: it may be about somebody',
    (cell) => {
      expect(shownExample(cell)).toEqual({ hidden: 'text' });
    },
  );

  it('tells of a long number how long it is', () => {
    expect(shownExample('20090301-2384')).toEqual({ hidden: 'number', digits: 12 });
    expect(shownExample('9999')).toEqual({ shown: '9999' });
    expect(shownExample('99999')).toEqual({ hidden: 'number', digits: 5 });
  });

  it('tells of an address that it is one', () => {
    expect(shownExample('alice@example.se')).toEqual({ hidden: 'address' });
  });

  it('shows the code of a unit that is known', () => {
    expect(shownExample('99000101')).toEqual({ hidden: 'number', digits: 8 });
    expect(shownExample('99000101', new Set(['99000101']))).toEqual({ shown: '99000101' });
  });
});

describe('the examples of a column', () => {
  it('are at most three different ones in their own order, so that no row can be put together', () => {
    const rows = [['9'], ['10'], ['9'], [''], ['2'], ['1']];
    expect(differentValues(rows, 0)).toEqual(['2', '9', '10']);
    expect(differentValues(rows, 1)).toEqual([]);
  });
});
