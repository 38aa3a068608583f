import { expect, test } from 'vitest';
import type { Level, SignalId } from '../rules/index.ts';
import { compareOrder, orderParts } from './order.ts';
import { release } from './release.ts';
import { standing } from './standing.ts';
import type { Signal, SignalState } from './types.ts';

function signal(
  id: SignalId,
  level: Level,
  state: SignalState = 'aktiv',
  other: Partial<Signal> = {},
): Signal {
  return {
    signal: id,
    level,
    state,
    since: '2025-11-03',
    levelSince: '2025-11-03',
    levelBefore: level,
    rest: null,
    history: [],
    ...other,
  } as Signal;
}

test('one family at level 1 is bevaka, at level 2 agera, at level 3 akut', () => {
  expect(standing([]).word).toBeNull();
  expect(standing([signal('N01', 1)])).toMatchObject({
    level: 1,
    word: 'bevaka',
    families: [{ family: 'N', level: 1 }],
  });
  expect(standing([signal('N01', 2)]).word).toBe('agera');
  expect(standing([signal('N01', 3)]).word).toBe('akut');
});

test('inside a family only the worst counts, two families are agera', () => {
  expect(standing([signal('N01', 1), signal('N02', 1), signal('N03', 1)]).word).toBe('bevaka');
  expect(standing([signal('N01', 1), signal('S17', 1)]).word).toBe('agera');
});

test('the school’s own to-do never adds to a student’s situation', () => {
  expect(standing([signal('P18', 2)])).toEqual({ level: 0, word: null, families: [] });
  expect(standing([signal('N01', 1), signal('P18', 2)]).word).toBe('bevaka');
});

test('a resting signal still counts; a candidate, a cleared one and one said to be wrong do not', () => {
  expect(standing([signal('N01', 2, 'kvitterad')]).word).toBe('agera');
  for (const state of ['kandidat', 'klar', 'fel', 'otillräckligt underlag'] as const)
    expect(standing([signal('N01', 2, state)]).word).toBeNull();
});

test('whom first: akut, then the weighted parts, then longer and worse', () => {
  const on = '2025-11-24';
  const of = (...signals: Signal[]) => orderParts(signals, on);
  const [acute, two, one] = [
    of(signal('N01', 3)),
    of(signal('N01', 2), signal('S17', 2)),
    of(signal('N01', 1)),
  ];
  const worse = of(signal('N01', 1, 'aktiv', { levelBefore: 0 }));
  const long = of(signal('N01', 1, 'aktiv', { since: '2025-10-01' }));
  expect([one, worse, two, acute].toSorted(compareOrder)).toEqual([acute, two, worse, one]);
  expect(compareOrder(long, one)).toBeLessThan(0);
  expect([long.longActive, of(signal('N01', 1, 'aktiv', { since: '2025-10-13' })).longActive]).toEqual([
    true,
    false,
  ]);
});

test('a mentor meets three new a week; level 3 comes on top; the rest wait in order', () => {
  const order = orderParts([signal('N01', 1)], '2025-11-24');
  const strong = orderParts([signal('N01', 2)], '2025-11-24');
  const waiting = [
    { key: 'a', level: 1 as const, order },
    { key: 'b', level: 1 as const, order },
    { key: 'c', level: 2 as const, order: strong },
    { key: 'd', level: 1 as const, order },
    { key: 'e', level: 3 as const, order: orderParts([signal('N01', 3)], '2025-11-24') },
  ];
  const keys = (list: readonly { key: string }[]) => list.map((each) => each.key);
  const none = release(waiting, 0);
  expect([keys(none.shown), keys(none.queue)]).toEqual([['e', 'c', 'a', 'b'], ['d']]);
  const two = release(waiting, 2);
  expect([keys(two.shown), keys(two.queue)]).toEqual([
    ['e', 'c'],
    ['a', 'b', 'd'],
  ]);
  const full = release(waiting, 7);
  expect([keys(full.shown), keys(full.queue)]).toEqual([['e'], ['c', 'a', 'b', 'd']]);
});
