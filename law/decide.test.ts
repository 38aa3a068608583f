import fc from 'fast-check';
import { expect, test } from 'vitest';
import { skollagen } from './basis.ts';
import { answerOf, decide } from './decide.ts';
import { fact } from './facts.ts';
import { defineRule } from './rule.ts';
import { because, missing, notKnown, ok, refused } from './verdict.ts';

const read = skollagen.read('1 kap. 1 §', 'Läst.');
const unread = skollagen.unread('1 kap. 2 §', 'Inte läst.');
const adults = defineRule({
  id: 'test/age',
  title: 'Ålder',
  sentence: 'Den som är 18 år får.',
  facts: { age: fact.number('Ålder'), asked: fact.day('Frågad den') },
  versions: [
    {
      inForce: { from: '2018-07-01', through: '2019-06-30' },
      basis: [read],
      check: () => ok('old', because('old', 'Då.', read)),
    },
    {
      inForce: { from: '2019-07-01', through: '2028-06-30' },
      basis: [read, unread],
      check: ({ age }, { on, local }) => {
        if (age == null) return missing<string>(null, notKnown('age', 'åldern', unread));
        if (age < 18) return refused<string>('young', because('young', 'För ung.', read, unread));
        return ok(`${on} ${local.sign?.value ?? ''}`, because('old-enough', 'Gammal nog.', read));
      },
    },
  ],
  changes: [
    { from: '2028-07-01', says: 'Regeln tas bort.', basis: [unread] },
    { from: '2030-07-01', says: 'En ny kommer.', basis: [unread] },
  ],
  example: { age: 18 },
});
const codes = (on: string) => decide(adults, { age: 18 }, on).reasons.map(({ code }) => code);

test('the version of the day answers, and is named by its first day', () => {
  expect(decide(adults, {}, '2019-06-30')).toMatchObject({ value: 'old', version: '2018-07-01' });
  expect(decide(adults, { age: 18 }, '2019-07-01')).toMatchObject({
    value: '2019-07-01 ',
    version: '2019-07-01',
  });
});

test('on a day without version nothing is asked, and the decided changes up to that day are told', () => {
  expect(codes('2018-06-30')).toEqual(['no-version']);
  expect(codes('2028-07-01')).toEqual(['no-version', 'decided-change']);
  expect(codes('2030-07-01')).toEqual(['no-version', 'decided-change', 'decided-change']);
  const says = (on: string) => decide(adults, {}, on).reasons[0]?.says;
  expect(says('2018-06-30')).toContain('Den första gäller från 2018-07-01');
  expect(says('2028-07-01')).toContain('Den senaste gällde till och med 2028-06-30');
});

test.each(['', '2026-02-30', '2026-1-5', '20261122', 'i dag', '2026-11-22T10:00', '0000-00-00'])(
  'a day that is written %j is no day',
  (on) => {
    const answer = decide(adults, { age: 18 }, on);
    expect(answer).toMatchObject({
      verdict: 'missing',
      version: null,
      reasons: [{ code: 'day-not-understood' }],
    });
  },
);

test('facts that are not understood are told together, and the check is not asked', () => {
  const answer = decide(adults, { age: 'arton', asked: 'i går', shoe: 42 }, '2026-11-22');
  expect(answer).toMatchObject({ verdict: 'missing', value: null, version: '2019-07-01', unused: ['shoe'] });
  expect(answer.reasons.map(({ fact: name }) => name)).toEqual(['age', 'asked']);
});

test('nothing that anybody gives makes it throw', () => {
  fc.assert(
    fc.property(fc.anything(), fc.oneof(fc.string(), fc.constant('2026-11-22')), (facts, on) => {
      expect(['ok', 'missing', 'refused']).toContain(decide(adults, facts, on).verdict);
    }),
    { numRuns: 1000 },
  );
});

test('only the routines of the rule and the day are met', () => {
  const own = { rule: 'test/age', key: 'sign', value: 'x', organiser: 'Ekdala kommun' };
  const during = { from: '2026-01-01', through: '2026-12-31' };
  const on = (day: string, rule = 'test/age') =>
    decide(adults, { age: 18 }, day, [{ ...own, rule, inForce: during }]).value;
  expect(on('2026-12-31')).toBe('2026-12-31 x');
  expect(on('2027-01-01')).toBe('2027-01-01 ');
  expect(on('2026-12-31', 'test/other')).toBe('2026-12-31 ');
});

test('an answer cites, says what is not verified, and names what was not asked for', () => {
  const answer = answerOf(decide(adults, { age: 17, shoe: 42 }, '2026-11-22'));
  expect(answer).toEqual({
    verdict: 'refused',
    value: 'young',
    version: '2019-07-01',
    reasons: [
      {
        code: 'young',
        says: 'För ung.',
        basis: ['SFS 2010:800 1 kap. 1 §', 'SFS 2010:800 1 kap. 2 §'],
        verified: false,
      },
      {
        code: 'fact-unused',
        says: 'Regeln frågar inte efter shoe.',
        fact: 'shoe',
        basis: [],
        verified: true,
      },
    ],
  });
});
