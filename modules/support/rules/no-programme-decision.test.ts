import { expect, test } from 'vitest';
import { answerOf, decide } from '../../../law/index.ts';
import { noProgrammeDecision } from './no-programme-decision.ts';

const ask = (facts: object, on = '2026-11-22') => decide(noProgrammeDecision, facts, on);

test.each([
  ['no need, and it is decided', false, true, 'ok', { required: true }],
  ['no need, and nothing is decided', false, false, 'refused', { required: true }],
  ['no need, and nobody knows whether it is decided', false, null, 'missing', { required: true }],
  ['a need: a programme instead', true, null, 'ok', { required: false, instead: 'action-programme' }],
  ['a need, whatever was decided', true, true, 'ok', { required: false, instead: 'action-programme' }],
  ['it is not known what the investigation shows', null, true, 'missing', null],
])('the investigation shows %s', (_, investigationShowsNeed, formalDecision, verdict, value) => {
  const answer = answerOf(ask({ investigationShowsNeed, formalDecision }));
  expect(answer).toMatchObject({ verdict, value });
  expect(answer.reasons.flatMap(({ basis }) => basis)).toContain('SFS 2010:800 3 kap. 9 §');
});

test('what is due is told also when it is not known whether it is done', () => {
  const codes = ask({ investigationShowsNeed: false }).reasons.map(({ code }) => code);
  expect(codes).toEqual(['decision-due', 'fact-missing']);
});

test('the wording before July 2019 was not read, and that after June 2028 is not known', () => {
  const facts = { investigationShowsNeed: true };
  expect(answerOf(ask(facts, '2019-06-30')).reasons[0]).toMatchObject({ verified: false });
  expect(answerOf(ask(facts, '2019-07-01')).reasons[0]).toMatchObject({ verified: true });
  expect(ask(facts, '2028-07-01')).toMatchObject({ verdict: 'missing', version: null });
});
