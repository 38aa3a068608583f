import { expect, test } from 'vitest';
import { levelOfP18, type TalkClock } from './p18-no-mentor-talk.ts';
import { concernLevel } from './s17-own-or-staff-concern.ts';

const clock: TalkClock = { dueByTime: 100, dueInTerm: 100, dueBySignal: null, talkedThisTerm: true };

test('the reminder comes on the day the time is up, not the day before', () => {
  expect([levelOfP18(clock, 99), levelOfP18(clock, 100), levelOfP18(clock, 101)]).toEqual([0, 1, 1]);
});

test('no talk at all this term is one level higher', () => {
  expect(levelOfP18({ ...clock, talkedThisTerm: false }, 100)).toBe(2);
});

test('at the start of a term the time since the last one gives the lower level', () => {
  const late = { ...clock, talkedThisTerm: false, dueInTerm: 120 };
  expect([levelOfP18(late, 119), levelOfP18(late, 120)]).toEqual([1, 2]);
});

test('a signal that asks for action rings earlier', () => {
  expect([
    levelOfP18({ ...clock, dueBySignal: 90 }, 89),
    levelOfP18({ ...clock, dueBySignal: 90 }, 90),
  ]).toEqual([0, 1]);
});

test('what a student says weighs more than what staff think, and danger most', () => {
  expect(concernLevel).toEqual({ 'staff-concern': 1, 'wish-to-talk': 2, 'thinks-of-quitting': 3, unsafe: 3 });
});
