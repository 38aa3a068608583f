import { expect, test } from 'vitest';
import { answerOf, decide } from '../../../law/index.ts';
import { oneMentor } from './one-mentor.ts';

const maria = { mentor: 'Maria Holm', from: '2026-08-17' };
const other = { mentor: 'Erik Lind', from: '2026-08-17' };
const mentors = (list: unknown, on = '2026-11-22') => answerOf(decide(oneMentor, { mentors: list }, on));

test.each([
  ['one mentor', [maria], 'ok', 1],
  ['a mentor without days', [{ mentor: 'Maria Holm' }], 'ok', 1],
  ['the same mentor written twice', [maria, { ...maria, from: '2025-08-18' }], 'ok', 1],
  ['nobody', [], 'refused', 0],
  ['two', [maria, other], 'refused', 2],
  ['one whose last day is today', [{ ...maria, to: '2026-11-22' }], 'ok', 1],
  ['one whose last day was yesterday', [{ ...maria, to: '2026-11-21' }], 'refused', 0],
  ['one who begins today', [{ ...maria, from: '2026-11-22' }], 'ok', 1],
  ['one who begins tomorrow', [{ ...maria, from: '2026-11-23' }], 'refused', 0],
  [
    'a change of mentor over night',
    [
      { ...maria, to: '2026-11-21' },
      { ...other, from: '2026-11-22' },
    ],
    'ok',
    1,
  ],
])('%s', (_, list, verdict, count) => {
  expect(mentors(list)).toMatchObject({ verdict, value: { mentors: count } });
});

test('who the mentors are is asked for, which is not to have none', () => {
  expect(mentors(null)).toMatchObject({ verdict: 'missing', reasons: [{ fact: 'mentors' }] });
});

test('the right to a mentor begins in July 2019', () => {
  expect(mentors([], '2019-06-30')).toMatchObject({ verdict: 'missing', version: null });
  expect(mentors([], '2019-07-01')).toMatchObject({
    verdict: 'refused',
    reasons: [{ code: 'no-mentor', basis: ['SFS 2010:800 15 kap. 19 a §'] }],
  });
});

test('adapted upper secondary school has a paragraph of its own', () => {
  const facts = { mentors: [maria], schoolForm: 'adapted-upper-secondary' };
  expect(answerOf(decide(oneMentor, facts, '2026-11-22')).reasons[0]?.basis).toEqual([
    'SFS 2010:800 18 kap. 19 a §',
  ]);
});
