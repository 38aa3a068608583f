import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decide } from '../../../law/index.ts';
import { teachingHours } from './teaching-hours.ts';

function ask(facts: object, on = '2026-11-22', routines: Parameters<typeof decide>[3] = []) {
  return decide(teachingHours, facts, on, routines);
}

test.each([
  ['below', [22.99], 22.99, 'refused'],
  ['at', [23], 23, 'ok'],
  ['above', [23.01], 23.01, 'ok'],
  ['at, from weeks above and below', [22.9, 23.1], 23, 'ok'],
  ['below, by an hour in three weeks', [23, 23, 22], 22.66, 'refused'],
  ['below, with a week without teaching', [46, 0, 22], 22.66, 'refused'],
  ['above, with a week without teaching', [46, 0, 24], 23.33, 'ok'],
])('%s 23 hours on average', (_, weeklyHours, average, verdict) => {
  expect(ask({ weeklyHours })).toMatchObject({ verdict, value: { average, least: 23 } });
});

test('any number of weeks with 23 hours is enough, and a hundredth less in one of them is not', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), (weeks) => {
      const full = Array.from({ length: weeks }, () => 23);
      expect(ask({ weeklyHours: full }).verdict).toBe('ok');
      expect(ask({ weeklyHours: [...full.slice(1), 22.99] }).verdict).toBe('refused');
    }),
  );
});

const both = { requestedByStudent: true, specialReasonsByOrganiser: true };

test.each([
  ['with both conditions', both, 'ok'],
  ['that the student has not asked for', { ...both, requestedByStudent: false }, 'refused'],
  ['without special reasons', { ...both, specialReasonsByOrganiser: false }, 'refused'],
  ['without either', { requestedByStudent: false, specialReasonsByOrganiser: false }, 'refused'],
  ['not known to be asked for', { ...both, requestedByStudent: null }, 'missing'],
  ['whose reasons are not known', { requestedByStudent: true }, 'missing'],
  ['not asked for, reasons not known', { requestedByStudent: false }, 'refused'],
  ['that there is none of', null, 'refused'],
])('fewer hours by a reduction %s', (_, reduction, verdict) => {
  expect(ask({ weeklyHours: [15, 15], reduction })).toMatchObject({ verdict, value: { average: 15 } });
  expect(ask({ weeklyHours: [23], reduction }).verdict).toBe('ok');
});

test('a refused reduction tells all its reasons', () => {
  const reduction = { requestedByStudent: false, specialReasonsByOrganiser: false };
  expect(ask({ weeklyHours: [15], reduction }).reasons.map((each) => each.code)).toEqual([
    'too-few-hours',
    'not-requested',
    'no-special-reasons',
  ]);
});

test.each([
  [{}],
  [{ weeklyHours: null }],
  [{ weeklyHours: [] }],
  [{ weeklyHours: [23, null] }],
  [{ weeklyHours: [-1] }],
])('hours are asked for, not guessed: %j', (facts) => {
  expect(ask(facts)).toMatchObject({ verdict: 'missing', reasons: [{ fact: 'weeklyHours' }] });
});

test('an organiser may promise more than the law, never less', () => {
  const own = { rule: 'introductory/teaching-hours', key: 'weekly-hours', organiser: 'Ekdala kommun' };
  const routine = (value: number) => [{ ...own, value, inForce: { from: '2026-07-01' } }];
  const answer = ask({ weeklyHours: [24] }, '2026-11-22', routine(25));
  expect(answer).toMatchObject({ verdict: 'ok', value: { internalLeast: 25 } });
  expect(answer.reasons.at(-1)).toMatchObject({ code: 'below-own-hours', basis: [{ kind: 'routine' }] });
  expect(ask({ weeklyHours: [22] }, '2026-11-22', routine(20))).toMatchObject({
    verdict: 'refused',
    value: { internalLeast: 23 },
  });
});

test('the guarantee holds from July 2018, for all who study', () => {
  expect(ask({ weeklyHours: [23] }, '2018-06-30').version).toBeNull();
  expect(ask({ weeklyHours: [23] }, '2018-07-01').verdict).toBe('ok');
});
