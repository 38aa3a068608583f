import { describe, expect, test } from 'vitest';
import { testCivicNumber } from '../../../fixtures/test-civic-numbers.ts';
import { modelOf, type Sent, units } from './model-fixture.ts';
import { studentRows } from './student-rows.ts';

const on = '2026-09-05';
const yearStarts = '2026-08-01';
const civic = testCivicNumber('2009-03-01');
const enrolment = {
  enroledAt: { id: 'enhet' },
  schoolType: 'GY',
  schoolYear: 1,
  startDate: '2026-08-17',
  educationCode: 'NA25',
};

function student(more: Record<string, unknown> = {}, of: Record<string, unknown> = {}): Sent {
  const person = { id: 'elev', givenName: 'Ali', familyName: 'Berg', civicNo: { value: civic } };
  return { ...person, enrolments: [{ ...enrolment, ...of }], ...more };
}

const rowsOf = (persons: readonly Sent[], more: Parameters<typeof modelOf>[0] = {}) =>
  studentRows(modelOf({ organisations: units, persons, ...more }), on, yearStarts);
const told = { units: ['12345678'], guardians: [] };

describe('the roster from persons and their enrolments', () => {
  test('a student has a row with unit, programme and year', () => {
    expect(rowsOf([student()]).rows).toMatchObject([
      {
        'Person-ID': 'elev',
        Personnummer: civic,
        Förnamn: 'Ali',
        Efternamn: 'Berg',
        Skolform: 'GY',
        Skolenhetskod: '12345678',
        Årskurs: '1',
        Studievägskod: 'NA25',
        Startdatum: '2026-08-17',
        'Ta bort': '',
      },
    ]);
  });

  test('a civic number with a hyphen is the same number, and one that is damaged is told as it stands', () => {
    const hyphen = `${civic.slice(0, 8)}-${civic.slice(8)}`;
    expect(rowsOf([student({ civicNo: { value: hyphen } })]).rows[0]).toMatchObject({ Personnummer: civic });
    expect(rowsOf([student({ civicNo: '20090301' })]).rows[0]).toMatchObject({ Personnummer: '20090301' });
    expect(rowsOf([student({ civicNo: { value: '20090301TF01' } })]).rows[0]).toMatchObject({
      Personnummer: '20090301TF01',
    });
  });

  test('the unit’s code is that of the nearest organisation above, and a ring of organisations has none', () => {
    expect(rowsOf([student({}, { enroledAt: { id: 'del' } })]).rows[0]).toMatchObject({
      Skolenhetskod: '12345678',
    });
    const ring = [
      { id: 'a', parentOrganisation: { id: 'b' } },
      { id: 'b', parentOrganisation: { id: 'a' } },
    ];
    const { rows, withoutUnit } = rowsOf([student({}, { enroledAt: { id: 'a' } })], { organisations: ring });
    expect({ rows, withoutUnit }).toEqual({ rows: [], withoutUnit: ['elev'] });
  });

  test('the spelling with two l is understood too', () => {
    const { enroledAt, ...rest } = enrolment;
    expect(rowsOf([student({ enrolments: [{ ...rest, enrolledAt: enroledAt }] })]).rows).toHaveLength(1);
  });

  test('two units are two rows, and two enrolments at one unit are the one that holds', () => {
    const two = student({ enrolments: [enrolment, { ...enrolment, enroledAt: { id: 'annan' } }] });
    expect(rowsOf([two]).rows.map((row) => row.Skolenhetskod)).toEqual(['12345678', '87654321']);
    const earlier = { ...enrolment, startDate: '2025-08-17', endDate: '2026-06-10', educationCode: 'SA25' };
    const again = rowsOf([student({ enrolments: [earlier, enrolment] })]).rows;
    expect(again.map((row) => row.Studievägskod)).toEqual(['NA25']);
  });

  test('who left before the school year is not told, unless she was told as going on', () => {
    const left = (endDate: string, more = {}) =>
      rowsOf([student(more, { startDate: '2025-08-17', endDate })]);
    expect(left('2026-07-31').rows).toEqual([]);
    expect(left('2026-08-01').rows).toHaveLength(1);
    expect(left('2026-06-10', { told }).rows).toMatchObject([{ Slutdatum: '2026-06-10', 'Ta bort': '' }]);
  });

  test.each([
    ['an enrolment that is gone', student({ enrolments: [], told })],
    ['a person who is deleted', student({ told, deleted: true })],
    ['somebody who has died', student({ personStatus: 'Avliden', told })],
    ['somebody who has moved abroad', student({ personStatus: 'Utvandrad', told })],
    ['an enrolment that was broken off without a day', student({ told }, { cancelled: true })],
  ])('%s ends, on the day it becomes known', (_, person) => {
    expect(rowsOf([person]).rows).toMatchObject([{ 'Ta bort': 'Ja', Slutdatum: '' }]);
  });

  test('an enrolment that was broken off on a day ends that day', () => {
    const row = rowsOf([student({ told }, { cancelled: true, endDate: '2026-09-01' })]).rows[0];
    expect(row).toMatchObject({ Slutdatum: '2026-09-01', 'Ta bort': '' });
  });

  test('who was never told and is gone is told nothing of', () => {
    expect(rowsOf([student({ enrolments: [] })]).rows).toEqual([]);
    expect(rowsOf([student({ personStatus: 'Avliden' })]).rows).toEqual([]);
  });

  test('a person who comes back with another id is one row, the one who is there', () => {
    const { rows } = rowsOf([student({ id: 'gammal', told, deleted: true }), student({ id: 'ny' })]);
    expect(rows).toMatchObject([{ 'Person-ID': 'ny', 'Ta bort': '' }]);
    expect(
      rowsOf([student({ id: 'ny' }), student({ id: 'gammal', told, deleted: true })]).rows,
    ).toMatchObject([{ 'Person-ID': 'ny', 'Ta bort': '' }]);
  });

  test('a child of another school form is nobody, and a mixed one is told by the form that is ours', () => {
    expect(rowsOf([student({}, { schoolType: 'GR' })]).rows).toEqual([]);
    const both = student({ enrolments: [{ ...enrolment, schoolType: 'VUXGY' }, enrolment] });
    expect(rowsOf([both]).rows).toMatchObject([{ Skolform: 'GY' }]);
    expect(rowsOf([student({}, { schoolType: 'GYS' })]).rows).toMatchObject([{ Skolform: 'GYS' }]);
  });

  test('class, teaching groups and mentor are those that hold today', () => {
    const member = { person: { id: 'elev' }, startDate: '2026-08-17' };
    const group = (id: string, groupType: string, more = {}) => ({
      ...{ id, displayName: id, groupType, organisation: { id: 'enhet' }, startDate: '2026-08-01' },
      groupMemberships: [member],
      ...more,
    });
    const mentorOf = (person: string, securityMarking: string) => ({
      person: { id: person, givenName: 'Kim', familyName: person, securityMarking },
      duty: {
        ...{ id: `t-${person}`, person: { id: person }, dutyAt: { id: 'enhet' }, dutyRole: 'Lärare' },
        assignmentRole: [{ group: { id: 'MENT' }, assignmentRoleType: 'Mentor', startDate: '2026-08-01' }],
      },
    });
    const mentors = [mentorOf('Larsson', 'Ingen'), mentorOf('Hemlig', 'Sekretessmarkering')];
    const { rows } = rowsOf([student(), ...mentors.map((each) => each.person)], {
      groups: [
        group('NA25A', 'Klass'),
        group('NA25X', 'Klass', { endDate: '2026-08-20' }),
        group('MA, 1', 'Undervisning'),
        group('FY', 'Undervisning', { groupMemberships: [{ ...member, endDate: '2026-09-04' }] }),
        group('MENT', 'Mentor'),
        group('UTANFOR', 'Klass', { organisation: { id: 'annan' } }),
      ],
      duties: mentors.map((each) => each.duty),
    });
    expect(rows).toMatchObject([{ Klass: 'NA25A', Ämnesgrupper: 'MA 1', Mentor: 'Larsson Kim' }]);
  });
});
