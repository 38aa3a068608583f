import { expect, test } from 'vitest';
import { answerOf, decide } from '../../../law/index.ts';
import { investigationTime } from './investigation-time.ts';

const own = {
  rule: 'support/investigation-time',
  key: 'finished-within-days',
  value: 21,
  organiser: 'Ekdala kommun',
  inForce: { from: '2026-07-01' },
};
const ask = (facts: object, on = '2026-11-22', routines: Parameters<typeof decide>[3] = []) =>
  decide(investigationTime, facts, on, routines);

test.each([[{ reportedOn: '2026-11-02' }], [{}], [{ reportedOn: null }]])(
  'the law says promptly and sets no day, whatever is known: %j',
  (facts) => {
    expect(ask(facts)).toMatchObject({ verdict: 'ok', value: { target: null, promptly: true } });
  },
);

test('an organiser may set a target, which is told as its own', () => {
  const answer = ask({ reportedOn: '2026-11-02' }, '2026-11-22', [own]);
  expect(answer.value).toEqual({ target: '2026-11-23', promptly: true });
  const [law, target] = answerOf(answer).reasons;
  expect(law).toMatchObject({ code: 'promptly', basis: ['SFS 2010:800 3 kap. 7 §'] });
  expect(target).toMatchObject({
    code: 'own-target',
    basis: ['Ekdala kommun lokal rutin finished-within-days'],
  });
  expect(target?.says).toContain('ingen gräns i lagen');
});

test('with a target the day of the report is asked for', () => {
  const answer = ask({}, '2026-11-22', [own]);
  expect(answer).toMatchObject({
    verdict: 'missing',
    reasons: [{ code: 'promptly' }, { fact: 'reportedOn' }],
  });
});

test('the day before the routine there is no target, the same day there is', () => {
  expect(ask({ reportedOn: '2026-06-01' }, '2026-06-30', [own]).value?.target).toBeNull();
  expect(ask({ reportedOn: '2026-06-01' }, '2026-07-01', [own]).value?.target).toBe('2026-06-22');
});

test('the law limits no target', () => {
  expect(investigationTime.routines).toMatchObject([{ limit: null }]);
});

test('8 § became 7 § on 1 July 2019, and the chapter is rewritten on 1 July 2028', () => {
  const cited = (on: string) => answerOf(ask({}, on)).reasons[0]?.basis;
  expect(cited('2019-06-30')).toEqual(['SFS 2010:800 3 kap. 8 §']);
  expect(cited('2019-07-01')).toEqual(['SFS 2010:800 3 kap. 7 §']);
  expect(ask({}, '2028-07-01')).toMatchObject({ verdict: 'missing', version: null });
});
