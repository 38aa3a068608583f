import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysBetween, epochDay, fromEpochDay, isLocalDate, mondayOf } from './local-date.ts';

test('days are counted as the calendar counts them, leap days and centuries included', () => {
  fc.assert(
    fc.property(fc.integer({ min: -150_000, max: 150_000 }), (days) => {
      const day = new Date(days * 86_400_000).toISOString().slice(0, 10);
      expect(epochDay(day)).toBe(days);
      expect(fromEpochDay(days)).toBe(day);
    }),
  );
});

test('the day after 28 February is 29 February in a leap year only', () => {
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
  expect(addDays('2025-02-28', 1)).toBe('2025-03-01');
  expect(addDays('2100-02-28', 1)).toBe('2100-03-01');
});

test('a week begins on Monday', () => {
  expect(mondayOf('2025-11-16')).toBe('2025-11-10');
  expect(mondayOf('2025-11-17')).toBe('2025-11-17');
  expect(daysBetween('2025-11-10', '2025-11-17')).toBe(7);
});

test('a day that does not exist, and another spelling, are no days', () => {
  expect(['2026-11-30', '2026-11-31', '2026-1-05', '20261130', ''].map(isLocalDate)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});
