import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fact, labelOf, readFacts } from './facts.ts';

const shape = {
  day: fact.day('Dagen'),
  yes: fact.yesNo('Ja eller nej'),
  text: fact.text('Texten'),
  hours: fact.number('Timmarna'),
  kind: fact.choice('Sorten', { one: 'en', two: 'två' }),
  grades: fact.list('Betygen', fact.group('Betyg', { subject: fact.text('Ämnet') })),
};
const good = { day: '2026-11-22', yes: false, text: '', hours: 0, kind: 'two', grades: [{ subject: 'SV' }] };

test('facts that are understood are kept as they are', () => {
  expect(readFacts(shape, good)).toEqual({ facts: good, problems: [], unused: [] });
});

test('absent stays absent, null stays null: the rule says what each means', () => {
  expect(readFacts(shape, {}).facts).toEqual({});
  expect(readFacts(shape, { day: null, yes: undefined }).facts).toEqual({ day: null, yes: undefined });
});

test.each([
  ['day', '2026-02-30', 'Uppgiften kunde inte förstås: Dagen ska vara en dag, ÅÅÅÅ-MM-DD.'],
  ['day', '0026-11-22', 'Uppgiften kunde inte förstås: Dagen ska vara en dag, ÅÅÅÅ-MM-DD.'],
  ['day', '9999-12-31', 'Uppgiften kunde inte förstås: Dagen ska vara en dag, ÅÅÅÅ-MM-DD.'],
  ['day', '20261122', 'Uppgiften kunde inte förstås: Dagen ska vara en dag, ÅÅÅÅ-MM-DD.'],
  ['yes', 'ja', 'Uppgiften kunde inte förstås: Ja eller nej ska vara ja eller nej.'],
  ['text', 5, 'Uppgiften kunde inte förstås: Texten ska vara text.'],
  ['hours', -1, 'Uppgiften kunde inte förstås: Timmarna får inte vara negativt.'],
  ['hours', Number.NaN, 'Uppgiften kunde inte förstås: Timmarna ska vara ett tal.'],
  ['kind', 'three', 'Uppgiften kunde inte förstås: Sorten ska vara ett av: one, two.'],
  ['grades', {}, 'Uppgiften kunde inte förstås: Betygen ska vara en lista.'],
  ['grades', ['SV'], 'Uppgiften kunde inte förstås: Betygen (0) ska vara en grupp av uppgifter.'],
  ['grades', [{ subject: 5 }], 'Uppgiften kunde inte förstås: Betygen (0.subject) ska vara text.'],
])('%s as %j is not understood, and says what it should be', (name, value, says) => {
  const { facts, problems } = readFacts(shape, { ...good, [name]: value });
  expect(problems).toEqual([{ code: 'fact-not-understood', says, basis: [], fact: name }]);
  expect(facts).not.toHaveProperty(name);
});

test('all that is not understood is told, not only the first', () => {
  const { problems } = readFacts(shape, { day: 5, yes: 5, kind: 5, text: 'fine' });
  expect(problems.map((problem) => problem.fact)).toEqual(['day', 'yes', 'kind']);
});

test('what the rule never asks for is named; so are the names that objects are born with', () => {
  const given = JSON.parse('{"colour": 1, "constructor": 2, "__proto__": 3, "text": "a"}');
  const { facts, unused, problems } = readFacts(shape, given);
  expect([facts, problems]).toEqual([{ text: 'a' }, []]);
  expect(unused).toEqual(['colour', 'constructor', '__proto__']);
});

test('the label of a fact, or its name when it has none', () => {
  expect([labelOf(shape, 'day'), labelOf(shape, 'colour')]).toEqual(['Dagen', 'colour']);
});

test('nothing that anybody gives makes it throw, and what was not understood is not among the facts', () => {
  const likely = fc.record(Object.fromEntries(Object.keys(shape).map((name) => [name, fc.anything()])), {
    requiredKeys: [],
  });
  fc.assert(
    fc.property(
      fc.oneof(fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true }), likely),
      (given) => {
        const { facts, problems, unused } = readFacts(shape, given);
        for (const { fact: name } of problems) expect(Object.hasOwn(facts, name!)).toBe(false);
        for (const name of unused) expect(Object.hasOwn(shape, name)).toBe(false);
      },
    ),
    { numRuns: 500 },
  );
});
