import { describe, expect, test } from 'vitest';
import { trimAggregated } from '../mirror/trim-teaching.ts';
import { absenceReasons } from './absence-reason.ts';
import { gradeRows } from './grade-rows.ts';
import { kept, modelOf, type Sent, units } from './model-fixture.ts';
import { periodRows } from './period-rows.ts';
import { unknownCodes } from './unknown-codes.ts';

const who = { civic: '200903010000', source: '' };

describe('sums of a week', () => {
  const sum = (more: Record<string, unknown>) => ({
    id: JSON.stringify(more),
    deleted: false,
    applied: false,
    told: null,
    body: trimAggregated({
      ...{ student: { id: 'a' }, activity: { id: 'u' }, startDate: '2026-11-16', endDate: '2026-11-22' },
      ...more,
    }),
  });
  const rows = (...sums: Record<string, unknown>[]) =>
    periodRows(modelOf({}), sums.map(sum), () => who).rows.map(({ row }) =>
      row.split(';').slice(6, -1).join(';'),
    );

  test('what is offered and not accounted for is not reported', () => {
    expect(rows({ attendanceSum: 60, validAbsenceSum: 30, offeredSum: 120 })).toEqual(['120;60;30;0;0;25']);
    expect(rows({ attendanceSum: 60, reportedSum: 120, offeredSum: 180 })).toEqual([
      '180;60;0;0;0;33,333333',
    ]);
  });

  test('a source that tells only what happened has reported all of it', () => {
    expect(rows({ attendanceSum: 60, invalidAbsenceSum: 60 })).toEqual(['120;60;0;60;0;0']);
  });

  test('activities that cannot be told apart are added up', () => {
    expect(
      rows(
        { attendanceSum: 60, offeredSum: 60 },
        { activity: { id: 'v' }, validAbsenceSum: 40, offeredSum: 40 },
      ),
    ).toEqual(['100;60;40;0;0;0']);
    const named = { attendanceSum: 60, activity: { id: 'u', displayName: 'Matte' } };
    expect(rows(named, { attendanceSum: 40, activity: { id: 'v', displayName: 'Svenska' } })).toHaveLength(2);
  });

  test('a week without teaching is no row', () => {
    expect(rows({ attendanceSum: 0, offeredSum: 0 })).toEqual([]);
  });
});

describe('grades', () => {
  const model = modelOf({
    organisations: units,
    syllabuses: [
      { id: 's', courseCode: 'MATE1000X', courseName: 'Matematik nivå 1', points: 100, subjectName: 'Ma' },
    ],
    duties: [{ id: 'd', person: { id: 'p' }, dutyAt: { id: 'enhet' }, dutyRole: 'Lärare', signature: 'KLa' }],
  });
  const raw = {
    ...{
      id: 'b',
      student: { id: 'a' },
      syllabus: { id: 's' },
      gradeValue: 'C',
      registeredDate: '2026-06-10',
    },
    ...{
      finalGrade: true,
      semester: 'VT',
      year: 2026,
      gradingTeacher: { id: 'd' },
      organisation: { id: 'del' },
    },
  };
  const made = (more: Partial<Sent>) =>
    gradeRows(model, [...kept('grades', [{ ...raw, ...more }]).values()] as never, () => who);
  const cellsOf = (more: Partial<Sent>) => made(more).rows.map(({ cells }) => cells);
  const toldOf = (more: Partial<Sent>) => made(more).told.get('b');

  test('a grade has course, points, term, teacher and unit', () => {
    expect(cellsOf({})).toEqual([
      {
        Personnummer: who.civic,
        'Person-ID': '',
        Kurskod: 'MATE1000X',
        Betygsdatum: '2026-06-10',
        Prövning: 'Nej',
        Skolenhetskod: '12345678',
        'Kurs/nivå': 'Matematik nivå 1',
        Poäng: '100',
        Betyg: 'C',
        Termin: 'VT2026',
        'Anpassad studieplan': '',
        Lärarsignatur: 'KLa',
        Anmärkning: '',
      },
    ]);
  });

  test('one that is not final is left out', () => {
    expect(cellsOf({ finalGrade: false })).toEqual([]);
  });

  test('moved to another day it takes the old one back; changed in value it does not', () => {
    const told = toldOf({});
    expect(cellsOf({ told, registeredDate: '2026-06-12' })).toMatchObject([
      { Betygsdatum: '2026-06-12' },
      { Betygsdatum: '2026-06-10', 'Ta bort': 'Ja' },
    ]);
    expect(cellsOf({ told, gradeValue: 'B' })).toHaveLength(1);
  });

  test('deleted, it is taken back if it was told', () => {
    const told = toldOf({});
    expect(cellsOf({ told, deleted: true })).toMatchObject([{ 'Ta bort': 'Ja' }]);
    expect(toldOf({ told, deleted: true })).toBeNull();
    expect([cellsOf({ deleted: true }), toldOf({ deleted: true })]).toEqual([[], null]);
  });

  test('an adapted study plan that is “nej” is none', () => {
    expect(cellsOf({ adaptedStudyPlan: 'Nej' })[0]).toMatchObject({ 'Anpassad studieplan': '' });
    expect(cellsOf({ adaptedStudyPlan: 'Kortare kurs' })[0]).toMatchObject({
      'Anpassad studieplan': 'Kortare kurs',
    });
  });
});

describe('reasons of absence that was told beforehand', () => {
  const reason = absenceReasons(
    modelOf({
      absences: [
        {
          id: '1',
          student: { id: 'a' },
          startTime: '2026-11-16T07:00:00Z',
          endTime: '2026-11-17T16:00:00Z',
          type: 'Anmäld frånvaro',
        },
        {
          id: '2',
          student: { id: 'a' },
          startTime: '2026-11-17T07:00:00Z',
          endTime: '2026-11-17T16:00:00Z',
          type: 'Beviljad ledighet',
        },
        {
          id: '3',
          student: { id: 'b' },
          startTime: '2026-11-16T07:00:00Z',
          endTime: '2026-11-16T16:00:00Z',
          type: 'Anmäld frånvaro',
          deleted: true,
        },
      ],
    }).absences,
  );

  test('hold from the minute they begin and not at the minute they end', () => {
    expect(reason('a', '2026-11-16', 8 * 60 - 1)).toBe('');
    expect(reason('a', '2026-11-16', 8 * 60)).toBe('Anmäld frånvaro');
    expect(reason('a', '2026-11-17', 17 * 60)).toBe('');
  });

  test('granted leave goes before what was only told, and what is deleted tells nothing', () => {
    expect(reason('a', '2026-11-17', 600)).toBe('Ledighet');
    expect(reason('b', '2026-11-16', 600)).toBe('');
  });
});

test('codes that the standard does not have are told once each, those it has are not', () => {
  const group = (id: string, groupType: string) => ({ id, displayName: id, groupType });
  const model = modelOf({
    groups: [group('1', 'Klass'), group('2', 'Basgrupp'), group('3', 'Basgrupp')],
    activities: [{ id: 'a', displayName: 'A', activityType: 'Undervisning' }],
    persons: [{ id: 'p', givenName: 'A', familyName: 'B', personStatus: 'Vilande' }],
  });
  expect(unknownCodes(model)).toEqual(['groupType Basgrupp', 'personStatus Vilande']);
});
