import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../platform/local-date.ts';
import { inForceOn, isTimeline, type Period, versionOn } from './timeline.ts';

const old = { inForce: { from: '2018-07-01', through: '2019-06-30' }, name: 'old' };
const now = { inForce: { from: '2019-07-01' }, name: 'now' };

test.each([
  ['2018-06-30', undefined],
  ['2018-07-01', 'old'],
  ['2019-06-30', 'old'],
  ['2019-07-01', 'now'],
  ['2099-01-01', 'now'],
])('on %s the version is %s', (on, name) => {
  expect(versionOn([old, now], on)?.name).toBe(name);
});

test('a period has both its days, and none before or after', () => {
  const days = ['2018-06-30', '2018-07-01', '2019-06-30', '2019-07-01'];
  expect(days.map((on) => inForceOn(old.inForce, on))).toEqual([false, true, true, false]);
});

test('in a gap nothing is in force: never an older version instead', () => {
  const later = { inForce: { from: '2019-07-02' }, name: 'later' };
  expect(isTimeline([old, later])).toBe(true);
  expect(versionOn([old, later], '2019-07-01')).toBeUndefined();
});

test.each([
  ['nothing', [], true],
  ['one without end', [now], true],
  ['one day', [{ inForce: { from: '2019-07-01', through: '2019-07-01' } }], true],
  ['one that ends before it begins', [{ inForce: { from: '2019-07-02', through: '2019-07-01' } }], false],
  ['two in order', [old, now], true],
  ['two out of order', [now, old], false],
  ['two that share a day', [old, { inForce: { from: '2019-06-30' } }], false],
  ['one without end before another', [{ inForce: { from: '2018-07-01' } }, now], false],
  ['the same twice', [now, now], false],
])('is it a timeline? %s', (_, versions, is) => {
  expect(isTimeline(versions)).toBe(is);
});

test('what is a timeline gives no day two versions, and what gives a day two is none', () => {
  const length = fc.option(fc.integer({ min: -1, max: 40 }), { nil: undefined });
  const period = fc
    .tuple(fc.integer({ min: 0, max: 200 }), length)
    .map(([from, days]): { inForce: Period } => ({
      inForce: {
        from: addDays('2020-01-01', from),
        ...(days === undefined ? {} : { through: addDays('2020-01-01', from + days) }),
      },
    }));
  fc.assert(
    fc.property(fc.array(period, { maxLength: 4 }), (versions) => {
      const days = Array.from({ length: 260 }, (_, index) => addDays('2020-01-01', index));
      const twice = days.some((on) => versions.filter(({ inForce }) => inForceOn(inForce, on)).length > 1);
      if (isTimeline(versions)) expect(twice).toBe(false);
      if (twice) expect(isTimeline(versions)).toBe(false);
    }),
    { numRuns: 200 },
  );
});
