import { expect, test } from 'vitest';
import { atLeast, insufficiency, percentOf } from './sufficiency.ts';
import { catalogueThresholds, limitsOn } from './thresholds.ts';

const limits = limitsOn(catalogueThresholds, '2025-11-10');
const window = { weeks: 4, from: 0, to: 27, absent: 0, invalid: 0, episodes: 0 };

test('forty reported lessons are enough, thirty-nine are not', () => {
  expect(insufficiency({ ...window, lessons: 40, reported: 39 }, limits)).toEqual({
    insufficient: 'lessons',
  });
  expect(insufficiency({ ...window, lessons: 40, reported: 40 }, limits)).toBeNull();
});

test('85 % reported is enough, less is not, however many lessons', () => {
  expect(insufficiency({ ...window, lessons: 1000, reported: 849 }, limits)).toEqual({
    insufficient: 'reporting',
  });
  expect(insufficiency({ ...window, lessons: 1000, reported: 850 }, limits)).toBeNull();
});

test('no lessons at all is too few, not zero absence', () => {
  expect(insufficiency({ ...window, lessons: 0, reported: 0 }, limits)).toEqual({ insufficient: 'lessons' });
});

test('a share is compared in whole numbers', () => {
  expect([atLeast(12, 80, 15), atLeast(11, 80, 15), atLeast(3, 20, 15)]).toEqual([true, false, true]);
  expect(percentOf(18, 82)).toBe(22);
  expect(percentOf(1, 0)).toBe(0);
});
