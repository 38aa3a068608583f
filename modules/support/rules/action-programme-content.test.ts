import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerOf, decide } from '../../../law/index.ts';
import { actionProgrammeContent } from './action-programme-content.ts';

const whole = {
  need: 'Behöver hjälp att komma igång.',
  measures: ['Speciallärare två timmar i veckan'],
  followUpOn: '2027-01-20',
  followUpResponsible: 'mentorn',
  evaluateOn: '2027-03-01',
  evaluationResponsible: 'rektorn',
  studentOfferedPart: true,
  guardianOfferedPart: true,
  studentAdult: false,
};
const parts = Object.keys(whole).filter((name) => name !== 'studentAdult') as (keyof typeof whole)[];

const ask = (facts: object, on = '2026-11-22') => decide(actionProgrammeContent, facts, on);

test('a whole programme lacks nothing', () => {
  const answer = answerOf(ask(whole));
  expect(answer).toMatchObject({ verdict: 'ok', value: { missing: [] }, version: '2019-07-01' });
  expect(answer.reasons[0]?.basis).toEqual(['SFS 2010:800 3 kap. 9 §']);
});

test.each(parts)('without %s it is not whole, absent or null', (part) => {
  const { [part]: _, ...rest } = whole;
  for (const facts of [rest, { ...whole, [part]: null }])
    expect(ask(facts)).toMatchObject({
      verdict: 'refused',
      value: { missing: [part] },
      reasons: [{ code: 'content-missing', fact: part }],
    });
});

test.each([
  ['blank text', { need: '  ' }, ['need']],
  ['no measures', { measures: [] }, ['measures']],
  ['blank measures', { measures: ['', ' '] }, ['measures']],
  ['the student was not offered part', { studentOfferedPart: false }, ['studentOfferedPart']],
  ['the guardian was not', { guardianOfferedPart: false }, ['guardianOfferedPart']],
  [
    'the evaluation',
    { evaluateOn: null, evaluationResponsible: '', studentOfferedPart: null },
    ['evaluateOn', 'evaluationResponsible', 'studentOfferedPart'],
  ],
])('what is lacking is told, all of it: %s', (_, change, lacking) => {
  expect(ask({ ...whole, ...change })).toMatchObject({ verdict: 'refused', value: { missing: lacking } });
});

test('nothing written lacks everything, in the order of the law', () => {
  expect(ask({ studentAdult: false }).value).toEqual({ missing: parts });
});

test('a student who is 18 has no guardian to offer part', () => {
  for (const guardianOfferedPart of [null, false, true])
    expect(ask({ ...whole, studentAdult: true, guardianOfferedPart }).verdict).toBe('ok');
});

test('whether the student is 18 is asked for only when it matters', () => {
  expect(ask({ ...whole, studentAdult: null }).verdict).toBe('ok');
  const unknown = { ...whole, studentAdult: null, guardianOfferedPart: null };
  expect(ask(unknown)).toMatchObject({ verdict: 'missing', reasons: [{ fact: 'studentAdult' }] });
  const also = ask({ ...unknown, need: '' });
  expect(also).toMatchObject({ verdict: 'refused', value: { missing: ['need'] } });
  expect(also.reasons.map(({ fact }) => fact)).toEqual(['need', 'studentAdult']);
});

test('a day that is no day is not understood', () => {
  expect(ask({ ...whole, followUpOn: '2027-02-30' })).toMatchObject({
    verdict: 'missing',
    reasons: [{ code: 'fact-not-understood', fact: 'followUpOn' }],
  });
});

test('before July 2019 the wording was not read, and after June 2028 it is not known', () => {
  expect(answerOf(ask(whole, '2019-06-30')).reasons[0]).toMatchObject({ verified: false });
  expect(answerOf(ask(whole, '2019-07-01')).reasons[0]).toMatchObject({ verified: true });
  expect(ask(whole, '2028-06-30').verdict).toBe('ok');
  expect(ask(whole, '2028-07-01')).toMatchObject({ verdict: 'missing', version: null });
});

test('exactly the parts that were taken away are told', () => {
  fc.assert(
    fc.property(fc.subarray(parts), (taken) => {
      const facts = { ...whole, ...Object.fromEntries(taken.map((part) => [part, null])) };
      expect(ask(facts).value).toEqual({ missing: taken });
    }),
  );
});
