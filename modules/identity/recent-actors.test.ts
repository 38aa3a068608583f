import { expect, test } from 'vitest';
import type { Actor } from '../access/index.ts';
import { forgetActor, knownForMs, recentActor, rememberActor } from './recent-actors.ts';

const actor: Actor = {
  organiser: 1,
  personId: 7,
  name: 'Maria Holm',
  duties: [],
  isStudent: false,
  isGuardian: false,
};
const at = new Date('2026-11-23T08:00:00Z');
const later = (ms: number) => new Date(at.getTime() + ms);

test('a reader is known for three seconds, not longer', () => {
  rememberActor('a', actor, { today: '2026-11-23', now: at, expiresAt: later(3_600_000) });
  expect(recentActor('a', '2026-11-23', later(knownForMs - 1))).toEqual(actor);
  expect(recentActor('a', '2026-11-23', later(knownForMs))).toBeUndefined();
});
test('nobody is known from yesterday, from the future, or by another session', () => {
  rememberActor('b', actor, { today: '2026-11-23', now: at, expiresAt: later(3_600_000) });
  expect(recentActor('b', '2026-11-24', later(1))).toBeUndefined();
  expect(recentActor('b', '2026-11-23', later(-1))).toBeUndefined();
  expect(recentActor('c', '2026-11-23', later(1))).toBeUndefined();
});
test('whoever logged out is forgotten at once', () => {
  rememberActor('d', actor, { today: '2026-11-23', now: at, expiresAt: later(3_600_000) });
  forgetActor('d');
  expect(recentActor('d', '2026-11-23', later(1))).toBeUndefined();
});
test('nobody is known past the end of the session', () => {
  rememberActor('e', actor, { today: '2026-11-23', now: at, expiresAt: later(10) });
  expect(recentActor('e', '2026-11-23', later(9))).toEqual(actor);
  expect(recentActor('e', '2026-11-23', later(10))).toBeUndefined();
});
