import { describe, expect, test } from 'vitest';
import { checkN04 } from './n04-long-absence.ts';
import { catalogueThresholds, limitsOn } from './thresholds.ts';

const limits = limitsOn(catalogueThresholds, '2025-11-10');
const check = (days: number, unknown = 0, presentOfFive = 0) =>
  checkN04({ days, unknown, presentOfFive }, limits);

describe('each level begins at its limit', () => {
  test.each([
    [9, 0, 0],
    [10, 0, 2],
    [19, 0, 2],
    [20, 0, 3],
    [4, 4, 0],
    [5, 4, 0],
    [5, 5, 2],
    [20, 20, 3],
  ])('%i days away, %i of them unexplained, is level %i', (days, unknown, level) =>
    expect(check(days, unknown).level).toBe(level),
  );
});

test('it clears when three of the last five days were attended', () => {
  expect(check(0, 0, 2).clear).toBe(false);
  expect(check(0, 0, 3).clear).toBe(true);
});
