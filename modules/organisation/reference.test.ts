import { expect, test } from 'vitest';
import {
  courseName,
  gy25LevelOf,
  isIntroductory,
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
