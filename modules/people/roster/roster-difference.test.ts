import { describe, expect, it } from 'vitest';
import { civicNumberKind, endsNow, personDifferences, tieDifference } from './roster-difference.ts';
import type { StoredEnrolment, StoredPerson } from './roster-snapshot.ts';

const on = '2026-11-22';
const alva: StoredPerson = {
  personId: 10,
  civicNumber: '200903012384',
  sourceId: 'E1',
  federatedName: null,
  givenName: 'Alva',
  middleName: null,
  familyName: 'Andersson',
  protection: 'none',
  email: null,
  homeMunicipality: null,
};
const enrolment: StoredEnrolment = {
  enrolmentId: 5,
  studentId: 10,
  unitId: 1,
  schoolForm: 'GY',
  programmeCode: 'NA25',
  yearOfStudy: 1,
  starts: '2025-08-18',
  ends: null,
};

describe('what a roster changes about a person', () => {
  it('tells of a marking that is lost or gained, but not of one form of protection for another', () => {
    const hidden = { ...alva, protection: 'confidential' as const };
    expect(personDifferences(hidden, alva).map((each) => each.kind)).toEqual(['protection-lost']);
    expect(personDifferences(alva, hidden).map((each) => each.kind)).toEqual(['protection-gained']);
    expect(personDifferences(hidden, { ...alva, protection: 'protected-registration' })).toEqual([]);
  });

  it('tells a new civic number by its kind and never by its digits', () => {
    expect(personDifferences({ ...alva, civicNumber: '20090301TF02' }, alva)).toEqual([
      { kind: 'civic-number', before: 'provisional', after: 'personal' },
    ]);
    expect([null, '20090301TF02', '200903612388', '200903312384'].map(civicNumberKind)).toEqual([
      'none',
      'provisional',
      'coordination',
      'personal',
    ]);
  });

  it('tells a name that changes, but not an address or a log-in name', () => {
    expect(personDifferences(alva, { ...alva, familyName: 'Berg' })).toEqual([
      { kind: 'name', before: 'Alva Andersson', after: 'Alva Berg' },
    ]);
    expect(personDifferences(alva, { ...alva, email: 'a@b.se', federatedName: 'alva' })).toEqual([]);
  });
});

describe('an enrolment that ends', () => {
  const ends = (before: string | null, after: string | null) =>
    endsNow({ ...enrolment, ends: before }, { ...enrolment, ends: after }, on);

  it('is one that is given a last day, or a sooner one that has come', () => {
    expect(ends(null, '2027-06-10')).toBe(true);
    expect(ends('2027-06-10', on)).toBe(true);
  });

  it('is not one whose planned last day is moved, taken back, or was long ago', () => {
    expect(ends('2027-06-10', '2027-06-09')).toBe(false);
    expect(ends('2027-06-10', '2026-11-23')).toBe(false);
    expect(ends(on, on)).toBe(false);
    expect(ends('2027-06-10', null)).toBe(false);
    expect(ends('2026-11-21', '2026-11-20')).toBe(false);
  });
});

describe('a class that gives way to another', () => {
  const tie = { studentId: 10, otherId: 30, starts: '2025-08-18', ends: null };
  const names = (id: number) => `klass ${id}`;

  it('is told by both names; a first class, and a last one, are no change of class', () => {
    const next = { ...tie, otherId: 31 };
    expect(tieDifference('class', { begin: [next], end: [tie] }, names)).toEqual([
      { kind: 'class', before: 'klass 30', after: 'klass 31' },
    ]);
    expect(tieDifference('class', { begin: [next], end: [] }, names)).toEqual([]);
    expect(tieDifference('class', { begin: [], end: [tie] }, names)).toEqual([]);
    expect(tieDifference('class', { begin: [tie], end: [tie] }, names)).toEqual([]);
  });
});
