import { describe, expect, it } from 'vitest';
import { findKnownHeadings, type KnownOfFile, mappedRow, type RememberedMapping } from './column-mapping.ts';
import { kindSpecs } from './file-kinds.ts';

const headings = ['Beteckning', 'Födelsenr', 'Namn 1', 'Namn 2', 'Skola', 'Tel'];

const mapping = (more: Partial<RememberedMapping> = {}): RememberedMapping => ({
  mappingId: 1,
  kind: 'elever',
  headings,
  fields: ['source', 'civic', 'givenName', 'familyName', 'unit', null],
  dayOrder: 'year-first',
  inHours: false,
  source: '',
  unitId: null,
  unit: null,
  ...more,
});

const knowing = (...mappings: readonly RememberedMapping[]): KnownOfFile => ({ mappings, wholeFile: {} });

describe('recognising a file that somebody has said the columns of', () => {
  it('knows the same headings in the same order, whatever the capitals, accents and empty cells at the end', () => {
    expect(
      mappedRow(mapping(), ['BETECKNING', 'Fodelsenr', 'namn_1', 'Namn 2 ', 'skola', 'tel', '', '']),
    ).toEqual({
      columns: { source: 0, civic: 1, givenName: 2, familyName: 3, unit: 4 },
      exact: true,
    });
  });

  it('knows it with columns that are new, gone or moved, as long as every heading that is read is there', () => {
    const row = mappedRow(mapping(), ['Skola', 'Kön', 'Namn 2', 'Namn 1', 'Födelsenr', 'Beteckning']);
    expect(row).toEqual({
      columns: { unit: 0, familyName: 2, givenName: 3, civic: 4, source: 5 },
      exact: false,
    });
  });

  it('does not know it when one heading that is read is gone, or stands there twice', () => {
    expect(mappedRow(mapping(), ['Beteckning', 'Födelsenr', 'Namn 1', 'Skola', 'Tel'])).toBeUndefined();
    expect(mappedRow(mapping(), [...headings, 'Namn 1'])).toBeUndefined();
  });

  it('reads a new column with a usual heading, so that protection is never passed over', () => {
    expect(mappedRow(mapping(), [...headings, 'Sekretessmarkering'])?.columns.protection).toBe(6);
  });

  it('leaves a column out that somebody has said is not read, even if its heading is a usual one', () => {
    const unread = mapping({ headings: [...headings, 'Klass'], fields: [...mapping().fields, null] });
    expect(mappedRow(unread, [...headings, 'Klass', 'Kön'])?.columns.className).toBeUndefined();
  });

  it('tells headings that are empty or alike apart by their place, in exactly that file only', () => {
    const twice = mapping({
      headings: ['Id', '', 'Namn', 'Namn', 'Skola'],
      fields: mapping().fields.slice(0, 5),
    });
    expect(mappedRow(twice, ['Id', '', 'Namn', 'Namn', 'Skola'])?.columns).toMatchObject({
      civic: 1,
      givenName: 2,
      familyName: 3,
    });
    expect(mappedRow(twice, ['Id', '', 'Namn', 'Namn', 'Skola', 'Ny'])).toBeUndefined();
  });
});

describe('what a file is', () => {
  it('is what somebody has said, on whatever row its headings stand', () => {
    expect(findKnownHeadings([['Elevlista'], headings], knowing(mapping()))).toMatchObject({
      kind: 'elever',
      headingRow: 2,
      columns: { civic: 1 },
      mapping: { mappingId: 1 },
    });
  });

  it('is what somebody has said before what its headings usually mean', () => {
    const usual = Object.values(kindSpecs.narvaro_summa.fields).map((field) => field.heading);
    const fields = Object.keys(kindSpecs.narvaro_summa.fields).map((field) =>
      field === 'attended' ? null : field,
    );
    const said = mapping({ kind: 'narvaro_summa', headings: usual, fields });
    const found = findKnownHeadings([usual], knowing(said));
    expect(found).toMatchObject({ kind: 'narvaro_summa', mapping: { mappingId: 1 } });
    expect('columns' in found && found.columns.attended).toBeUndefined();
  });

  it('goes by its usual headings where nothing was said of them', () => {
    const found = findKnownHeadings([['Pnr', 'Förnamn', 'Efternamn', 'Skolenhetskod']], knowing(mapping()));
    expect(found).toMatchObject({ kind: 'elever' });
    expect(found.mapping).toBeUndefined();
  });

  it('goes by the mapping of exactly its headings before one that only fits, then by the preferred one', () => {
    const fits = mapping({
      mappingId: 1,
      headings: headings.slice(0, 5),
      fields: mapping().fields.slice(0, 5),
    });
    const exact = mapping({
      mappingId: 2,
      fields: ['source', null, 'givenName', 'familyName', 'unit', null],
    });
    expect(findKnownHeadings([headings], knowing(fits, exact)).mapping?.mappingId).toBe(2);
    const less = mapping({ mappingId: 3, fields: ['source', null, 'givenName', 'familyName', 'unit', null] });
    expect(findKnownHeadings([headings], knowing(less, mapping())).mapping?.mappingId).toBe(3);
    expect(findKnownHeadings([headings], knowing(mapping(), less)).mapping?.mappingId).toBe(1);
  });
});

it('goes, of two mappings that only fit, by the one that reads more of the file', () => {
  const less = mapping({ mappingId: 3, fields: ['source', null, 'givenName', 'familyName', 'unit', null] });
  const found = findKnownHeadings([[...headings, 'Ny']], knowing(less, mapping()));
  expect(found.mapping?.mappingId).toBe(1);
});

describe('what no column says', () => {
  const withoutUnit = mapping({ fields: ['source', 'civic', 'givenName', 'familyName', null, null] });

  it('is asked for: a file without a unit is known but not read', () => {
    expect(findKnownHeadings([headings], knowing(withoutUnit))).toMatchObject({
      kind: null,
      resembles: 'elever',
      missing: ['Skolenhetskod'],
      mapping: { mappingId: 1 },
    });
  });

  it('goes without saying when the run can be about one unit only', () => {
    const found = findKnownHeadings([headings], knowing({ ...withoutUnit, unit: '99000101' }));
    expect(found).toMatchObject({ kind: 'elever', how: { wholeFile: { unit: '99000101' } } });
  });

  it('is what was said of this file before what goes without saying', () => {
    const known = { mappings: [{ ...withoutUnit, unit: '99000101' }], wholeFile: { unit: '99000102' } };
    expect(findKnownHeadings([headings], known)).toMatchObject({ how: { wholeFile: { unit: '99000102' } } });
  });

  it('gives way to a column that says it, so that no student is moved by what was said of another file', () => {
    const known = { mappings: [{ ...withoutUnit, unit: '99000101' }], wholeFile: {} };
    const found = findKnownHeadings([[...headings, 'Skolenhetskod']], known);
    expect(found).toMatchObject({ kind: 'elever', columns: { unit: 6 }, how: { wholeFile: {} } });
  });

  it('is never the day that students were enrolled: only a period is said of a whole file', () => {
    const known = { mappings: [mapping()], wholeFile: { starts: '2026-11-01', ends: '2026-11-30' } };
    expect(findKnownHeadings([headings], known)).toMatchObject({ how: { wholeFile: {} } });
  });
});
