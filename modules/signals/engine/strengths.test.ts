import { expect, test } from 'vitest';
import { type StrengthFacts, strengths } from './strengths.ts';

const nothing: StrengthFacts = { courses: [], attendance: null, subjects: [], noLateWeeks: 0 };
const texts = (facts: Partial<StrengthFacts>) => strengths({ ...nothing, ...facts }).map((each) => each.text);

test('nothing known is nothing said', () => {
  expect(texts({})).toEqual([]);
});

test('a grade that rose is told, one that fell or stayed is not', () => {
  expect(texts({ subjects: [{ name: 'Historia', grades: ['D', 'C'] }] })).toEqual([
    'Historia: från D till C',
  ]);
  expect(
    texts({
      subjects: [
        { name: 'Kemi', grades: ['C', 'D'] },
        { name: 'Fysik', grades: ['E', 'E'] },
        { name: 'Idrott', grades: ['D'] },
      ],
    }),
  ).toEqual([]);
  expect(texts({ subjects: [{ name: 'Svenska', grades: ['-', 'E'] }] })).toEqual([]);
});

test('the longest streak of four weeks and eight lessons is told', () => {
  const course = { name: 'Samhällskunskap', weeksWithoutAbsence: 6, lessons: 12 };
  expect(texts({ courses: [{ ...course, name: 'Kemi', weeksWithoutAbsence: 5 }, course] })).toEqual([
    'Inte missat en lektion i Samhällskunskap på sex veckor',
  ]);
  expect(texts({ courses: [{ ...course, weeksWithoutAbsence: 3 }] })).toEqual([]);
  expect(texts({ courses: [{ ...course, lessons: 7 }] })).toEqual([]);
  expect(texts({ courses: [{ ...course, weeksWithoutAbsence: 14 }] })[0]).toContain('på 14 veckor');
});

test('attendance of 95 percent over enough lessons is told, rounded down', () => {
  expect(texts({ attendance: { reported: 100, absent: 5 } })).toEqual(['Närvaro 95 %']);
  expect(texts({ attendance: { reported: 1000, absent: 51 } })).toEqual([]);
  expect(texts({ attendance: { reported: 39, absent: 0 } })).toEqual([]);
});

test('A and B are told, and eight weeks on time', () => {
  expect(texts({ subjects: [{ name: 'Svenska nivå 1', grades: ['B'] }], noLateWeeks: 8 })).toEqual([
    'B i Svenska nivå 1',
    'Inga sena ankomster på åtta veckor',
  ]);
  expect(texts({ noLateWeeks: 7 })).toEqual([]);
});
