import { expect, test } from 'vitest';
import { sessionHolds, worthTouching } from './session-life.ts';

const start = Date.parse('2026-11-23T07:00:00Z');
const after = (hours: number, ms = 0) => new Date(start + hours * 3_600_000 + ms);
const times = (lastSeen: number) => ({ expiresAt: after(12), lastSeenAt: after(lastSeen) });

test('a session that nobody uses holds until eight hours have passed', () => {
  expect(sessionHolds(times(0), after(8, -1))).toBe(true);
  expect(sessionHolds(times(0), after(8))).toBe(false);
  expect(sessionHolds(times(0), after(8, 1))).toBe(false);
});

test('a session in constant use holds until twelve hours after the log-in', () => {
  expect(sessionHolds(times(11.9), after(12, -1))).toBe(true);
  expect(sessionHolds(times(11.9), after(12))).toBe(false);
  expect(sessionHolds(times(11.9), after(12, 1))).toBe(false);
});

test('the last use is written down at most once a minute', () => {
  expect(worthTouching(times(0), after(0, 59_999))).toBe(false);
  expect(worthTouching(times(0), after(0, 60_000))).toBe(true);
});
