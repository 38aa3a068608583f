import { expect, test } from 'vitest';
import { finalGradeSentences } from '../reading/final-grade-sentences.ts';
import { gradeSentences } from '../reading/grade-sentences.ts';
import { guardianSentences } from '../reading/guardian-sentences.ts';
import { lessonSentences } from '../reading/lesson-sentences.ts';
import { periodSentences } from '../reading/period-sentences.ts';
import { dateSentences } from '../reading/read-cells.ts';
import { staffSentences } from '../reading/staff-sentences.ts';
import { studentSentences } from '../reading/student-sentences.ts';
import { reasonAndAdvice } from './refusal-advice.ts';

const all = [
  ...[studentSentences, staffSentences, guardianSentences, lessonSentences, periodSentences, gradeSentences],
  ...[finalGradeSentences, dateSentences],
].flatMap((each) => Object.values(each));

test.each(all)('%s is parted into what is wrong and what to do, with no word lost', (says) => {
  const { reason, advice } = reasonAndAdvice(says);
  expect(reason).not.toBe('');
  expect(`${reason} ${advice}`).toBe(says);
});

test('several reasons stand together, and so does what to do about them', () => {
  expect(
    reasonAndAdvice('Förnamn saknas. Fyll i det. Datumet går inte att läsa. Skriv det som ÅÅÅÅ-MM-DD.'),
  ).toEqual({
    reason: 'Förnamn saknas. Datumet går inte att läsa.',
    advice: 'Fyll i det. Skriv det som ÅÅÅÅ-MM-DD.',
  });
});

test('a time in a sentence does not part it', () => {
  expect(reasonAndAdvice('Starttiden går inte att läsa. Skriv den som 08.10.').advice).toBe(
    'Skriv den som 08.10.',
  );
});

test('one that only says what is wrong is put right where the file comes from', () => {
  expect(reasonAndAdvice('Kontrollsiffran stämmer inte. Någon siffra är fel.')).toEqual({
    reason: 'Kontrollsiffran stämmer inte. Någon siffra är fel.',
    advice: 'Rätta det i systemet som filen kommer från.',
  });
});
