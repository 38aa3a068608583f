import { describe, expect, test } from 'vitest';
import { checkN01 } from './n01-high-absence.ts';
import { catalogueThresholds, limitsOn } from './thresholds.ts';
import type { WindowFacts } from './types.ts';

const limits = limitsOn(catalogueThresholds, '2025-11-10');

/** Absent lessons of 1,000, so that tenths of a percent can be told apart. */
function check(absent: number, other: Partial<WindowFacts> = {}) {
  return checkN01(
    { weeks: 4, from: 0, to: 27, lessons: 1000, reported: 1000, absent, invalid: 0, episodes: 3, ...other },
    limits,
  );
}

describe('each level begins at its limit', () => {
  test.each([
    [149, 0],
    [150, 1],
    [151, 1],
    [199, 1],
    [200, 2],
    [299, 2],
    [300, 3],
    [1000, 3],
  ])('%i of 1000 lessons is level %i', (absent, level) => expect(check(absent)).toMatchObject({ level }));
});

test('every level needs three occasions, or three percent invalid', () => {
  for (const absent of [150, 200, 300]) {
    expect(check(absent, { episodes: 2 })).toMatchObject({ level: 0 });
    expect(check(absent, { episodes: 2, invalid: 29 })).toMatchObject({ level: 0 });
    expect(check(absent, { episodes: 2, invalid: 30 })).not.toMatchObject({ level: 0 });
    expect(check(absent, { episodes: 1, invalid: 30 })).not.toMatchObject({ level: 0 });
    expect(check(absent, { episodes: 3 })).not.toMatchObject({ level: 0 });
  }
});

test('it clears below ten percent, not at it', () => {
  expect(check(99)).toMatchObject({ clear: true });
  expect(check(100)).toMatchObject({ clear: false });
  expect(check(101)).toMatchObject({ clear: false });
});

test('one long illness is not high absence: that is long absence', () => {
  expect(check(400, { episodes: 1 })).toEqual({ level: 0, clear: false });
});

test('too little reported is no answer', () => {
  expect(check(300, { reported: 849 })).toEqual({ insufficient: 'reporting' });
  expect(check(20, { lessons: 39, reported: 39 })).toEqual({ insufficient: 'lessons' });
});
