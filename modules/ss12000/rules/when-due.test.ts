import { describe, expect, test } from 'vitest';
import { isDue, nextPull, pauseAfter, type Schedule } from './when-due.ts';

const at = (text: string) => new Date(text);
const dayOf = (instant: Date) => instant.toISOString().slice(0, 10);
const now = (text: string) => ({ at: at(text), day: text.slice(0, 10), hour: Number(text.slice(11, 13)) });
const source: Schedule = {
  hour: 3,
  paused: false,
  startedAt: null,
  scheduledAt: null,
  nextTry: null,
  nudgedAt: null,
  interrupted: false,
};
const due = (more: Partial<Schedule>, when: string) => isDue({ ...source, ...more }, now(when), dayOf);

describe('when a source is pulled', () => {
  test('from its hour on, not before it', () => {
    expect(due({}, '2026-11-25T02:59:00Z')).toBe(false);
    expect(due({}, '2026-11-25T03:00:00Z')).toBe(true);
    expect(due({}, '2026-11-25T16:00:00Z')).toBe(true);
  });

  test('once a day, also when the server has been away for days', () => {
    const scheduledAt = at('2026-11-25T03:01:00Z');
    expect(due({ scheduledAt }, '2026-11-25T23:00:00Z')).toBe(false);
    expect(due({ scheduledAt }, '2026-11-26T02:00:00Z')).toBe(false);
    expect(due({ scheduledAt }, '2026-11-26T03:00:00Z')).toBe(true);
    expect(due({ scheduledAt }, '2026-11-29T09:00:00Z')).toBe(true);
  });

  test('at night although somebody looked at it the same day', () => {
    expect(due({ startedAt: at('2026-11-25T00:30:00Z') }, '2026-11-25T03:00:00Z')).toBe(true);
  });

  test('never while it is paused, and never by itself without an hour', () => {
    expect(due({ paused: true }, '2026-11-25T09:00:00Z')).toBe(false);
    expect(due({ hour: null }, '2026-11-25T09:00:00Z')).toBe(false);
  });

  test('again after the pause that a failure makes, not before', () => {
    const failed = { startedAt: at('2026-11-25T03:00:00Z'), nextTry: at('2026-11-25T03:15:00Z') };
    expect(due(failed, '2026-11-25T03:14:00Z')).toBe(false);
    expect(due(failed, '2026-11-25T03:15:00Z')).toBe(true);
  });

  test('soon after a nudge, but ten minutes after the last pull at the earliest', () => {
    const pulled = at('2026-11-25T09:00:00Z');
    const nudged = { startedAt: pulled, scheduledAt: pulled, nudgedAt: at('2026-11-25T09:05:00Z') };
    expect(due(nudged, '2026-11-25T09:09:00Z')).toBe(false);
    expect(due(nudged, '2026-11-25T09:10:00Z')).toBe(true);
    expect(due({ ...nudged, paused: true }, '2026-11-25T09:10:00Z')).toBe(false);
  });

  test('again a quarter of an hour after it began, when the server went down under it', () => {
    const begun = at('2026-11-25T03:00:00Z');
    const cut = { startedAt: begun, scheduledAt: begun, interrupted: true };
    expect(due(cut, '2026-11-25T03:14:59Z')).toBe(false);
    expect(due(cut, '2026-11-25T03:15:00Z')).toBe(true);
    expect(due({ ...cut, paused: true }, '2026-11-25T03:15:00Z')).toBe(false);
  });

  test('the pause grows from a quarter of an hour to four hours', () => {
    const minutes = (failures: number) => pauseAfter(failures) / 60_000;
    expect([1, 2, 3, 4, 5, 6, 90].map(minutes)).toEqual([15, 30, 60, 120, 240, 240, 240]);
  });

  test('the page tells when the next pull is meant to be', () => {
    const scheduledAt = at('2026-11-25T03:01:00Z');
    expect(nextPull(source, now('2026-11-25T02:00:00Z'), dayOf)).toEqual({ hour: 3, today: true });
    expect(nextPull({ ...source, scheduledAt }, now('2026-11-25T09:00:00Z'), dayOf)).toEqual({
      hour: 3,
      today: false,
    });
    expect(nextPull({ ...source, paused: true }, now('2026-11-25T09:00:00Z'), dayOf)).toBeNull();
  });
});
