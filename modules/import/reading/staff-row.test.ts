import { describe, expect, it } from 'vitest';
import { testCivicNumber } from '../../../fixtures/test-civic-numbers.ts';
import { type Found, findHeadings } from './find-headings.ts';
import { reachOf } from './roster-reach.ts';
import { rowCells } from './row-cells.ts';
import { readStaffCategory } from './staff-categories.ts';
import { staffReader } from './staff-row.ts';

const number = testCivicNumber('1980-03-01');
const ekdala = { unitId: 1, code: '12345678', name: 'Ekdalagymnasiet' };
const hamn = { unitId: 2, code: '87654321', name: 'Hamngymnasiet' };

function read(told: Record<string, string>, reach = reachOf([ekdala, hamn], null)) {
  const usual = {
    'Tjänstgörings-ID': 'T1',
    Personnummer: number,
    Förnamn: 'Kim',
    Efternamn: 'Larsson',
    Skolenhetskod: '12345678',
    Personalkategori: 'Lärare',
  };
  const all = { ...usual, ...told };
  const headings = Object.keys(all);
  const found = findHeadings([headings]) as Found;
  expect(found.kind).toBe('personal');
  const row = rowCells(found.columns, headings);
  return staffReader(row, headings.length, '2026-11-22', reach)(Object.values(all), 3);
}

describe('reading a row about staff', () => {
  it('says nothing about what the file has no column for', () => {
    expect(read({})).toMatchObject({
      staff: {
        civicNumber: number,
        unitCode: '12345678',
        role: 'teacher',
        email: undefined,
        ends: undefined,
      },
    });
  });

  it('takes the log-in name of EduID where the other is empty', () => {
    const eduId = { Federationsanvändarnamn: '', 'EduID-Federationsanvändarnamn': 'abcd@eduid.se' };
    expect(read(eduId)).toMatchObject({ staff: { federatedName: 'abcd@eduid.se' } });
    expect(read({ ...eduId, Federationsanvändarnamn: 'kim@skola.example' })).toMatchObject({
      staff: { federatedName: 'kim@skola.example' },
    });
  });

  it('says nothing of a log-in name whose cells are empty: the operator may have given one', () => {
    const empty = { Federationsanvändarnamn: '', 'EduID-Federationsanvändarnamn': '' };
    expect(read(empty)).toMatchObject({ staff: { federatedName: undefined } });
  });

  it('finds the unit by the name that it has here, whatever the capitals', () => {
    expect(read({ Skolenhetskod: '', Enhet: 'HAMNGYMNASIET' })).toMatchObject({
      staff: { unitCode: '87654321' },
    });
    expect(read({ Skolenhetskod: '', Enhet: 'Strandgymnasiet' })).toMatchObject({ code: 'unit-unknown' });
  });

  it('says which category is not known, and reads the person without a duty', () => {
    expect(read({ Personalkategori: 'Vaktmästare' })).toMatchObject({
      staff: { role: null },
      unknownCategory: 'Vaktmästare',
    });
  });

  it.each([
    ["a unit that is not the reader's", { Skolenhetskod: '87654321' }, 'unit-not-yours'],
    ['no identifier', { Personnummer: '' }, 'identifier-missing'],
    ['no name', { Förnamn: '' }, 'given-name-missing'],
    ['an end before the start', { Startdatum: '2026-08-18', Slutdatum: '2026-08-17' }, 'ends-before-start'],
  ])('refuses %s', (_what, told, code) => {
    expect(read(told, reachOf([ekdala, hamn], [1]))).toMatchObject({ code });
  });
});

describe('what a category of staff becomes', () => {
  it.each([
    ['Lärare', 'teacher', null],
    ['Förstelärare', 'teacher', 'förstelärare'],
    ['Rektor', 'principal', null],
    ['Mentor', 'mentor', null],
    ['Elevhälsan', 'health-team', null],
    ['Studie- och yrkesvägledare', 'career-counsellor', 'studie- och yrkesvägledare'],
    ['KURATOR', 'health-team', 'kurator'],
    ['Skolsköterska', 'health-team', 'skolsköterska'],
    ['Skolläkare', 'health-team', 'skolläkare'],
    ['Skolpsykolog', 'health-team', 'skolpsykolog'],
    ['Speciallärare/specialpedagog', 'health-team', 'speciallärare/specialpedagog'],
    ['Skoladministratör', null, 'skoladministratör'],
    ['Annan personal', null, 'annan personal'],
    ['Administratör', null, null],
    ['Skolchef', null, null],
    ['Dataskyddsombud', null, null],
  ])('%s', (text, role, title) => {
    expect(readStaffCategory(text)).toMatchObject({ role, title });
  });

  it('reads the figures of SchoolSoft where there is no word', () => {
    expect(['0', '1', '2', '7'].map((figure) => readStaffCategory('', figure))).toMatchObject([
      { role: 'teacher', known: true },
      { role: 'principal', known: true },
      { role: null, known: true },
      { role: null, known: false },
    ]);
  });
});
