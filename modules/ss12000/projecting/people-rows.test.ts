import { describe, expect, test } from 'vitest';
import { testCivicNumber } from '../../../fixtures/test-civic-numbers.ts';
import { guardianRows } from './guardian-rows.ts';
import { modelOf, type Sent, units } from './model-fixture.ts';
import { staffRows } from './staff-rows.ts';

const on = '2026-09-05';

describe('staff from duties', () => {
  const person = (id: string) => ({ id, givenName: 'Kim', familyName: id });
  const duty = (id: string, more: Partial<Sent> = {}): Sent => ({
    ...{ id, person: { id: 'Larsson' }, dutyAt: { id: 'del' }, dutyRole: 'Lärare', startDate: '2024-08-01' },
    ...more,
  });
  const rows = (duties: readonly Sent[], more: Parameters<typeof modelOf>[0] = {}) =>
    staffRows(
      modelOf({ organisations: units, persons: [person('Larsson')], duties, ...more }),
      new Set(['12345678']),
      on,
    );
  const told = { unit: '12345678', role: 'Lärare' };

  test('a duty is a row at its unit, with the groups that are taught', () => {
    const groups = [{ id: 'g', displayName: 'MA 1', groupType: 'Undervisning' }];
    const activities = [
      { id: 'a', displayName: 'Ma', groups: [{ id: 'g' }], teachers: [{ duty: { id: '1' } }] },
    ];
    expect(rows([duty('1')], { groups, activities }).rows).toMatchObject([
      {
        'Person-ID': 'Larsson',
        Personalkategori: 'Lärare',
        Skolenhetskod: '12345678',
        Ämnesgrupper: 'MA 1',
        Startdatum: '2024-08-01',
      },
    ]);
  });

  test('two duties of the same sort have the same days: they are one duty here', () => {
    const two = [
      duty('1', { endDate: '2027-01-31' }),
      duty('2', { dutyRole: 'Förstelärare', startDate: '2025-01-01' }),
    ];
    expect(rows(two).rows.map((row) => [row.Personalkategori, row.Startdatum, row.Slutdatum])).toEqual([
      ['Lärare', '2024-08-01', ''],
      ['Förstelärare', '2024-08-01', ''],
    ]);
  });

  test('staff of units where none of our students go are left out, and so is who has left long ago', () => {
    expect(rows([duty('1', { dutyAt: { id: 'annan' } })]).rows).toEqual([]);
    expect(rows([duty('1', { endDate: '2026-09-04' })]).rows).toEqual([]);
  });

  test('a duty that was told and is over ends on its day; one that is gone ends now', () => {
    expect(rows([duty('1', { endDate: '2026-09-04', told })])).toMatchObject({
      rows: [{ Slutdatum: '2026-09-04', 'Ta bort': '' }],
    });
    const gone = rows([duty('1', { told, deleted: true })]);
    expect(gone.rows).toMatchObject([{ Slutdatum: '', 'Ta bort': 'Ja' }]);
    expect([...gone.told]).toEqual([['1', null]]);
  });

  test('a duty that is gone does not end the one of the same sort that goes on', () => {
    const { rows: two } = rows([duty('1', { told, deleted: true }), duty('2', { dutyRole: 'Förstelärare' })]);
    expect(two.map((row) => [row.Personalkategori, row['Ta bort']])).toEqual([['Förstelärare', '']]);
  });
});

describe('guardians', () => {
  const young = testCivicNumber('2009-03-01');
  const grown = testCivicNumber('2008-03-01');
  const student = (civic: string | null, guardians: readonly string[]): Sent => ({
    ...{ id: 'elev', givenName: 'Ali', familyName: 'Berg', ...(civic ? { civicNo: { value: civic } } : {}) },
    enrolments: [{ enroledAt: { id: 'enhet' }, schoolType: 'GY', startDate: '2026-08-17' }],
    responsibles: guardians.map((id) => ({ person: { id }, relationType: 'Vårdnadshavare' })),
  });
  const made = (person: Sent, before: readonly string[] = []) =>
    guardianRows(
      modelOf({ persons: [person, { id: 'mor', givenName: 'Åsa', familyName: 'Berg' }] }),
      new Set(['elev']),
      () => before,
      on,
    );

  test('of a student under 18 are told, one row each; of one who is of age, or whose age is not known, nobody', () => {
    expect(made(student(young, ['mor'])).rows).toMatchObject([
      {
        'Elevens personnummer': young,
        'Person-ID': 'mor',
        Förnamn: 'Åsa',
        Relation: 'Vårdnadshavare',
        'Ta bort': '',
      },
    ]);
    expect(made(student(grown, ['mor'])).rows).toEqual([]);
    expect(made(student(null, ['mor'])).rows).toEqual([]);
  });

  test('who is guardian no more is ended', () => {
    const { rows, told } = made(student(young, []), ['mor']);
    expect(rows).toMatchObject([{ 'Person-ID': 'mor', 'Ta bort': 'Ja' }]);
    expect([...told]).toEqual([['elev', []]]);
  });

  test('one that the source has not told of is no row', () => {
    expect(made(student(young, ['okänd'])).rows).toEqual([]);
  });
});
