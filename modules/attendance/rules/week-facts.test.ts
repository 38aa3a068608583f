import { expect, test } from 'vitest';
import { drawnWeek, drawnWeeks, present } from '../../../fixtures/drawn-weeks.ts';
import { episodesIn } from './episodes.ts';
import { type LessonFact, lessonIsAbsent, weekFacts } from './week-facts.ts';

const monday = '2025-11-10';
const lesson: LessonFact = {
  day: monday,
  startMinute: 480,
  minutes: 80,
  validMinutes: 0,
  invalidMinutes: 0,
  otherMinutes: 0,
  lateMinutes: 0,
  reported: true,
  reasonKnown: false,
  activityId: 1,
};

test('a lesson counts as absent from half of its length on, valid and invalid together', () => {
  expect(lessonIsAbsent({ ...lesson, invalidMinutes: 39 })).toBe(false);
  expect(lessonIsAbsent({ ...lesson, invalidMinutes: 40 })).toBe(true);
  expect(lessonIsAbsent({ ...lesson, invalidMinutes: 20, validMinutes: 20 })).toBe(true);
  expect(lessonIsAbsent({ ...lesson, minutes: 0 })).toBe(false);
});

test('a late arrival is no absence, but its minutes are invalid', () => {
  const week = drawnWeek(monday, 'l... .... .... .... ....');
  expect(week).toMatchObject({ absentLessons: 0, invalidMinutes: 15, lateLessons: 1, episodesStarted: 0 });
});

test('five minutes late is on time, six is late', () => {
  const late = (minutes: number) =>
    weekFacts(monday, [{ ...lesson, invalidMinutes: minutes, lateMinutes: minutes }]);
  expect(late(5).lateLessons).toBe(0);
  expect(late(6).lateLessons).toBe(1);
});

test('a lesson that is not reported is neither presence nor absence', () => {
  const week = drawnWeek(monday, '???? .... .... .... ....');
  expect(week).toMatchObject({
    lessons: 20,
    reportedLessons: 16,
    absentLessons: 0,
    offeredMinutes: 1200,
    reportedMinutes: 960,
  });
  expect(week.reportedDays).toBe(0b11110);
  expect(week.schoolDays).toBe(0b11111);
});

test('other activity is attendance', () => {
  const week = drawnWeek(monday, 'oooo .... .... .... ....');
  expect(week).toMatchObject({ absentLessons: 0, otherMinutes: 240, wholeDaysAbsent: 0 });
});

test('a lesson is invalid when at least as much of it is invalid as valid', () => {
  const mixed = (valid: number, invalid: number) =>
    weekFacts(monday, [{ ...lesson, validMinutes: valid, invalidMinutes: invalid }]).invalidLessons;
  expect(mixed(41, 39)).toBe(0);
  expect(mixed(40, 40)).toBe(1);
});

test('a run of absent lessons over days is one occasion, and a present lesson ends it', () => {
  expect(drawnWeek(monday, '..vv vv.. .... ...v .v..').episodesStarted).toBe(3);
  expect(drawnWeek(monday, '..vv .vv. .... .... ....').episodesStarted).toBe(2);
});

test('an unreported lesson does not break a run', () => {
  expect(drawnWeek(monday, '..vv ??v. .... .... ....').episodesStarted).toBe(1);
});

test('a run over a weekend is one occasion, and a week without reports does not break it', () => {
  const [ends, silent, starts] = [
    '.... .... .... .... ..vv',
    '???? ???? ???? ???? ????',
    'v... .... .... .... ....',
  ];
  expect(episodesIn(drawnWeeks(monday, [ends!, starts!]))).toBe(1);
  expect(episodesIn(drawnWeeks(monday, [ends!, silent!, starts!]))).toBe(1);
  expect(episodesIn(drawnWeeks(monday, [ends!, present, starts!]))).toBe(2);
});

test('a whole day away needs every reported lesson, and one attended lesson is enough to be present', () => {
  expect(drawnWeek(monday, 'vvvv vv?? .vvv ???? ....').wholeDaysAbsent).toBe(0b00011);
});

test('the reason of a day is unknown only when nobody has explained any of its lessons', () => {
  expect(drawnWeek(monday, 'iiii iivi vvvv .... ....').unknownReasonDays).toBe(0b00001);
});

test('invalid minutes stand on their days', () => {
  expect(drawnWeek(monday, 'i... .... l.i. .... ....').invalidByDay).toEqual([60, 0, 75, 0, 0, 0, 0]);
});

test('the order in which lessons are given changes nothing', () => {
  const lessons = [0, 1, 2].map((i) => ({
    ...lesson,
    startMinute: 480 + i * 90,
    validMinutes: i === 1 ? 0 : 80,
  }));
  expect(weekFacts(monday, lessons.toReversed())).toEqual(weekFacts(monday, lessons));
});

test('a lesson of another week is a bug', () => {
  expect(() => weekFacts(monday, [{ ...lesson, day: '2025-11-17' }])).toThrow('utside');
  expect(() => weekFacts(monday, [{ ...lesson, day: '2025-11-09' }])).toThrow('utside');
});
