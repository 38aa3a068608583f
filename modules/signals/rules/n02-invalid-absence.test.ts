import { describe, expect, test } from 'vitest';
import { checkN02 } from './n02-invalid-absence.ts';
import { catalogueThresholds, limitsOn } from './thresholds.ts';
import type { WindowFacts } from './types.ts';

const limits = limitsOn(catalogueThresholds, '2025-11-10');
const quiet = { minutes: 0, days: 0 };

function check(invalid: number, month = quiet, other: Partial<WindowFacts> = {}) {
  const window = {
    weeks: 4,
    from: 0,
    to: 27,
    lessons: 1000,
    reported: 1000,
    absent: invalid,
    invalid,
    episodes: 1,
  };
  return checkN02({ ...window, ...other }, month, limits);
}

describe('each level begins at its limit', () => {
  test.each([
    [49, 0],
    [50, 1],
    [99, 1],
    [100, 3],
  ])('%i of 1000 lessons is level %i', (invalid, level) => expect(check(invalid)).toMatchObject({ level }));
});

describe('four hours in a month on two days is level 2', () => {
  test.each([
    [239, 2, 0],
    [240, 2, 2],
    [600, 2, 2],
    [240, 1, 0],
    [600, 1, 0],
  ])('%i minutes on %i days is level %i', (minutes, days, level) =>
    expect(check(10, { minutes, days })).toMatchObject({ level }),
  );
});

test('the month does not hide a share of ten percent', () => {
  expect(check(100, { minutes: 300, days: 3 })).toMatchObject({ level: 3 });
});

test('it clears below two percent, unless the month is still at four hours', () => {
  expect(check(19)).toMatchObject({ clear: true });
  expect(check(20)).toMatchObject({ clear: false });
  expect(check(0)).toMatchObject({ clear: true });
  expect(check(0, { minutes: 240, days: 2 })).toMatchObject({ clear: false, level: 2 });
});

test('too little reported is no answer, whatever the month', () => {
  expect(check(0, { minutes: 600, days: 5 }, { reported: 849 })).toEqual({ insufficient: 'reporting' });
});
