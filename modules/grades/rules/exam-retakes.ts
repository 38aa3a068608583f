import type { Course } from './exam-courses.ts';
import type { Requirement } from './exam-requirements.ts';
import { pointsByStage } from './exam-standing.ts';

/** What remains when everything open is passed: slots to fill (one bit each), and points by requirement. */
type Need = { readonly slots: number; readonly points: readonly number[] };
type Item = { course: Course; order: number; slots: number; gains: readonly number[] };
type Choice = {
  readonly count: number;
  readonly points: number;
  readonly early: number;
  readonly taken: Taken;
};
type Taken = { readonly item: Item; readonly rest: Taken } | null;

const none: Choice = { count: 0, points: 0, early: 0, taken: null };

/**
 * The smallest set of failed courses that leads to the exam, everything open passed: fewest courses, then fewest points,
 * then as the study plan stands. Null when none does. `covers`: passing a higher level of a subject passes the lower too.
 *
 * Exact: each course is both taken and left, in turn, and only what remains to be met is remembered, so no set is
 * passed over. The best set of what follows is the best whatever was chosen before it: count and points add up, and of two
 * sets of one size the earlier is the one that has the first course they do not share. Points come in fives and needs end
 * at 2,500, so few remainders are met even when a whole plan is failed.
 */
export function smallestRetakes(
  courses: readonly Course[],
  requirements: readonly Requirement[],
  covers: boolean,
): readonly Course[] | null {
  const need = needOf(courses, requirements);
  if (need.slots === 0 && need.points.every((each) => each === 0)) return [];
  const items = itemsOf(courses, requirements, covers);
  const best = search(items, need, covers);
  if (!best) return null;
  const taken: Item[] = [];
  for (let each = best.taken; each; each = each.rest) taken.push(each.item);
  return taken.sort((a, b) => a.order - b.order).map(({ course }) => course);
}

function needOf(courses: readonly Course[], requirements: readonly Requirement[]): Need {
  let slots = 0;
  let bit = 1;
  const points: number[] = [];
  for (const each of requirements) {
    for (const slot of each.slots) {
      if (!courses.some((course) => course.stage < 2 && slot.fits(course))) slots |= bit;
      bit <<= 1;
    }
    if (each.sum) points.push(Math.max(0, each.sum.need - pointsByStage(courses, each.sum)[1]));
  }
  return { slots, points };
}

/** Failed courses; with levels, those of one subject stand together, the highest first. */
function itemsOf(
  courses: readonly Course[],
  requirements: readonly Requirement[],
  covers: boolean,
): readonly Item[] {
  const items = courses
    .filter(({ stage }) => stage === 2)
    .map((course, order) => itemOf(course, order, requirements));
  if (!covers) return items;
  const first = new Map<string | null, number>();
  for (const { course, order } of items) if (!first.has(course.subject)) first.set(course.subject, order);
  return items.sort(
    (a, b) =>
      first.get(a.course.subject)! - first.get(b.course.subject)! ||
      b.course.level - a.course.level ||
      a.order - b.order,
  );
}

function itemOf(course: Course, order: number, requirements: readonly Requirement[]): Item {
  let slots = 0;
  let bit = 1;
  const gains: number[] = [];
  for (const each of requirements) {
    for (const slot of each.slots) {
      if (slot.fits(course)) slots |= bit;
      bit <<= 1;
    }
    if (each.sum) gains.push(each.sum.stage(course) === 2 ? course.points : 0);
  }
  return { course, order, slots, gains };
}

function search(items: readonly Item[], whole: Need, covers: boolean): Choice | undefined {
  const known = items.map(() => new Map<number, Choice | undefined>());
  const left = sumsFromHere(items, whole.points.length);

  /** `above`: the highest level taken of the subject of the course before; 0 when none is. */
  function best(at: number, need: Need, above: number): Choice | undefined {
    if (need.slots === 0 && need.points.every((each) => each === 0)) return none;
    const item = items[at];
    if (!item || need.points.some((each, index) => each > left[at]![index]!)) return undefined;
    const top = covers && item.course.subject !== null && sameSubject(items[at - 1], item) ? above : 0;
    const key = keyOf(need, top);
    if (known[at]!.has(key)) return known[at]!.get(key);
    const choice = decideOn(at, item, need, top);
    known[at]!.set(key, choice);
    return choice;
  }

  function decideOn(at: number, item: Item, need: Need, top: number): Choice | undefined {
    const met = without(need, item);
    if (top > item.course.level) return best(at + 1, met, top);
    const rest = best(at + 1, met, Math.max(top, item.course.level));
    const skipped = best(at + 1, need, top);
    if (!rest) return skipped;
    const taken: Choice = {
      count: rest.count + 1,
      points: rest.points + item.course.points,
      early: rest.early + 2 ** -item.order,
      taken: { item, rest: rest.taken },
    };
    return skipped && isBetter(skipped, taken) ? skipped : taken;
  }

  return best(0, whole, 0);
}

function sumsFromHere(items: readonly Item[], width: number): readonly (readonly number[])[] {
  const sums: number[][] = [];
  let after = new Array<number>(width).fill(0);
  for (let at = items.length - 1; at >= 0; at--) {
    after = after.map((sum, index) => sum + items[at]!.gains[index]!);
    sums[at] = after;
  }
  return sums;
}

function sameSubject(before: Item | undefined, item: Item): boolean {
  return before !== undefined && before.course.subject === item.course.subject;
}

function without({ slots, points }: Need, item: Item): Need {
  return {
    slots: slots & ~item.slots,
    points: points.map((each, index) => Math.max(0, each - item.gains[index]!)),
  };
}

/** One number for what remains: at most 8 slots, three needs below 2,501 and a level below 16. */
function keyOf({ slots, points }: Need, top: number): number {
  let key = slots * 16 + top;
  for (const each of points) key = key * 2501 + each;
  return key;
}

/** `early` adds 2⁻ⁿ for the n:th failed course: the greater has the first one that two sets do not share. */
function isBetter(a: Choice, b: Choice): boolean {
  if (a.count !== b.count) return a.count < b.count;
  if (a.points !== b.points) return a.points < b.points;
  return a.early > b.early;
}
