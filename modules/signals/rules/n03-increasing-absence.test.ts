import { describe, expect, test } from 'vitest';
import { checkN03 } from './n03-increasing-absence.ts';
import { catalogueThresholds, limitsOn } from './thresholds.ts';
import type { WindowFacts } from './types.ts';

const limits = limitsOn(catalogueThresholds, '2025-11-10');

function window(absent: number, other: Partial<WindowFacts> = {}): WindowFacts {
  return {
    weeks: 4,
    from: 0,
    to: 27,
    lessons: 1000,
    reported: 1000,
    absent,
    invalid: 0,
    episodes: 3,
    ...other,
  };
}

function check(before: number, now: number, groupChange: number | null = null, episodes = 3) {
  return checkN03(
    { recent: window(now, { episodes }), earlier: window(before, { episodes: 9 }), groupChange },
    limits,
  );
}

describe('each level begins at its limit', () => {
  test.each([
    [50, 149, 0],
    [50, 150, 1],
    [50, 249, 1],
    [50, 250, 2],
    [0, 100, 1],
  ])('from %i to %i of 1000 is level %i', (before, now, level) =>
    expect(check(before, now)).toMatchObject({ level }),
  );
});

test('the absence must also have doubled', () => {
  expect(check(110, 219)).toMatchObject({ level: 0 });
  expect(check(110, 220)).toMatchObject({ level: 1 });
  expect(check(300, 520)).toMatchObject({ level: 0 });
});

test('it takes three occasions', () => {
  expect(check(50, 250, null, 2)).toMatchObject({ level: 0 });
  expect(check(50, 250, null, 3)).toMatchObject({ level: 2 });
});

test('what the whole class has risen by is taken away', () => {
  expect(check(50, 150, 0.01)).toMatchObject({ level: 0 });
  expect(check(50, 160, 0.01)).toMatchObject({ level: 1 });
  expect(check(50, 250, 0.01)).toMatchObject({ level: 1 });
});

test('it clears when the rise is below five points', () => {
  expect(check(50, 99)).toMatchObject({ clear: true });
  expect(check(50, 100)).toMatchObject({ clear: false });
});

test('without an own earlier level there is nothing to compare with', () => {
  const recent = window(300);
  expect(checkN03({ recent, earlier: null, groupChange: null }, limits)).toEqual({ insufficient: 'earlier' });
  const thin = window(5, { lessons: 39, reported: 39 });
  expect(checkN03({ recent, earlier: thin, groupChange: null }, limits)).toEqual({ insufficient: 'earlier' });
  expect(
    checkN03({ recent: window(1, { reported: 800 }), earlier: recent, groupChange: null }, limits),
  ).toEqual({
    insufficient: 'reporting',
  });
});
