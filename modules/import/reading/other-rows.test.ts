import { describe, expect, it } from 'vitest';
import { testCivicNumber } from '../../../fixtures/test-civic-numbers.ts';
import { type Found, findHeadings } from './find-headings.ts';
import { studentFinder } from './find-student.ts';
import { gradeReader } from './grade-row.ts';
import { periodReader } from './period-row.ts';
import { type RowCells, rowCells } from './row-cells.ts';
import { studentReader } from './student-row.ts';

const civic = testCivicNumber('2009-03-01');
const on = '2026-11-22';
const known = { byCivicNumber: new Map([[civic, 7]]), bySourceId: new Map([['E7', 7]]) };

function rowOf(told: Record<string, string>): { row: RowCells; cells: string[]; headings: number } {
  const headings = Object.keys(told);
  const row = rowCells((findHeadings([headings]) as Found).columns, headings);
  return { row, cells: Object.values(told), headings: headings.length };
}

function find(row: RowCells) {
  return studentFinder(known, on, { civic: row.heading('civic'), source: row.heading('source') });
}

function readStudent(told: Record<string, string>) {
  const usual = {
    Personnummer: civic,
    Förnamn: 'Alva',
    Efternamn: 'Andersson',
    Skolform: 'GY',
    Skolenhetskod: '12345678',
    Studievägskod: 'NA25',
    Klass: 'NA25A',
  };
  const { row, cells, headings } = rowOf({ ...usual, ...told });
  return studentReader(row, headings, on)(cells, 3);
}

function readPeriod(told: Record<string, string>) {
  const { row, cells, headings } = rowOf({
    Personnummer: civic,
    Från: '2026-10-01',
    Till: '2026-10-31',
    ...told,
  });
  return periodReader(row, headings, find(row))(cells, 3);
}

function readGradeOf(told: Record<string, string>) {
  const { row, cells, headings } = rowOf({
    Personnummer: civic,
    Kurskod: 'ENGE1000X',
    Betyg: 'C',
    Betygsdatum: '2026-06-11',
    ...told,
  });
  return gradeReader(row, headings, find(row))(cells, 3);
}

describe('reading a student', () => {
  it('says nothing about what the file has no column for, and null for an empty cell', () => {
    expect(readStudent({})).toMatchObject({
      student: { email: undefined, ends: undefined, protection: undefined },
    });
    const told = readStudent({ 'E-postadress': '', Slutdatum: '', Sekretessmarkering: '' });
    expect(told).toMatchObject({ student: { email: null, ends: null, protection: 'none' } });
  });

  it('reads a protected student in masked, even without a name', () => {
    for (const [word, protection] of [
      ['Sekretessmarkering', 'confidential'],
      ['Skyddad folkbokföring', 'protected-registration'],
      ['något nytt', 'confidential'],
    ])
      expect(readStudent({ Sekretessmarkering: word!, Förnamn: '', Efternamn: '' })).toMatchObject({
        student: { protection },
      });
  });

  it('splits groups and mentors, and gives a municipality code its lost zero back', () => {
    const told = { Ämnesgrupper: 'MA2, EN6,MA2', Mentor: 'Larsson Kim, Berg Ali', Hemkommun: '180' };
    expect(readStudent(told)).toMatchObject({
      student: { groups: ['MA2', 'EN6'], mentors: ['Larsson Kim', 'Berg Ali'], homeMunicipality: '0180' },
      unknown: [],
    });
  });

  it('reads a municipality that does not exist as not known, and says so', () => {
    expect(readStudent({ Hemkommun: '9999' })).toMatchObject({
      student: { homeMunicipality: null },
      unknown: ['home-municipality'],
    });
  });

  it.each([
    ['a missing given name', { Förnamn: '' }, 'Förnamn', 'given-name-missing'],
    ['a missing family name', { Efternamn: '' }, 'Efternamn', 'family-name-missing'],
    ['a unit code of nine digits', { Skolenhetskod: '123456789' }, 'Skolenhetskod', 'unit-unknown'],
    ['a unit code without its zero', { Skolenhetskod: '1234567' }, 'Skolenhetskod', 'unit-lost-zero'],
    ['a rounded unit code', { Skolenhetskod: '1,23457E+07' }, 'Skolenhetskod', 'rounded-by-excel'],
    ['a rounded Person-ID', { 'Person-ID': '1,23457E+12' }, 'Person-ID', 'rounded-by-excel'],
    ['a name with a letter lost', { Förnamn: '\ufffdsa' }, 'Förnamn', 'letters-lost'],
    ['a name written down twice over', { Förnamn: 'Ã\u2026sa' }, 'Förnamn', 'letters-lost'],
    ['an error of Excel’s as a name', { Förnamn: '#N/A' }, 'Förnamn', 'excel-error'],
    ['an error of Swedish Excel’s as a class', { Klass: '#REFERENS!' }, 'Klass', 'excel-error'],
    ['a column that was too narrow', { Efternamn: '########' }, 'Efternamn', 'excel-error'],
    ['no unit code', { Skolenhetskod: '' }, 'Skolenhetskod', 'unit-missing'],
    ['no identifier', { Personnummer: '' }, 'Personnummer', 'identifier-missing'],
    [
      'an end before the start',
      { Startdatum: '2026-08-18', Slutdatum: '2026-08-17' },
      'Slutdatum',
      'ends-before-start',
    ],
    ['a start that does not exist', { Startdatum: '2026-02-30' }, 'Startdatum', 'no-such-date'],
    ['a word under Ta bort that is neither yes nor no', { 'Ta bort': 'sen' }, 'Ta bort', 'remove-unknown'],
  ])('refuses %s', (_what, told, column, code) => {
    expect(readStudent(told)).toMatchObject({ column, code });
  });
});

describe('reading the totals of a period', () => {
  it('reads the minutes of Vklass, and what was reported from what was not', () => {
    const vklass = {
      'Lekt.': '62',
      'Undv. tid': '4340',
      'N min': '2604',
      'GF min': '434',
      'F min': '1302',
      'Ej reg tid': '3,5',
    };
    expect(readPeriod(vklass)).toMatchObject({
      lessons: 62,
      offered: 4340,
      reported: 4188,
      attended: 2604,
      valid: 434,
      invalid: 1302,
    });
  });

  it('reads hours and shares as LearnPoint writes them', () => {
    expect(
      readPeriod({
        'Totalt (t)': '10,5',
        'Giltig (tim)': '1,5',
        'Ogiltig (%)': '10',
        'Rapporterat (%)': '80',
      }),
    ).toMatchObject({
      offered: 630,
      reported: 504,
      valid: 90,
      invalid: 63,
      attended: 351,
    });
  });

  it.each([
    [
      'more absence than teaching',
      { 'Undv. tid': '100', 'GF min': '50', 'F min': '51' },
      'absence-exceeds-teaching',
    ],
    [
      'more of everything than teaching',
      { 'Undv. tid': '100', 'N min': '60', 'GF min': '30', 'F min': '12' },
      'sum-exceeds-teaching',
    ],
    [
      'a share over a hundred',
      { 'Undv. tid': '100', 'GF min': '0', 'F min': '0', 'Ej reg tid': '100,1' },
      'over-100-percent',
    ],
    ['no teaching time', { 'Undv. tid': '', 'GF min': '0', 'F min': '0' }, 'offered-missing'],
    [
      'an end before the start',
      { Till: '2026-09-30', 'Undv. tid': '1', 'GF min': '0', 'F min': '0' },
      'ends-before-start',
    ],
    ['what is no number', { 'Undv. tid': 'många', 'GF min': '0', 'F min': '0' }, 'not-a-number'],
  ])('refuses %s', (_what, told, code) => {
    expect(readPeriod(told)).toMatchObject({ code });
  });
});

describe('reading a grade', () => {
  it('takes name and points of the course from the tables when the file has none', () => {
    expect(readGradeOf({ Kurskod: 'MATMAT01b' })).toMatchObject({
      courseName: 'Matematik 1b',
      points: 100,
      value: 'C',
      isPass: true,
    });
  });

  it('keeps an unknown course as it stands', () => {
    expect(readGradeOf({ Kurskod: 'HEMMA1' })).toMatchObject({
      courseCode: 'HEMMA1',
      courseName: null,
      points: null,
    });
  });

  it('counts a grade without a day from the last day of its term', () => {
    expect(readGradeOf({ Betygsdatum: '', Termin: 'VT2026' })).toMatchObject({ gradedOn: '2026-06-30' });
    expect(readGradeOf({ Betygsdatum: '', Termin: 'HT 25' })).toMatchObject({ gradedOn: '2025-12-31' });
  });

  it.each([
    ['an unknown grade', { Betyg: 'VG' }, 'Betyg', 'grade-unknown'],
    ['no grade', { Betyg: '' }, 'Betyg', 'grade-missing'],
    ['no course', { Kurskod: '' }, 'Kurskod', 'course-missing'],
    ['neither day nor term', { Betygsdatum: '' }, 'Betygsdatum', 'date-missing'],
    ['points that are no number', { Poäng: 'hundra' }, 'Poäng', 'points-unknown'],
    [
      'an unknown student',
      { Personnummer: testCivicNumber('2009-05-01') },
      'Personnummer',
      'unknown-student',
    ],
  ])('refuses %s', (_what, told, column, code) => {
    expect(readGradeOf(told)).toMatchObject({ column, code });
  });
});
