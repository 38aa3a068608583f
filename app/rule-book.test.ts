import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { askBook, citation } from '../law/index.ts';
import { asMarkdown } from '../modules/rule-book/rules/index.ts';
import { projectRoot } from '../platform/server/project-root.ts';
import { book } from './rule-book.ts';
import { rulePlaces } from './rule-places.ts';

const root = projectRoot();

test('docs/rules.md is what the book says; ./fullfolj rules list --markdown > docs/rules.md makes it anew', () => {
  expect(readFileSync(join(root, 'docs', 'rules.md'), 'utf8')).toBe(asMarkdown(book, rulePlaces(root)));
});

test('every rule is written in one file with a test beside it', () => {
  const places = rulePlaces(root);
  expect(book.rules.filter(({ id }) => !places.has(id)).map(({ id }) => id)).toEqual([]);
});

test('every rule that is written stands in the book', () => {
  expect([...rulePlaces(root).keys()].filter((id) => !book.find(id))).toEqual([]);
});

test.each(book.rules)('$id cites a paragraph and answers its own example', (rule) => {
  for (const { basis } of rule.versions)
    for (const each of basis) {
      expect(citation(each)).toMatch(/\S/);
      expect(each.seen, citation(each)).toMatch(/\S/);
      // Words are shown as law only where the text was read.
      if (each.quote) expect(each.verified).toBe(true);
    }
  const answer = askBook(book, { rule: rule.id, facts: rule.example, on: '2026-11-25' });
  expect(answer.verdict, JSON.stringify(answer.reasons)).not.toBe('missing');
  expect(answer.reasons.flatMap((reason) => reason.basis).length).toBeGreaterThan(0);
});

test('a rule that is not there, and facts that are nothing, are answered', () => {
  expect(askBook(book, { rule: 'no/such', on: '2026-11-25' })).toMatchObject({
    verdict: 'missing',
    reasons: [{ code: 'unknown-rule' }],
  });
  for (const { id } of book.rules)
    for (const facts of [null, 7, 'x', [], {}, { programme: {}, grades: 'E' }])
      expect(['ok', 'missing', 'refused']).toContain(
        askBook(book, { rule: id, facts, on: '2026-11-25' }).verdict,
      );
});
