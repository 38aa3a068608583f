import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AnyRule, because, ok, type RoutineKind, skollagen } from '../../../law/index.ts';
import { mayHaveRoutine } from './may-have-routine.ts';

const basis = [skollagen.unread('1 kap. 1 §', 'Påhittad för testet.')];
const kinds: RoutineKind[] = [
  { key: 'at-most', label: 'Egen gräns', unit: 'dagar', tighter: 'lower', limit: 59, basis },
  { key: 'at-least', label: 'Egna timmar', unit: 'timmar', tighter: 'higher', limit: 23, basis },
  { key: 'target', label: 'Eget mål', unit: 'dagar', tighter: 'lower', limit: null, basis },
  { key: 'any', label: 'Eget tal', unit: 'gånger', tighter: 'any', limit: 4, basis },
  { key: 'sign-off', label: 'En till som skriver under', unit: null, tighter: 'any', limit: null, basis },
];
const rule: AnyRule = {
  ...{ id: 'test/rule', title: '', sentence: '', facts: {}, example: {}, routines: kinds },
  versions: [{ inForce: { from: '2018-07-01' }, basis, check: () => ok(1, because('a', 'b', ...basis)) }],
};
const ask = (key: string, value: number | string) => mayHaveRoutine(rule, key, value);

test.each([
  ['a limit that the law sets high: below', 'at-most', 58, 'ok'],
  ['at', 'at-most', 59, 'ok'],
  ['above', 'at-most', 60, 'refused'],
  ['none at all', 'at-most', 0, 'ok'],
  ['a limit that the law sets low: below', 'at-least', 22, 'refused'],
  ['at', 'at-least', 23, 'ok'],
  ['above', 'at-least', 24, 'ok'],
  ['where the law has no number, up to three years of days', 'target', 1_095, 'ok'],
  ['more than anybody means', 'target', 1_096, 'refused'],
  ['where neither way is tighter, any', 'any', 5, 'ok'],
  ['a capacity that signs too', 'sign-off', 'head-of-education', 'ok'],
  ['a sign-off by nobody', 'sign-off', '', 'refused'],
  ['a sign-off by a number', 'sign-off', 3, 'refused'],
  ['a number in words', 'target', 'tre', 'refused'],
  ['half a day', 'target', 1.5, 'refused'],
  ['less than nothing', 'target', -1, 'refused'],
  ['no number', 'target', Number.NaN, 'refused'],
  ['without end', 'target', Number.POSITIVE_INFINITY, 'refused'],
  ['a routine that the rule does not have', 'colour', 1, 'refused'],
])('%s (%s, %s): %s', (_, key, value, verdict) => {
  expect(ask(key, value).verdict).toBe(verdict);
});

test('a rule without routines has none', () => {
  const { routines: _, ...bare } = rule;
  expect(mayHaveRoutine(bare, 'target', 1)).toMatchObject({
    verdict: 'refused',
    reasons: [{ code: 'no-such-routine' }],
  });
});

test('a refusal says what the law demands and what to choose', () => {
  const { reasons } = ask('at-most', 60);
  expect(reasons).toMatchObject([
    { says: '60 dagar är mindre strängt än lagen, som kräver högst 59 dagar. Välj högst 59.', basis },
  ]);
  expect(ask('at-least', 22).reasons[0]?.says).toContain('minst 23 timmar');
});

test('a routine never loosens the law, whatever the number', () => {
  fc.assert(
    fc.property(fc.integer({ min: -10, max: 200 }), (value) => {
      expect(ask('at-most', value).verdict === 'ok').toBe(value >= 0 && value <= 59);
      expect(ask('at-least', value).verdict === 'ok').toBe(value >= 23);
    }),
  );
});
