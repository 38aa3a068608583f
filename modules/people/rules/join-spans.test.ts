import { expect, test } from 'vitest';
import { joinSpans, type Span } from './join-spans.ts';

const span = (goes: boolean, starts: string, ends: string | null = null, of = 'Ekdala'): Span => ({
  of,
  goes,
  starts,
  ends,
});

test('the same time at the same unit becomes one, from the first day to the last', () => {
  const stays = span(false, '2025-08-18');
  const goes = span(true, '2025-08-11', '2026-06-12');
  expect(joinSpans([stays, goes])).toEqual({
    moved: [],
    joined: [{ stays, starts: '2025-08-11', ends: null, absorbed: [goes] }],
  });
});

test('a last day is the later of the two', () => {
  const rows = [span(false, '2025-08-18', '2026-06-11'), span(true, '2025-08-18', '2026-06-12')];
  expect(joinSpans(rows).joined).toMatchObject([{ starts: '2025-08-18', ends: '2026-06-12' }]);
});

test.each([
  ['2026-06-11', 1],
  ['2026-06-12', 0],
  ['2026-06-13', 0],
])('one that begins %s, when the other ended 11 June, is joined: %i', (starts, joined) => {
  const found = joinSpans([span(false, '2025-08-18', '2026-06-11'), span(true, starts)]);
  expect(found.joined).toHaveLength(joined);
  expect(found.moved).toHaveLength(1 - joined);
});

test('a long one bridges two that stay: the latest of them stands for all', () => {
  const first = span(false, '2024-08-19', '2025-06-12');
  const latest = span(false, '2025-08-18');
  const goes = span(true, '2024-09-01', '2025-12-20');
  expect(joinSpans([latest, goes, first]).joined).toEqual([
    { stays: latest, starts: '2024-08-19', ends: null, absorbed: [first, goes] },
  ]);
});

test('another unit moves, and what the one that goes knows nothing of is left alone', () => {
  const goes = span(true, '2025-08-18', null, 'Hamn');
  expect(joinSpans([span(false, '2025-08-18'), goes])).toEqual({ moved: [goes], joined: [] });
});
