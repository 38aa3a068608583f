import type { Level } from '../rules/index.ts';
import { compareOrder, type OrderParts } from './order.ts';

/** New signals a mentor meets in a week, at most; level 3 comes on top (signals.md 3.0, budget). */
export const weeklyBudget = 3;

/** A student with something new for the mentor. `key` is any stable name that breaks ties. */
export interface Waiting {
  key: string;
  level: Level;
  order: OrderParts;
}

/**
 * What a mentor is shown now and what waits, visibly, in the queue; both in order. `shownThisWeek` counts those of level
 * 1 and 2 already shown since Monday. Level 3 always passes and takes nothing from the budget.
 */
export function release<T extends Waiting>(
  waiting: readonly T[],
  shownThisWeek: number,
  budget: number = weeklyBudget,
): { shown: readonly T[]; queue: readonly T[] } {
  const ordered = waiting.toSorted((a, b) => compareOrder(a.order, b.order) || (a.key < b.key ? -1 : 1));
  const acute = ordered.filter((each) => each.level === 3);
  const others = ordered.filter((each) => each.level < 3);
  const room = Math.max(0, budget - shownThisWeek);
  return { shown: [...acute, ...others.slice(0, room)], queue: others.slice(room) };
}
