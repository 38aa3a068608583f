import { describe, expect, it } from 'vitest';
import { testCivicNumber } from '../../../fixtures/test-civic-numbers.ts';
import { addDays } from '../../../platform/local-date.ts';
import { blankLesson, type IncomingLesson } from '../../attendance/index.ts';
import { type Found, findHeadings } from './find-headings.ts';
import { studentFinder } from './find-student.ts';
import { lessonReader } from './lesson-row.ts';
import type { Refusal } from './refusal.ts';
import { rowCells } from './row-cells.ts';

const civic = testCivicNumber('2009-03-01');
const other = testCivicNumber('2009-04-01');
const known = {
  byCivicNumber: new Map([
    [civic, 7],
    [other, 8],
  ]),
  bySourceId: new Map([
    ['E7', 7],
    ['E8', 8],
  ]),
};
const on = '2026-11-22';

/** A usual row; what is told replaces it. Columns that are told as undefined are left out of the file. */
function read(told: Record<string, string | undefined> = {}): IncomingLesson | Refusal {
  const usual = {
    Personnummer: civic,
    'Person-ID': 'E7',
    Datum: '2026-11-16',
    Starttid: '08:10',
    Sluttid: '09:30',
    Ämnesgrupp: 'MA2B',
    Kurskod: 'MATMAT02b',
    Lektionsminuter: '80',
    'Närvaro (min)': '80',
    'Giltig frånvaro (min)': '0',
    'Ogiltig frånvaro (min)': '0',
    'Annan aktivitet (min)': '0',
    'Sen ankomst (min)': '0',
    Frånvaroanledning: '',
    Rapporterad: 'Ja',
    'Lektions-ID': 'L1',
  };
  const entries = Object.entries({ ...usual, ...told }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const headings = entries.map(([heading]) => heading);
  const row = rowCells((findHeadings([headings]) as Found).columns, headings);
  const columns = { civic: row.heading('civic'), source: row.heading('source') };
  const lesson = blankLesson();
  const reader = lessonReader(row, headings.length, studentFinder(known, on, columns), on);
  return (
    reader(
      entries.map(([, cell]) => cell),
      lesson,
    ) ?? lesson
  );
}

const withoutMinutes = {
  'Närvaro (min)': undefined,
  'Giltig frånvaro (min)': undefined,
  'Ogiltig frånvaro (min)': undefined,
  'Annan aktivitet (min)': undefined,
  'Sen ankomst (min)': undefined,
  Rapporterad: undefined,
};

describe('reading a lesson', () => {
  it('takes a day ten years back or a year ahead, and none further away', () => {
    expect(read({ Datum: addDays(on, -3_660) })).toMatchObject({ studentId: 7 });
    expect(read({ Datum: addDays(on, -3_661) })).toMatchObject({ column: 'Datum', code: 'day-improbable' });
    expect(read({ Datum: addDays(on, 366) })).toMatchObject({ studentId: 7 });
    expect(read({ Datum: addDays(on, 367) })).toMatchObject({ column: 'Datum', code: 'day-improbable' });
  });

  it('reads minutes as they stand', () => {
    expect(
      read({ 'Närvaro (min)': '65', 'Ogiltig frånvaro (min)': '15', 'Sen ankomst (min)': '15' }),
    ).toMatchObject({
      studentId: 7,
      day: '2026-11-16',
      startMinute: 490,
      minutes: 80,
      attended: 65,
      valid: 0,
      invalid: 15,
      late: 15,
      reported: true,
    });
  });

  it('takes the length from the times when it is not told, and the attendance from what is left', () => {
    expect(read({ Lektionsminuter: '', 'Närvaro (min)': '', 'Giltig frånvaro (min)': '30' })).toMatchObject({
      minutes: 80,
      valid: 30,
      attended: 50,
    });
  });

  it('never takes a lesson that is not reported for presence', () => {
    expect(read({ Rapporterad: 'Nej' })).toMatchObject({ reported: false, attended: 0, minutes: 80 });
    const silent = {
      'Närvaro (min)': '',
      'Giltig frånvaro (min)': '',
      'Ogiltig frånvaro (min)': '',
      'Annan aktivitet (min)': '',
      'Sen ankomst (min)': '',
    };
    expect(read({ ...silent, Rapporterad: undefined })).toMatchObject({ reported: false, attended: 0 });
  });

  it.each([
    ['Närvarande', { attended: 80, reported: true }],
    ['Giltig frånvaro', { attended: 0, valid: 80, reported: true }],
    ['Ogiltig frånvaro', { attended: 0, invalid: 80, reported: true }],
    ['Sen ankomst', { attended: 80, late: 6, reported: true }],
    ['Ledighet', { attended: 0, valid: 80, reason: 'Ledighet', reported: true }],
    ['Annan aktivitet', { attended: 0, other: 80, reported: true }],
    ['EJ RAPPORTERAD', { attended: 0, valid: 0, invalid: 0, reported: false }],
  ])('reads the word %s where there are no minutes', (word, lesson) => {
    expect(read({ ...withoutMinutes, Status: word })).toMatchObject(lesson);
    expect(read({ ...withoutMinutes, Närvaro: word })).toMatchObject(lesson);
  });

  it('finds the student by either identifier', () => {
    expect(read({ Personnummer: '' })).toMatchObject({ studentId: 7 });
    expect(read({ 'Person-ID': '' })).toMatchObject({ studentId: 7 });
    expect(read({ Personnummer: `${civic.slice(2, 8)}-${civic.slice(8)}` })).toMatchObject({ studentId: 7 });
  });
});

describe('refusing a lesson', () => {
  it.each([
    [
      'absence longer than the lesson',
      { 'Närvaro (min)': '0', 'Ogiltig frånvaro (min)': '81' },
      'Ogiltig frånvaro (min)',
      'absence-exceeds-lesson',
    ],
    [
      'valid and invalid absence together longer than the lesson',
      { 'Närvaro (min)': '0', 'Giltig frånvaro (min)': '41', 'Ogiltig frånvaro (min)': '40' },
      'Ogiltig frånvaro (min)',
      'absence-exceeds-lesson',
    ],
    [
      'presence and absence together longer than the lesson',
      { 'Närvaro (min)': '80', 'Giltig frånvaro (min)': '1' },
      'Närvaro (min)',
      'sum-exceeds-lesson',
    ],
    [
      'a late arrival longer than the lesson',
      { 'Sen ankomst (min)': '81' },
      'Sen ankomst (min)',
      'late-exceeds-lesson',
    ],
    ['an end before the start', { Sluttid: '08:00' }, 'Sluttid', 'end-before-start'],
    ['an end at the start', { Sluttid: '08:10' }, 'Sluttid', 'end-before-start'],
    ['a day that does not exist', { Datum: '2026-11-31' }, 'Datum', 'no-such-date'],
    ['no day', { Datum: '' }, 'Datum', 'date-missing'],
    ['a start that is no time', { Starttid: 'tidigt' }, 'Starttid', 'start-time'],
    ['an end that is no time', { Sluttid: '25:00' }, 'Sluttid', 'end-time'],
    [
      'minutes that are no number',
      { 'Giltig frånvaro (min)': 'två' },
      'Giltig frånvaro (min)',
      'minutes-not-a-number',
    ],
    ['minutes below zero', { 'Giltig frånvaro (min)': '-5' }, 'Giltig frånvaro (min)', 'minutes-negative'],
    [
      'a lesson of no minutes',
      { Lektionsminuter: '0', 'Närvaro (min)': '0' },
      'Lektionsminuter',
      'lesson-length',
    ],
    [
      'a lesson without any length',
      { Lektionsminuter: '', Sluttid: '' },
      'Lektionsminuter',
      'minutes-missing',
    ],
    [
      'a word for reported that is neither yes nor no',
      { Rapporterad: 'kanske' },
      'Rapporterad',
      'reported-unknown',
    ],
    [
      'absence in a lesson that is not reported',
      { 'Närvaro (min)': '0', 'Ogiltig frånvaro (min)': '80', Rapporterad: 'Nej' },
      'Rapporterad',
      'unreported-with-absence',
    ],
    ['an unknown word for attendance', { ...withoutMinutes, Status: 'nja' }, 'Status', 'status-unknown'],
    [
      'a student who is not registered',
      { Personnummer: testCivicNumber('2009-05-01'), 'Person-ID': '' },
      'Personnummer',
      'unknown-student',
    ],
    ['an unknown source id', { Personnummer: '', 'Person-ID': 'E9' }, 'Person-ID', 'unknown-student'],
    [
      'two identifiers of different persons',
      { Personnummer: civic, 'Person-ID': 'E8' },
      'Person-ID',
      'identifiers-differ',
    ],
    ['no identifier', { Personnummer: '', 'Person-ID': '' }, 'Personnummer', 'identifier-missing'],
    [
      'a civic number that Excel has rounded',
      { Personnummer: '2,00901E+11' },
      'Personnummer',
      'civic-number-excel-exponent',
    ],
    [
      'a civic number with a wrong control digit',
      { Personnummer: civic.slice(0, 11) + ((Number(civic[11]) + 1) % 10) },
      'Personnummer',
      'civic-number-checksum',
    ],
  ])('refuses %s, by column and code, and says what to do', (_what, told, column, code) => {
    const refusal = read(told) as Refusal;
    expect(refusal).toMatchObject({ column, code });
    expect(refusal.says).toMatch(/^[A-ZÅÄÖ].*\.$/);
  });

  it('gives all reasons of one row at once', () => {
    const refusal = read({ Datum: '2026-11-31', Sluttid: '08:00' }) as Refusal;
    expect(refusal.code).toBe('no-such-date');
    expect(refusal.says).toContain('Datumet finns inte.');
    expect(refusal.says).toContain('slutar innan den börjar');
  });

  it('never quotes the row in its sentence', () => {
    expect((read({ Personnummer: '12345', 'Person-ID': '' }) as Refusal).says).not.toContain('12345');
  });
});

describe('the length of a row', () => {
  const headings = [
    'Personnummer',
    'Datum',
    'Starttid',
    'Lektionsminuter',
    'Ogiltig frånvaro (min)',
    'Rapporterad',
    'Lektions-ID',
  ];
  const row = rowCells((findHeadings([headings]) as Found).columns, headings);
  const reader = lessonReader(
    row,
    headings.length,
    studentFinder(known, on, { civic: 'Personnummer', source: null }),
    on,
  );
  const whole = [civic, '2026-11-16', '08:10', '80', '0', 'Ja', 'L1'];

  it('lets Excel leave out empty cells at the end', () => {
    expect(reader(whole.slice(0, 6), blankLesson())).toBeUndefined();
  });

  it('refuses a row that is cut off before what decides the attendance', () => {
    expect(reader(whole.slice(0, 5), blankLesson())).toMatchObject({ code: 'row-cut-off' });
  });

  it('refuses a row with more cells than headings, unless they are empty', () => {
    expect(reader([...whole, '', ''], blankLesson())).toBeUndefined();
    expect(reader([...whole, 'mer'], blankLesson())).toMatchObject({ code: 'too-many-cells' });
  });
});
