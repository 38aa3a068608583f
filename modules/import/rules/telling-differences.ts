/** What may change about a student so that a person wants to see it before it is read in, most serious first. */
export const differenceKinds = [
  'protection-lost',
  'protection-gained',
  'civic-number',
  'ended',
  'grade-removed',
  'grade-lost',
  'lessons-removed',
  'absence',
  'new-at-unit',
  'grade-gained',
  'grade-changed',
  'programme',
  'name',
  'class',
  'mentor',
  'new-student',
] as const;
/** One of `differenceKinds`. */
export type DifferenceKind = (typeof differenceKinds)[number];

/**
 * One thing that a run changes about one student. `what` is the course or the week's Monday; `before` and `after` are
 * values as the kind has them (names, codes, days, minutes, ids of mentors). `masked`: the person is or was protected,
 * and neither is told.
 */
export interface Difference {
  readonly kind: DifferenceKind;
  readonly studentId: number;
  /** Null where it is not known until it is looked up. */
  readonly unitId: number | null;
  readonly masked: boolean;
  readonly what: string | null;
  readonly before: string | null;
  readonly after: string | null;
  /** Where it stands; null for a week, which many rows make. */
  readonly place: { readonly file: string; readonly row: number } | null;
  /** How much, in minutes or lessons, against others of the kind; 0 where one is as much as another. */
  readonly size: number;
}

/** How many of each kind there are, told or not; kinds without any are left out. */
export type DifferenceCounts = Readonly<Partial<Record<DifferenceKind, number>>>;

/** So many are told of a run. */
export const mostTold = 20;
/** So many of a kind: the twentieth student who changes class says no more than the fifth. */
export const mostOfAKind = 5;
/** But each who would lose a protection marking is told. */
const mostOf = (kind: DifferenceKind): number => (kind === 'protection-lost' ? mostTold : mostOfAKind);

/**
 * Chooses the twenty differences that tell most. The kinds take turns, the most serious first, so that a file which
 * changes everybody's class does not hide the one grade that was lost; inside a kind the largest come first. Answers
 * them kind by kind, most serious first.
 */
export function tellingDifferences(all: readonly Difference[]): readonly Difference[] {
  const byKind = Map.groupBy(all, (each) => each.kind);
  const queues = differenceKinds.map((kind) =>
    (byKind.get(kind) ?? []).toSorted((a, b) => b.size - a.size).slice(0, mostOf(kind)),
  );
  const turns = Array.from({ length: mostTold }, (_, turn) => queues.map((queue) => queue[turn]));
  const chosen = new Set(
    turns
      .flat()
      .filter((each) => each !== undefined)
      .slice(0, mostTold),
  );
  return queues.flat().filter((each) => chosen.has(each));
}

/** Counts the differences of each kind; `more` are kinds of which only the largest were looked up. */
export function countDifferences(
  all: readonly Difference[],
  more: DifferenceCounts = {},
): Partial<Record<DifferenceKind, number>> {
  const counts: Partial<Record<DifferenceKind, number>> = {};
  for (const { kind } of all) counts[kind] = (counts[kind] ?? 0) + 1;
  return { ...counts, ...more };
}
