import { expect, test } from 'vitest';
import { minutesBetween, swedishTime } from './local-time.ts';

test('an instant is a Swedish day and clock, in winter and in summer', () => {
  expect(swedishTime('2026-11-16T07:10:00Z')).toEqual({ day: '2026-11-16', minute: 490 });
  expect(swedishTime('2026-06-01T06:10:00Z')).toEqual({ day: '2026-06-01', minute: 490 });
  expect(swedishTime('2026-11-15T23:30:00.000Z')).toEqual({ day: '2026-11-16', minute: 30 });
  expect(swedishTime('2026-11-16T08:10:00+01:00')).toEqual({ day: '2026-11-16', minute: 490 });
});

test('a time without a zone is taken for Swedish, and what is no time is none', () => {
  expect(swedishTime('2026-11-16T08:10:00')).toEqual({ day: '2026-11-16', minute: 490 });
  expect(swedishTime('i morgon')).toBeNull();
  expect(swedishTime('2026-13-16T08:10:00Z')).toBeNull();
});

test('a lesson over the night when the clock is moved has the minutes that the clock shows', () => {
  expect(minutesBetween('2026-11-16T07:10:00Z', '2026-11-16T08:10:00Z')).toBe(60);
  expect(minutesBetween('2026-11-16T22:30:00Z', '2026-11-16T23:30:00Z')).toBe(60);
  expect(minutesBetween('2026-11-16T08:10:00Z', 'sen')).toBeNull();
});
