import fc from 'fast-check';
import { expect, test } from 'vitest';
import { skollagen } from './basis.ts';
import { askBook, ruleBook } from './registry.ts';
import type { AnyRule } from './rule.ts';
import { because, ok } from './verdict.ts';

const basis = skollagen.unread('1 kap. 1 §', 'Påhittad för testet.');
const version = {
  inForce: { from: '2018-07-01' },
  basis: [basis],
  check: () => ok('yes', because('yes', 'Ja.', basis)),
};
const rule = (id: string, change: Partial<AnyRule> = {}): AnyRule => ({
  ...{ id, title: id, sentence: id, facts: {}, versions: [version], example: {} },
  ...change,
});
const book = ruleBook([rule('test/one'), rule('test/two')]);

test('a rule is found by its id, and the order is kept', () => {
  expect(book.find('test/two')?.id).toBe('test/two');
  expect(book.find('toString')).toBeUndefined();
  expect(book.rules.map(({ id }) => id)).toEqual(['test/one', 'test/two']);
});

test.each([
  ['an id that stands twice', [rule('test/one'), rule('test/one')], 'test/one stands twice'],
  ['no version', [rule('test/one', { versions: [] })], 'overlap or lack order'],
  ['two versions on one day', [rule('test/one', { versions: [version, version] })], 'overlap or lack order'],
  ['a version without basis', [rule('test/one', { versions: [{ ...version, basis: [] }] })], 'without basis'],
])('a book with a fault does not open: %s', (_, rules, fault) => {
  expect(() => ruleBook(rules)).toThrow(fault);
});

test('all faults are told at once', () => {
  const faults = [
    rule('test/one', { versions: [] }),
    rule('test/two', { versions: [{ ...version, basis: [] }] }),
  ];
  expect(() => ruleBook(faults)).toThrow(/test\/one.*test\/two/);
});

test('a question without facts is a question', () => {
  expect(askBook(book, { rule: 'test/one', on: '2026-11-22' })).toMatchObject({
    verdict: 'ok',
    value: 'yes',
  });
});

test('a rule that is not in the book is not known, which is not no', () => {
  expect(askBook(book, { rule: 'test/three', on: '2026-11-22' })).toMatchObject({
    verdict: 'missing',
    version: null,
    reasons: [{ code: 'unknown-rule', basis: [] }],
  });
});

test('whatever is asked there is an answer', () => {
  const id = fc.oneof(
    fc.constant('test/one'),
    fc.string(),
    fc.integer(),
    fc.constant(null),
    fc.constant(undefined),
  );
  fc.assert(
    fc.property(id, fc.anything(), fc.string(), (asked, facts, on) => {
      const answer = askBook(book, { rule: asked, facts, on });
      expect(answer.reasons.length).toBeGreaterThan(0);
    }),
  );
});
