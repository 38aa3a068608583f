import { expect, test } from 'vitest';
import { decide } from '../../../law/index.ts';
import { educationPlan } from './education-plan.ts';

const plan = {
  purpose: 'Behörighet',
  mainContent: 'Engelska och matematik',
  length: 'Ett läsår',
  decidedByOrganiserOn: '2026-06-01',
};
const ask = (facts: object, on = '2026-11-22') => decide(educationPlan, facts, on);

test('a plan with its three parts and a decision is complete', () => {
  expect(ask(plan)).toMatchObject({ verdict: 'ok', value: { missing: [] } });
});

test.each(['purpose', 'mainContent', 'length'])(
  'a plan without %s is refused, and what is not told is asked for',
  (part) => {
    for (const empty of ['', '  \n', null])
      expect(ask({ ...plan, [part]: empty })).toMatchObject({
        verdict: 'refused',
        value: { missing: [part] },
      });
    expect(ask({ ...plan, [part]: undefined })).toMatchObject({
      verdict: 'missing',
      reasons: [{ fact: part }],
    });
  },
);

test.each([
  ['the day before', '2026-11-23', 'refused'],
  ['the same day', '2026-11-22', 'ok'],
  ['the day after', '2026-11-21', 'ok'],
])('asked %s the decision', (_, decidedByOrganiserOn, verdict) => {
  expect(ask({ ...plan, decidedByOrganiserOn }).verdict).toBe(verdict);
});

test.each([
  ['that is not made', null, 'refused'],
  ['that nobody has told about', undefined, 'missing'],
])('a decision %s', (_, decidedByOrganiserOn, verdict) => {
  expect(ask({ ...plan, decidedByOrganiserOn })).toMatchObject({
    verdict,
    value: { missing: ['decidedByOrganiserOn'] },
    reasons: [{ fact: 'decidedByOrganiserOn' }],
  });
});

test('all that lacks is told at once, and all that is not known', () => {
  const answer = ask({ purpose: '', mainContent: '', length: null });
  expect(answer).toMatchObject({
    verdict: 'refused',
    value: { missing: ['purpose', 'mainContent', 'length'] },
  });
  expect(answer.reasons.map((each) => each.fact)).toEqual([
    'purpose',
    'mainContent',
    'length',
    'decidedByOrganiserOn',
  ]);
  expect(ask({}).reasons).toHaveLength(4);
});

test('the demand on the contents holds from July 2019', () => {
  const older = { ...plan, decidedByOrganiserOn: '2019-05-01' };
  expect(ask(older, '2019-06-30').version).toBeNull();
  expect(ask(older, '2019-07-01').verdict).toBe('ok');
});
