import { describe, expect, it } from 'vitest';
import { checkMapping, type MappingDraft, type MappingLimits, mostColumns } from './check-mapping.ts';

const draft = (more: Partial<MappingDraft> = {}): MappingDraft => ({
  kind: 'elever',
  headings: ['Beteckning', 'Namn 1', 'Namn 2', 'Skola', 'Tel'],
  fields: ['source', 'givenName', 'familyName', 'unit', null],
  dayOrder: 'year-first',
  inHours: false,
  wholeFile: {},
  source: '',
  holdsFor: '',
  ...more,
});

const limits: MappingLimits = {
  mayPlaceIn: (code) => code === '99000101',
  holdsFor: new Set(['', '7']),
  unitIsGiven: false,
  withoutFile: false,
};

const totals = (more: Partial<MappingDraft> = {}): MappingDraft =>
  draft({
    kind: 'narvaro_summa',
    headings: ['Nr', 'Tid', 'G', 'O'],
    fields: ['civic', 'offered', 'valid', 'invalid'],
    ...more,
  });

const says = (given: MappingDraft, within: Partial<MappingLimits> = {}) =>
  checkMapping(given, { ...limits, ...within });

describe('what somebody has said of columns', () => {
  it('holds when everything that is needed is said once', () => {
    expect(says(draft())).toEqual([]);
  });

  it('does not hold with two columns that are the same thing: both are named, and the second is to be changed', () => {
    const twice = draft({ fields: ['source', 'givenName', 'familyName', 'unit', 'givenName'] });
    expect(says(twice)).toEqual([
      { field: 'kolumn-5', says: 'Både ”Namn 1” och ”Tel” är valda som Förnamn. Välj en av dem.' },
    ]);
  });

  it('names a column without a heading by its place', () => {
    const twice = draft({
      headings: ['A', '', 'B', 'C', 'D'],
      fields: ['source', 'givenName', 'familyName', 'unit', 'givenName'],
    });
    expect(says(twice)[0]?.says).toContain('Både ”kolumn 2 utan rubrik” och ”D”');
  });

  it('does not hold when something is missing, and everything that is missing is told at once', () => {
    const empty = draft({ fields: [null, null, null, null, null] });
    expect(says(empty).map((fault) => fault.says)).toEqual([
      'Ingen kolumn är vald som Personnummer eller Person-ID.',
      'Ingen kolumn är vald som Förnamn.',
      'Ingen kolumn är vald som Efternamn.',
      'Filen säger inte vilken skolenhet raderna gäller. Välj en kolumn eller en skolenhet för hela filen.',
    ]);
  });

  it('does not hold when a column about protected identities is left out', () => {
    const headings = ['Beteckning', 'Namn 1', 'Namn 2', 'Skola', 'SKYDDAD IDENTITET'];
    expect(says(draft({ headings }))[0]).toMatchObject({ field: 'kolumn-5' });
    const read = draft({ headings, fields: ['source', 'givenName', 'familyName', 'unit', 'protection'] });
    expect(says(read)).toEqual([]);
  });

  it('does not hold about a row of students in place of headings', () => {
    for (const cell of ['200903012384', '20090301-2384', '2026-11-16', '16/11/2026', 'a@b.se'])
      expect([cell, says(draft({ headings: ['a', 'b', 'c', 'd', cell] }))[0]?.field]).toEqual([cell, 'rad']);
    expect(says(draft({ headings: ['', '', '', '', ' '] }))[0]?.says).toContain('Raden är tom.');
  });

  it('does not hold for more columns than a page can show', () => {
    const wide = (columns: number) =>
      says(draft({ headings: Array.from({ length: columns }, (_, at) => `k${at}`) }));
    expect(wide(mostColumns)).toEqual([]);
    expect(wide(mostColumns + 1)[0]?.says).toContain('fler än 150 kolumner');
  });
});

describe('a unit for the whole file', () => {
  const without = (unit?: string) =>
    draft({ fields: ['source', 'givenName', 'familyName', null, null], wholeFile: unit ? { unit } : {} });

  it('may be said in place of a column, if it is one of the own', () => {
    expect(says(without('99000101'))).toEqual([]);
    expect(says(without('99000102'))).toEqual([{ field: 'unit', says: 'Välj en av dina egna skolenheter.' }]);
  });

  it('need not be said by who has one unit only', () => {
    expect(says(without(), { unitIsGiven: true })).toEqual([]);
    expect(says(without())).toHaveLength(1);
  });

  it('cannot be remembered for the unit of somebody else', () => {
    expect(says(draft({ holdsFor: '7' }))).toEqual([]);
    expect(says(draft({ holdsFor: '8' }))).toHaveLength(1);
  });
});

describe('a period for the whole file', () => {
  it('has to be said when no column says it', () => {
    expect(says(totals()).map((fault) => fault.field)).toEqual(['starts', 'ends']);
    expect(says(totals({ wholeFile: { starts: '2026-11-01', ends: '2026-11-01' } }))).toEqual([]);
  });

  it('has to be of days that exist, the first before the last', () => {
    expect(says(totals({ wholeFile: { starts: '2026-11-31', ends: '2026-12-01' } }))[0]?.field).toBe(
      'starts',
    );
    expect(says(totals({ wholeFile: { starts: '2026-11-02', ends: '2026-11-01' } }))[0]?.says).toBe(
      'Sista dagen är före den första.',
    );
  });

  it('is said for each file, not when only the mapping is changed', () => {
    expect(says(totals(), { withoutFile: true })).toEqual([]);
  });
});
