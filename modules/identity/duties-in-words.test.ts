import { expect, test } from 'vitest';
import { dutiesInWords } from './duties-in-words.ts';

const duty = (title: string, unit: string | null) => ({ title, unit });

test('several duties at one school are said together', () => {
  const duties = [duty('mentor', 'Ekdalagymnasiet'), duty('lärare i svenska', 'Ekdalagymnasiet')];
  expect(dutiesInWords(duties)).toBe('mentor och lärare i svenska, Ekdalagymnasiet');
});

test('the same duty at two schools is said once', () => {
  const duties = [duty('kurator', 'Ekdalagymnasiet'), duty('kurator', 'Hamngymnasiet')];
  expect(dutiesInWords(duties)).toBe('kurator, Ekdalagymnasiet och Hamngymnasiet');
});

test('different duties at different schools are kept apart, and one for the whole organiser has no school', () => {
  const duties = [duty('rektor', 'Hamngymnasiet'), duty('dataskyddsombud', null)];
  expect(dutiesInWords(duties)).toBe('rektor, Hamngymnasiet; dataskyddsombud');
  expect(dutiesInWords([])).toBe('');
});
