import { describe, expect, it } from 'vitest';
import { missingWeeks, type WeekPresence } from './missing-lessons.ts';

const week: WeekPresence = {
  unit: 'Ekdalagymnasiet',
  monday: '2026-11-09',
  named: 100,
  students: 100,
  inFiles: 1_000,
  hereForNamed: 1_000,
  here: 1_000,
};
const whole = { from: '2026-11-09', to: '2026-11-13' };
const missing = (change: Partial<WeekPresence>, period = whole) =>
  missingWeeks([{ ...week, ...change }], period).length;

describe('a week of which the files hold far less than stands here', () => {
  it('is told when more than a fifth is lacking', () => {
    expect([801, 800, 799].map((inFiles) => missing({ inFiles }))).toEqual([0, 0, 1]);
  });

  it('is held against the same students when the files are about fewer than half of the unit', () => {
    const half = { inFiles: 500, hereForNamed: 500 };
    expect([51, 50, 49].map((named) => missing({ ...half, named }))).toEqual([1, 1, 0]);
    expect(missingWeeks([{ ...week, inFiles: 100, hereForNamed: 300, named: 20 }], whole)).toEqual([
      { unit: 'Ekdalagymnasiet', monday: '2026-11-09', inFiles: 100, here: 300, isPart: true },
    ]);
  });

  it('is a week that the files cover from Monday to Friday, not one that they begin or end in', () => {
    const few = { inFiles: 100 };
    expect(missing(few, { from: '2026-11-02', to: '2026-11-20' })).toBe(1);
    expect(missing(few, { from: '2026-11-10', to: '2026-11-20' })).toBe(0);
    expect(missing(few, { from: '2026-11-02', to: '2026-11-12' })).toBe(0);
  });
});
