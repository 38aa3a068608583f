import { expect, test } from 'vitest';
import { answerOf, decide } from '../../../law/index.ts';
import { consultStudentHealth } from './consult-student-health.ts';

const ask = (facts: object, on = '2026-11-22') => decide(consultStudentHealth, facts, on);
const because = 'Behovet är fullt klarlagt.';

test.each([
  ['it has been done', { consulted: true }, 'done'],
  ['it has been done though it was unnecessary', { consulted: true, obviouslyUnnecessary: true }, 'done'],
  [
    'it is obviously unnecessary and the reason is written',
    { consulted: false, obviouslyUnnecessary: true, unnecessaryBecause: because },
    'unnecessary',
  ],
])('the demand is met when %s', (_, facts, consultation) => {
  expect(ask(facts)).toMatchObject({ verdict: 'ok', value: { consultation } });
});

test('without it, and without the exception, the demand is not met', () => {
  const answer = ask({ consulted: false, obviouslyUnnecessary: false });
  expect(answer).toMatchObject({ verdict: 'refused', value: { consultation: 'due' } });
});

test.each([
  ['nothing is known', {}, ['consulted', 'obviouslyUnnecessary']],
  ['whether it is unnecessary', { consulted: false }, ['obviouslyUnnecessary']],
  ['whether it has been done', { obviouslyUnnecessary: false }, ['consulted']],
  ['why it is unnecessary', { consulted: false, obviouslyUnnecessary: true }, ['unnecessaryBecause']],
  [
    'a blank reason is none',
    { consulted: false, obviouslyUnnecessary: true, unnecessaryBecause: ' ' },
    ['unnecessaryBecause'],
  ],
])('not known is asked for: %s', (_, facts, needed) => {
  const answer = ask(facts);
  expect(answer.verdict).toBe('missing');
  expect(answer.reasons.map(({ fact }) => fact)).toEqual(needed);
});

test('8 § became 7 § on 1 July 2019, and the chapter is rewritten on 1 July 2028', () => {
  const cited = (on: string) => answerOf(ask({ consulted: true }, on)).reasons[0]?.basis;
  expect(cited('2019-06-30')).toEqual(['SFS 2010:800 3 kap. 8 §']);
  expect(cited('2019-07-01')).toEqual(['SFS 2010:800 3 kap. 7 §']);
  expect(ask({ consulted: true }, '2028-07-01')).toMatchObject({ verdict: 'missing', version: null });
});
