import { expect, test } from 'vitest';
import { drawnWeeks, present } from '../../../fixtures/drawn-weeks.ts';
import { epochDay } from '../../../platform/local-date.ts';
import { daysOff, usualCalendar } from './school-calendar.ts';
import { teachingWeeks } from './teaching-weeks.ts';

const none = { daysOff: new Set<number>(), groupStoodStill: new Set<number>() };

function taught(drawings: string[], skip = none): number[] {
  return [...teachingWeeks(drawnWeeks('2025-08-18', drawings), skip)];
}

test('a week with half of the normal lessons is a teaching week, one with fewer is not', () => {
  expect(taught([present, present, '.... .... .. _ _'])).toEqual([1, 1, 1]);
  expect(taught([present, present, '.... .... . _ _'])).toEqual([1, 1, 0]);
});

test('an empty week is skipped and never becomes the normal', () => {
  expect(taught([present, '_', '_', '_', present])).toEqual([1, 0, 0, 0, 1]);
});

test('a later week never changes the answer for an earlier one', () => {
  const few = '.... .... . _ _';
  expect(taught([present, present, few]).slice(0, 3)).toEqual([1, 1, 0]);
  expect(taught([present, present, few, few, few, few]).slice(0, 3)).toEqual([1, 1, 0]);
});

test('the normal begins anew with the school year', () => {
  const weeks = [
    ...drawnWeeks('2025-05-05', [present, present]),
    ...drawnWeeks('2025-08-18', ['.. .. .. _ _']),
  ];
  expect([...teachingWeeks(weeks, none)]).toEqual([1, 1, 1]);
});

test('a week in which the group stood still is skipped', () => {
  const groupStoodStill = new Set([epochDay('2025-08-25')]);
  expect(taught([present, present, present], { ...none, groupStoodStill })).toEqual([1, 0, 1]);
});

test('the autumn break does not count, even when somebody was taught in it', () => {
  const weeks = drawnWeeks('2025-10-20', [present, present, present]);
  expect([...teachingWeeks(weeks, { ...none, daysOff: daysOff(usualCalendar(2025)) })]).toEqual([1, 0, 1]);
});
