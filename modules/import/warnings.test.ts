import { expect, it } from 'vitest';
import { countCodes } from './warnings.ts';

const said = (...codes: string[]): string => {
  const counter = countCodes();
  for (const code of codes) counter.add(code);
  return counter.warning('unknown-course', (list) => `Okända kurskoder: ${list}.`)[0]!.says;
};

it('names the codes that are unknown, ten at most', () => {
  expect(said('MAT9', 'ENGENG99', 'MAT9')).toBe('Okända kurskoder: ENGENG99, MAT9.');
  const many = Array.from({ length: 12 }, (_, at) => `KURS${10 + at}`);
  expect(said(...many)).toBe(`Okända kurskoder: ${many.slice(0, 10).join(', ')} och 2 till.`);
});

it('names nothing that may be a person: in a file with shifted columns names stand where codes should', () => {
  expect(said('Ek')).toBe('Okända kurskoder: en kod som inte visas här.');
  expect(said('Åsa Öst', '200903012384', '090301-2384', 'asa1@exempel.se')).toBe(
    'Okända kurskoder: 4 koder som inte visas här.',
  );
  expect(said('MAT9', 'Åsa')).toBe('Okända kurskoder: MAT9 och 1 till.');
});
