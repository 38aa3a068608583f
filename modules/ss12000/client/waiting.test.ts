import { expect, test } from 'vitest';
import { pauseBefore, retryAfter } from './waiting.ts';

const now = new Date('2025-10-01T08:00:00Z');

test.each<[string | null, number | null]>([
  ['0', 0],
  ['120', 120_000],
  [' 2.5 ', 2_500],
  ['Wed, 01 Oct 2025 08:01:00 GMT', 60_000],
  ['Wed, 01 Oct 2025 08:00:00 GMT', 0],
  ['Wed, 01 Oct 2025 07:59:00 GMT', 0],
  ['snart', null],
  ['-5', null],
  ['', null],
  [null, null],
])('Retry-After %j is %j milliseconds', (header, ms) => {
  expect(retryAfter(header, now)).toBe(ms);
});

test('the pause is doubled each time and never longer than a minute', () => {
  expect([2, 3, 4, 5, 6, 7, 8, 20].map((attempt) => pauseBefore(attempt, 1))).toEqual([
    1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000,
  ]);
  expect(pauseBefore(2, 0)).toBe(500);
});
