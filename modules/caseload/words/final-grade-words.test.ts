import { expect, test } from 'vitest';
import type { CompulsoryGrade, CompulsorySubject } from '../../grades/index.ts';
import { finalGradesInWords } from './final-grade-words.ts';

const grade = (subject: CompulsorySubject, value: string, isPass: boolean | null): CompulsoryGrade => ({
  ...{ subject, value, isPass, language: null },
});

test('what lacks a pass is named with F or dash, and what has no grade is counted among neither', () => {
  const said = finalGradesInWords([
    grade('KE', '9', false),
    grade('MA', 'F', false),
    grade('EN', 'C', true),
    grade('FY', '3', null),
    grade('ML', '2', null),
  ]);
  expect(said).toEqual({
    passed: 'Godkänt i 1 av 3\u00a0ämnen.',
    lacking: 'Saknar godkänt: Matematik (F) och Kemi (streck).',
    withoutGrade: 'Utan betyg: Modersmål (inte betygssatt) och Fysik (inte läst).',
  });
});

test('nothing is said to be lacking when all is passed', () => {
  expect(finalGradesInWords([grade('EN', 'E', true)])).toEqual({
    passed: 'Godkänt i 1 av 1\u00a0ämne.',
    lacking: null,
    withoutGrade: null,
  });
});
