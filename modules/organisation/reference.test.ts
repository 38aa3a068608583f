import { expect, test } from 'vitest';
import {
  courseName,
  gy25LevelOf,
  isIntroductory,
  isKnownCourse,
  isKnownProgramme,
  municipalityName,
  programmeName,
  programmeOf,
} from './index.ts';

test.each([
  ['SASAP', 'Samhällsvetenskap', 'SA25'],
  ['SASAM', 'Samhällsvetenskap', 'SA'],
  ['NA25', 'Naturvetenskapsprogrammet', 'NA25'],
  ['IMS', 'Språkintroduktion', 'IM'],
  ['IMVBAG', 'Programinriktat val', 'IM'],
  ['XX99', 'XX99', 'XX99'],
])('the study path %s is %s, of %s', (code, name, programme) => {
  expect([programmeName(code), programmeOf(code)]).toEqual([name, programme]);
});

test.each([
  ['ENGE2000X', 'Engelska nivå 2'],
  ['MATMAT01b', 'Matematik 1b'],
  ['MODO1000XFRA', 'Moderna språk – fortsättning nivå 1'],
  ['GYARSA', 'Gymnasiearbete'],
  ['GYARNA25', 'Gymnasiearbete'],
  ['OKÄND', 'OKÄND'],
])('the course %s is called %s', (code, name) => {
  expect(courseName(code)).toBe(name);
});

test('introductory programmes are known by their codes, national ones are not among them', () => {
  expect(['IMA', 'IMV', 'IMYXX', 'SASAP', 'IN25'].filter(isIntroductory)).toEqual(['IMA', 'IMV', 'IMYXX']);
});

test('a municipality has its short name, an unknown code none', () => {
  expect(municipalityName('0180')).toBe('Stockholm');
  expect(municipalityName('9999')).toBeUndefined();
});

test('a Gy11 course leads to its Gy25 level where the examination tables pair them', () => {
  expect(gy25LevelOf('BIOBIO01')).toBe('BIOG1000X');
  expect(gy25LevelOf('ADMADM01')).toBeUndefined();
});

test('a code is known in the shapes that Skolverket gives it, and in no other', () => {
  const known = ['MATMAT01b', 'ADMADM00S', 'MATE1A00X', 'MODY1000XFRA', 'MODXXX01', 'GYARNA', 'GYARNA25'];
  expect(known.filter((code) => !isKnownCourse(code))).toEqual([]);
  const unknown = ['GYAR', 'GYARXX9', 'GYARNA26', 'MATE1A00XFR', 'MODY1000YFRA', 'EGEN01', ''];
  expect(unknown.filter(isKnownCourse)).toEqual([]);
});

test('study paths of both curricula are known, and introductory programmes with every suffix', () => {
  const known = [
    ...[
      'NA',
      'NANAT',
      'NA25',
      'NANAP',
      'SASAM',
      'IMA',
      'IMA00J',
      'IMS00G',
      'IMVBAG',
      'IMY',
      'IMIND',
      'IMPRE',
    ],
    ...['IMPRO', 'IMSPR', 'IMRBA'],
  ];
  expect(known.filter((code) => !isKnownProgramme(code))).toEqual([]);
  expect(['NA26', 'XX', 'IMXX', ''].filter(isKnownProgramme)).toEqual([]);
});
