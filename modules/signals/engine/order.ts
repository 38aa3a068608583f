import { daysBetween, type LocalDate } from '../../../platform/local-date.ts';
import { familyLevels, type Standing } from './standing.ts';
import type { Signal } from './types.ts';

/** What a student is ordered by. Shown as these parts, never as a number: it is no probability. */
export interface OrderParts {
  families: Standing['families'];
  /** Some signal has been on for more than six weeks. */
  longActive: boolean;
  /** Some signal is at a higher level than four weeks ago. */
  worse: boolean;
}

/** Missing work and failed results say more than absence, and absence more than nothing (signals.md 3.0). */
const weights = { N: 1, A: 1.5, R: 1.5, S: 1 } as const;
const longDays = 42;

/** The parts that order a student on a day. */
export function orderParts(signals: readonly Signal[], on: LocalDate): OrderParts {
  const active = signals.filter((each) => each.state === 'aktiv' && each.signal !== 'P18');
  return {
    families: familyLevels(signals),
    longActive: active.some((each) => daysBetween(each.since, on) > longDays),
    worse: active.some((each) => each.level > each.levelBefore),
  };
}

/** Whom first: negative when `a` comes before `b`. Akut first, then the weighted parts. */
export function compareOrder(a: OrderParts, b: OrderParts): number {
  return worstLevel(b) - worstLevel(a) || sumOf(b) - sumOf(a);
}

function worstLevel(parts: OrderParts): number {
  return parts.families.some((each) => each.level === 3) ? 1 : 0;
}

function sumOf(parts: OrderParts): number {
  const levels = parts.families.reduce((sum, each) => sum + each.level * weights[each.family], 0);
  return levels + (parts.longActive ? 1 : 0) + (parts.worse ? 1 : 0);
}

/** The same order as one number, larger first, for the database to sort by. It is no probability and is never shown. */
export function orderRank(parts: OrderParts): number {
  return worstLevel(parts) * 100 + sumOf(parts);
}
