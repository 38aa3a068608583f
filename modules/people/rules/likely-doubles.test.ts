import { describe, expect, test } from 'vitest';
import { testCivicNumber } from '../../../fixtures/test-civic-numbers.ts';
import { judgeDoubles, type PairFacts, type PersonFacts } from './likely-doubles.ts';

const number = testCivicNumber('2009-09-08');
const otherNumber = testCivicNumber('2009-09-08', 1);
const bornLater = testCivicNumber('2009-12-01');
const temporary = `${number.slice(0, 8)}TF20`;

const nora: PersonFacts = {
  givenName: 'Nora',
  familyName: 'Lindgren',
  civicNumber: number,
  email: null,
  federatedName: null,
  units: [1],
  classId: 7,
  isStudent: true,
  worksAt: [],
};
const holm: PersonFacts = {
  ...nora,
  givenName: 'Maria',
  familyName: 'Holm',
  civicNumber: null,
  units: [],
  classId: null,
  isStudent: false,
  worksAt: [1],
};
const apart: PairFacts = { sameLessons: 0, clashingLessons: 0, tied: false };

const judge = (one: Partial<PersonFacts>, other: Partial<PersonFacts>, pair: Partial<PairFacts> = {}) =>
  judgeDoubles({ ...nora, ...one }, { ...nora, ...other }, { ...apart, ...pair });

describe('two are proposed as one', () => {
  test('when one has a TF number and the other a personnummer, with the same birth date and name', () => {
    expect(judge({}, { civicNumber: temporary })).toMatchObject({
      likely: true,
      speaksFor: ['provisional-number'],
      speaksAgainst: [],
    });
  });

  test('when one has a samordningsnummer and the other a personnummer of the same day', () => {
    const coordination = `${number.slice(0, 6)}${Number(number.slice(6, 8)) + 60}${number.slice(8)}`;
    expect(judge({}, { civicNumber: coordination })).toMatchObject({
      likely: true,
      speaksFor: ['provisional-number'],
    });
  });

  test('when two TF numbers tell the same birth date and the names are the same', () => {
    const other = `${number.slice(0, 8)}TF21`;
    expect(judge({ civicNumber: temporary }, { civicNumber: other })).toMatchObject({
      likely: true,
      speaksFor: ['birth-and-name'],
    });
  });

  test('when the ten digits are the same in different centuries', () => {
    expect(judge({}, { civicNumber: `19${number.slice(2)}` })).toMatchObject({
      likely: true,
      speaksFor: ['number-in-other-century'],
      speaksAgainst: ['other-birth'],
    });
  });

  test('when the name and the class are the same and one has no number', () => {
    expect(judge({}, { civicNumber: null })).toMatchObject({ likely: true, speaksFor: ['class-and-name'] });
    expect(judge({}, { civicNumber: null, classId: 8 }).likely).toBe(false);
    expect(judge({ classId: null }, { civicNumber: null, classId: null }).likely).toBe(false);
  });

  test('when the name and the e-mail address are the same, whatever its case, even with two personnummer', () => {
    const mail = { email: 'Nora.Lindgren@skola.se' };
    const found = judge(mail, { civicNumber: otherNumber, email: 'nora.lindgren@skola.se ', units: [2] });
    expect(found).toMatchObject({
      likely: true,
      speaksFor: ['birth-and-name', 'same-mail'],
      speaksAgainst: ['two-numbers', 'other-unit'],
    });
  });

  test('when the address of one is the log-in name of the other', () => {
    const found = judge(
      { email: 'nora@skola.se', classId: null },
      { civicNumber: null, classId: null, federatedName: 'NORA@skola.se' },
    );
    expect(found).toMatchObject({ likely: true, speaksFor: ['mail-is-log-in'] });
  });

  test('when somebody who works there has the name of a mentor who is only a name', () => {
    const known = { ...holm, federatedName: 'maria@skola.se' };
    expect(judge(known, holm)).toMatchObject({ likely: true, speaksFor: ['workplace-and-name'] });
    expect(judge(known, { ...holm, worksAt: [2] }).likely).toBe(false);
    expect(judge(known, { ...holm, federatedName: 'maria.h@skola.se' }).likely).toBe(false);
  });

  test('also where the name is spelled otherwise or has more given names', () => {
    for (const other of [
      { givenName: 'Nóra' },
      { givenName: 'Nora Karin' },
      { givenName: 'Lindgren', familyName: 'Nora' },
    ])
      expect(judge({}, { ...other, civicNumber: temporary }).likely).toBe(true);
  });
});

describe('two are not proposed', () => {
  test('with two different personnummer, though name, class and birth date are the same', () => {
    expect(judge({}, { civicNumber: otherNumber })).toMatchObject({
      likely: false,
      speaksFor: ['birth-and-name'],
      speaksAgainst: ['two-numbers'],
    });
  });

  test('for an address that siblings share', () => {
    const mail = { email: 'familjen@exempel.se' };
    const sibling = { ...mail, givenName: 'Alva', civicNumber: bornLater };
    expect(judge(mail, sibling)).toMatchObject({ likely: false, speaksFor: [] });
    expect(judge(mail, { ...sibling, civicNumber: null }).likely).toBe(false);
  });

  test('for twins: the same birth date and family name', () => {
    expect(judge({}, { givenName: 'Alva', civicNumber: otherNumber })).toMatchObject({
      likely: false,
      speaksAgainst: ['two-numbers', 'other-name'],
    });
  });

  test('when one is the other’s guardian or mentor, whatever they share', () => {
    const mail = { email: 'nora@exempel.se' };
    expect(judge(mail, { ...mail, civicNumber: null }).likely).toBe(true);
    expect(judge(mail, { ...mail, civicNumber: null }, { tied: true }).likely).toBe(false);
  });

  test('for lessons in common alone', () => {
    expect(judge({}, { givenName: 'Alva', civicNumber: null }, { sameLessons: 40 })).toMatchObject({
      likely: false,
      speaksFor: ['same-lessons'],
    });
  });

  test('when a name is missing', () => {
    expect(judge({ givenName: '' }, { givenName: '', civicNumber: null }).likely).toBe(false);
  });
});

test('what speaks against is told of a pair that is proposed', () => {
  const other = { civicNumber: temporary, units: [2], worksAt: [2] };
  expect(judge({}, other, { clashingLessons: 3, sameLessons: 1 })).toMatchObject({
    likely: true,
    speaksFor: ['provisional-number', 'same-lessons'],
    speaksAgainst: ['other-unit', 'clashing-lessons', 'student-and-staff'],
  });
});
