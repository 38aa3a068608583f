import { expect, test } from 'vitest';
import { answerOf, decide } from '../../../law/index.ts';
import { absenceInvestigation } from './investigation.ts';

const judged = { repeatedOrLonger: true, unnecessary: false, supportConditionsMet: false } as const;
const routine = (key: string, value: number) => ({
  rule: 'attendance/investigation',
  key,
  value,
  inForce: { from: '2026-07-01' },
  organiser: 'Ekdala kommun',
});

function ask(facts: object, on = '2026-11-22', routines: Parameters<typeof decide>[3] = []) {
  return answerOf(decide(absenceInvestigation, { ...judged, ...facts }, on, routines));
}

test.each([
  ['repeated or longer', {}, true, false],
  ['repeated, and support may be needed', { supportConditionsMet: true }, true, true],
  ['repeated, support not judged yet', { supportConditionsMet: null }, true, null],
  ['repeated, whether it is unnecessary not told', { unnecessary: null }, true, false],
  ['repeated, but unnecessary', { unnecessary: true }, false, false],
  ['unnecessary, yet support may be needed', { unnecessary: true, supportConditionsMet: true }, false, true],
  ['unnecessary, not judged otherwise', { unnecessary: true, repeatedOrLonger: null }, false, false],
  ['neither repeated nor longer', { repeatedOrLonger: false }, false, false],
])('%s', (_, facts, investigate, supportInvestigation) => {
  expect(ask(facts)).toMatchObject({ verdict: 'ok', value: { investigate, supportInvestigation } });
});

test('the law has no number: a high share alone is no answer, somebody judges', () => {
  expect(ask({ repeatedOrLonger: null, absencePercent: 60 })).toMatchObject({
    verdict: 'missing',
    reasons: [{ fact: 'repeatedOrLonger' }],
  });
});

test.each([
  ['just under', 14.9, null, 'missing'],
  ['at', 15, null, 'ok'],
  ['above', 15.1, null, 'ok'],
  ['at, though not found to be repeated', 15, false, 'ok'],
])('%s the organiser’s own limit', (_, absencePercent, repeatedOrLonger, verdict) => {
  const answer = ask({ repeatedOrLonger, absencePercent }, '2026-11-22', [
    routine('investigate-at-percent', 15),
  ]);
  expect(answer.verdict).toBe(verdict);
  if (verdict !== 'ok') return;
  expect(answer.value).toMatchObject({ investigate: true });
  expect(answer.reasons[0]).toMatchObject({
    code: 'own-limit',
    basis: ['Ekdala kommun lokal rutin investigate-at-percent', 'SFS 2010:800 15 kap. 16 §'],
  });
});

test('promptly has no days in law; an organiser may have some', () => {
  expect(ask({ noticedOn: '2026-11-20' }).value).not.toHaveProperty('internalDueOn');
  const own = [routine('investigated-within-days', 21)];
  expect(ask({ noticedOn: '2026-11-20' }, '2026-11-22', own).value).toMatchObject({
    internalDueOn: '2026-12-11',
  });
});

test.each([
  ['2018-06-30', 'missing', null, null],
  ['2018-07-01', 'ok', '2018-07-01', 'SFS 2010:800 3 kap. 8 §'],
  ['2019-06-30', 'ok', '2018-07-01', 'SFS 2010:800 3 kap. 8 §'],
  ['2019-07-01', 'ok', '2019-07-01', 'SFS 2010:800 3 kap. 7 §'],
])('on %s the investigation of support is cited by the number it had', (on, verdict, version, support) => {
  const answer = ask({ supportConditionsMet: true }, on);
  expect(answer).toMatchObject({ verdict, version });
  if (support) expect(answer.reasons.flatMap(({ basis }) => basis)).toContain(support);
});

test('adapted upper secondary school has its own paragraph', () => {
  expect(ask({ schoolForm: 'adapted-upper-secondary' }).reasons[0]?.basis).toEqual([
    'SFS 2010:800 18 kap. 16 §',
  ]);
});
