import { expect, test } from 'vitest';
import { ruleCards } from './index.ts';
import { thresholdFields } from './thresholds.ts';
import { signalIds } from './types.ts';

test('every signal has a card with its own id, words, a citation and limits that exist', () => {
  for (const id of signalIds) {
    const card = ruleCards[id];
    expect(card.id).toBe(id);
    expect([card.name, card.means, card.rule, card.version].every((text) => text.length > 3)).toBe(true);
    expect(card.citations.length).toBeGreaterThan(0);
    for (const key of card.thresholds) expect(Object.keys(thresholdFields)).toContain(key);
  }
});

test('every limit is shown by some card, or is common to all', () => {
  const shown = new Set<string>(Object.values(ruleCards).flatMap((card) => card.thresholds));
  const hidden = Object.keys(thresholdFields).filter((key) => !key.startsWith('common.') && !shown.has(key));
  expect(hidden).toEqual([]);
});

test('no text blames, shouts or regrets', () => {
  for (const card of Object.values(ruleCards)) {
    const words = [card.name, card.means, card.rule, ...card.citations.map((each) => each.text)].join(' ');
    expect(words).not.toMatch(/!|tyvärr|skolk|slarv/i);
  }
});
