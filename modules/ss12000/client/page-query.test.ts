import { expect, test } from 'vitest';
import { type PageOrder, pageQuery } from './page-query.ts';
import type { Resource } from './resources.ts';

function asked(resource: Resource, order: PageOrder, limit: number | null = null): Record<string, string> {
  return Object.fromEntries(pageQuery(resource, order, limit));
}

test('days become Swedish times with the offset of the day, in summer and in winter', () => {
  const window = { from: '2025-10-25', to: '2025-10-26' };
  expect(asked('calendarEvents', { window })).toEqual({
    'startTime.onOrAfter': '2025-10-25T00:00:00+02:00',
    'startTime.onOrBefore': '2025-10-26T23:59:59+01:00',
  });
  const spring = { from: '2026-03-29', to: '2026-03-29' };
  expect(asked('calendarEvents', { window: spring })).toEqual({
    'startTime.onOrAfter': '2026-03-29T00:00:00+01:00',
    'startTime.onOrBefore': '2026-03-29T23:59:59+02:00',
  });
});

test('times are sent as they are, and as days where the standard wants days', () => {
  const window = { from: '2025-08-18T06:00:00Z', to: '2025-08-31T06:00:00Z' };
  expect(asked('calendarEvents', { window })).toEqual({
    'startTime.onOrAfter': window.from,
    'startTime.onOrBefore': window.to,
  });
  expect(asked('aggregatedAttendance', { window })).toEqual({
    startDate: '2025-08-18',
    endDate: '2025-08-31',
  });
});

test('absences that touch the window are asked for, not only those that begin in it', () => {
  expect(asked('absences', { window: { from: '2025-08-18', to: '2025-08-31' } })).toEqual({
    'startTime.onOrBefore': '2025-08-31T23:59:59+02:00',
    'endTime.onOrAfter': '2025-08-18T00:00:00+02:00',
  });
});

test('a list without such a filter is asked for whole', () => {
  const window = { from: '2025-08-18', to: '2025-08-31' };
  expect(asked('attendances', { window }, 10)).toEqual({ limit: '10' });
});

test('what was changed is asked for by time, and never of sums, that have none', () => {
  const order = {
    modifiedAfter: '2025-08-18T06:00:00+02:00',
    window: { from: '2025-08-18', to: '2025-08-19' },
  };
  expect(asked('persons', order)).toEqual({ 'meta.modified.after': order.modifiedAfter });
  expect(asked('aggregatedAttendance', order)).not.toHaveProperty('meta.modified.after');
  expect(pageQuery('persons', order, null).toString()).toContain('%2B02%3A00');
});

test('a page token stands with the limit and nothing else, also where a window is demanded', () => {
  const order = { pageToken: 'abc', modifiedAfter: '2025-08-18T06:00:00Z', expand: ['attendance'] };
  expect(asked('calendarEvents', order, 50)).toEqual({ limit: '50', pageToken: 'abc' });
});

test('each expansion is a parameter of its own', () => {
  expect(pageQuery('persons', { expand: ['duties', 'responsibleFor'] }, null).getAll('expand')).toEqual([
    'duties',
    'responsibleFor',
  ]);
});
