import { expect, test } from 'vitest';
import { saidToReader } from './signal-words.ts';

const wish = 'Eleven bad 20 november om ett samtal med Maria Holm.';

test('a wish names the student, and the mentor it is for is "dig"', () => {
  expect(saidToReader(wish, 'Yusuf', 'Maria Holm')).toBe('Yusuf bad 20 november om ett samtal med dig.');
  expect(saidToReader(wish, 'Yusuf', 'Karim Lodin')).toBe(
    'Yusuf bad 20 november om ett samtal med Maria Holm.',
  );
});

test('a protected student stays "eleven"', () => {
  expect(saidToReader(wish, 'eleven', 'Maria Holm')).toBe('Eleven bad 20 november om ett samtal med dig.');
});

test('a sentence that is no wish is left alone', () => {
  const absence = 'Frånvaro 22 % senaste 4 skolveckorna: 18 av 82 lektioner.';
  expect(saidToReader(absence, 'Nora', 'Maria Holm')).toBe(absence);
});

test('a thought of quitting stands in the words that the student chose', () => {
  expect(saidToReader('Eleven sa 24 november att den funderar på att sluta.', 'Ebba', 'Oskar Frisk')).toBe(
    'Ebba sa 24 november: ”Jag funderar på att sluta.”',
  );
});
