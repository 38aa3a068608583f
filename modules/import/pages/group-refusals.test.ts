import { describe, expect, it } from 'vitest';
import type { StoredRefusal } from '../queries/runs.ts';
import { groupRefusals } from './group-refusals.ts';

function refused(row: number, more: Partial<StoredRefusal> = {}): StoredRefusal {
  const says = 'Eleven är inte inläst. Läs in eleven med filen elever först.';
  return { file: 'narvaro.csv', row, column: 'Person-ID', code: 'unknown-student', says, cells: [], ...more };
}

const spansOf = (rows: readonly StoredRefusal[]) =>
  groupRefusals(rows, []).map(({ spans, count }) => [
    count,
    ...spans.map(({ first, last }) => [first, last]),
  ]);

describe('refused rows on the page', () => {
  it('stand together when they follow each other', () => {
    expect(spansOf([refused(2), refused(3), refused(5)])).toEqual([
      [2, [2, 3]],
      [1, [5, 5]],
    ]);
  });

  it('stand one by one while they are few, and on one line when the same is said in more than three places', () => {
    const rows = [refused(2), refused(4), refused(6)];
    expect(spansOf(rows)).toHaveLength(3);
    expect(spansOf([...rows, refused(8), refused(9)])).toEqual([[5, [2, 2], [4, 4], [6, 6], [8, 9]]]);
  });

  it('are never on the same line when the reason, the column or the file is another', () => {
    const rows = [2, 4, 6].flatMap((row) => [
      refused(row),
      refused(row, { file: 'narvaro-2.csv' }),
      refused(row, { column: 'Datum' }),
      refused(row, { says: 'Dagen finns inte. Rätta den.' }),
    ]);
    expect(spansOf(rows)).toHaveLength(12);
  });

  it('stand one by one when what stood there can be shown, however many they are', () => {
    const file = {
      file: 'narvaro.csv',
      kind: 'narvaro' as const,
      rows: 4,
      says: null,
      columns: [{ heading: 'Datum', becomes: 'Lektionens dag', example: '', field: 'date' }],
      headings: ['Datum'],
    };
    const rows = [2, 4, 6, 8].map((row) => refused(row, { column: 'Datum', cells: [`2026-13-0${row}`] }));
    expect(groupRefusals(rows, [file]).map(({ value }) => value)).toEqual([
      '2026-13-02',
      '2026-13-04',
      '2026-13-06',
      '2026-13-08',
    ]);
  });
});
