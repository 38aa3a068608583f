import type { Course } from './exam-courses.ts';
import type { PointSum, Requirement } from './exam-requirements.ts';
import { pointsByStage } from './exam-standing.ts';

/** Points by requirement: there are three at the most. */
type Points = readonly [number, number, number];
type Item = { readonly course: Course; readonly order: number; readonly gains: Points };
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
  const sums = requirements.flatMap(({ sum }) => sum ?? []);
  const need = threeOf(sums, (sum) => Math.max(0, sum.need - pointsByStage(courses, sum)[1]));
  const best = search(itemsOf(courses, sums, covers), emptySlots(courses, requirements), need, covers);
  if (!best) return null;
  const taken: Item[] = [];
  for (let each = best.taken; each; each = each.rest) taken.push(each.item);
  return taken.sort((a, b) => a.order - b.order).map(({ course }) => course);
}

function threeOf(sums: readonly PointSum[], points: (sum: PointSum) => number): Points {
  const of = (index: number) => (sums[index] ? points(sums[index]) : 0);
  return [of(0), of(1), of(2)];
}

/** The slots that nothing fills when everything open is passed. */
function emptySlots(courses: readonly Course[], requirements: readonly Requirement[]): number {
  let empty = 0;
  for (const { slots } of requirements) for (const { bit } of slots) empty |= bit;
  for (const course of courses) if (course.stage < 2) empty &= ~course.slots;
  return empty;
}

/** Failed courses; with levels, those of one subject stand together, the highest first. */
function itemsOf(courses: readonly Course[], sums: readonly PointSum[], covers: boolean): readonly Item[] {
  const items = courses
    .filter(({ stage }) => stage === 2)
    .map((course, order) => ({
      ...{ course, order },
      gains: threeOf(sums, (sum) => (sum.stage(course) === 2 ? course.points : 0)),
    }));
  if (!covers || items.length < 2) return items;
  const first = new Map<string | null, number>();
  for (const { course, order } of items) if (!first.has(course.subject)) first.set(course.subject, order);
  return items.sort(
    (a, b) =>
      first.get(a.course.subject)! - first.get(b.course.subject)! ||
      b.course.level - a.course.level ||
      a.order - b.order,
  );
}

function search(items: readonly Item[], slots: number, need: Points, covers: boolean): Choice | undefined {
  const known = new Map<number, Choice | undefined>();
  const left = sumsFromHere(items);

  /** The best of the courses from `at` on, for the slots and points that remain. `above`: the highest level taken of the subject of the course before. */
  function best(
    at: number,
    slots: number,
    a: number,
    b: number,
    c: number,
    above: number,
  ): Choice | undefined {
    if (slots === 0 && a === 0 && b === 0 && c === 0) return none;
    const item = items[at];
    if (!item) return undefined;
    const sums = left[at]!;
    if (a > sums[0] || b > sums[1] || c > sums[2]) return undefined;
    const top = covers && isSameSubject(items[at - 1], item) ? above : 0;
    const key = keyOf(at, slots, a, b, c, top);
    const before = known.get(key);
    if (before !== undefined || known.has(key)) return before;
    const choice = takenOrLeft(item, at, slots, a, b, c, top);
    known.set(key, choice);
    return choice;
  }

  function takenOrLeft(item: Item, at: number, slots: number, a: number, b: number, c: number, top: number) {
    const { gains, course } = item;
    const isCovered = top > course.level;
    const rest = best(
      at + 1,
      slots & ~course.slots,
      Math.max(0, a - gains[0]),
      Math.max(0, b - gains[1]),
      Math.max(0, c - gains[2]),
      isCovered ? top : Math.max(top, course.level),
    );
    if (isCovered) return rest;
    const skipped = best(at + 1, slots, a, b, c, top);
    if (!rest || (skipped && isBetter(skipped, rest, item))) return skipped;
    return withItem(rest, item);
  }

  return best(0, slots, need[0], need[1], need[2], 0);
}

function withItem(rest: Choice, item: Item): Choice {
  return {
    count: rest.count + 1,
    points: rest.points + item.course.points,
    early: rest.early + 2 ** -item.order,
    taken: { item, rest: rest.taken },
  };
}

/** What the courses from each one on can give together. */
function sumsFromHere(items: readonly Item[]): readonly Points[] {
  const sums: Points[] = [];
  let [a, b, c] = [0, 0, 0];
  for (let at = items.length - 1; at >= 0; at--) {
    const { gains } = items[at]!;
    a += gains[0];
    b += gains[1];
    c += gains[2];
    sums[at] = [a, b, c];
  }
  return sums;
}

function isSameSubject(before: Item | undefined, item: Item | undefined): boolean {
  const subject = before?.course.subject ?? null;
  return subject !== null && subject === item?.course.subject;
}

/** One number for what remains: at most 120 courses, 7 slots, three needs below 2,501 and a level below 16; below 2⁵³. */
function keyOf(at: number, slots: number, a: number, b: number, c: number, top: number): number {
  return ((((at * 128 + slots) * 16 + top) * 2501 + a) * 2501 + b) * 2501 + c;
}

/** Whether the one set is better than the other with the item. `early` adds 2⁻ⁿ for the n:th failed course: the greater has the first one that two sets do not share. */
function isBetter(set: Choice, other: Choice, item: Item): boolean {
  const count = other.count + 1;
  if (set.count !== count) return set.count < count;
  const points = other.points + item.course.points;
  if (set.points !== points) return set.points < points;
  return set.early > other.early + 2 ** -item.order;
}
