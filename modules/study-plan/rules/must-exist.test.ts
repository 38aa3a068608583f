import { expect, test } from 'vitest';
import { citation, decide } from '../../../law/index.ts';
import { studyPlanMustExist } from './must-exist.ts';

const ask = (facts: object, on = '2026-11-22') => decide(studyPlanMustExist, facts, on);
const cited = (facts: object) =>
  ask(facts).reasons.flatMap(({ basis }) => basis.map((each) => [citation(each), each.verified]));

test.each(['IMV', 'IMY', 'IMA', 'IMS', 'NA25', 'BAHUS', 'IB001'])(
  'a student in %s shall have a plan',
  (programme) => {
    const value = { required: true, responsible: 'principal' };
    expect(ask({ programme, planExists: true })).toMatchObject({ verdict: 'ok', value });
    expect(ask({ programme, planExists: false })).toMatchObject({
      verdict: 'refused',
      value,
      reasons: [{ code: 'plan-missing' }, { code: 'principal-answers' }],
    });
  },
);

test('for an introductory programme the paragraph was read; for a national one it says that it was not reviewed', () => {
  expect(cited({ programme: 'IMS', planExists: true })[0]).toEqual(['SFS 2010:800 17 kap. 7 §', true]);
  expect(cited({ programme: 'NA25', planExists: true })[0]).toEqual(['SFS 2010:800 16 kap. 25 §', false]);
});

test.each([
  ['nothing', {}, ['programme', 'planExists']],
  ['the programme only', { programme: 'IMY' }, ['planExists']],
  ['an unknown programme', { programme: 'XX99', planExists: true }, ['programme']],
  ['an adapted programme', { programme: 'FB25', planExists: false }, ['programme']],
  ['null', { programme: 'IMY', planExists: null }, ['planExists']],
])('asked for, not guessed, when %s is given', (_, facts, asked) => {
  const answer = ask(facts);
  expect(answer.verdict).toBe('missing');
  expect(answer.reasons.map((each) => each.fact)).toEqual(asked);
});

test('sensitive information should go, as advice and not as law', () => {
  const answer = ask({ programme: 'IMS', planExists: true, containsSensitive: true });
  expect(answer.verdict).toBe('ok');
  expect(answer.reasons.at(-1)).toMatchObject({
    code: 'sensitive-should-go',
    basis: [{ kind: 'agency-advice', verified: false }],
  });
  expect(ask({ programme: 'IMS', planExists: true, containsSensitive: false }).reasons).toHaveLength(2);
});

test('the book knows the rule from July 2019', () => {
  const facts = { programme: 'IMS', planExists: true };
  expect(ask(facts, '2019-06-30').version).toBeNull();
  expect(ask(facts, '2019-07-01').verdict).toBe('ok');
});
