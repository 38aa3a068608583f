/** A unit that the files speak of: who is enrolled there, and who of them stands in the files. */
export interface UnitPresence {
  readonly unitId: number;
  readonly enrolled: readonly { readonly studentId: number; readonly className: string | null }[];
  readonly named: ReadonlySet<number>;
}

/** How a unit's students were held against the files: all of them, those of some classes, or nobody. */
export type ComparedWith = 'unit' | 'classes' | 'nothing';

/** Who is missing at a unit, and against what that was decided. Counts are students. */
export interface MissingAtUnit {
  readonly unitId: number;
  readonly enrolled: number;
  /** Of the enrolled, how many stand in the files. */
  readonly named: number;
  readonly compared: ComparedWith;
  /** The classes compared, when only some were. */
  readonly classes: readonly string[];
  /** Whole classes of which nobody stands in the files although most of the unit does; they are not compared. */
  readonly absentClasses: readonly string[];
  readonly missing: readonly number[];
}

/** When files count as speaking of a whole unit, and of a whole class. Shares are of 1. */
export const wholeFrom = {
  /** From this share of the unit's students the files are about the unit; below it about some classes. */
  unit: 0.5,
  /** From this share of its students a class is one that the files speak of. */
  class: 0.5,
  /** A class of fewer students that is not there has no students left: each of them is missing. */
  classOf: 5,
} as const;

/**
 * Finds who is enrolled at a unit and stands in none of the files. A file that holds a few classes says nothing of the
 * others: then only the classes it speaks of are compared, and of a class that is left out whole nobody is missing.
 */
export function missingAtUnit({ unitId, enrolled, named }: UnitPresence): MissingAtUnit {
  const there = enrolled.filter((each) => named.has(each.studentId));
  const absent = enrolled.filter((each) => !named.has(each.studentId));
  const shares = classShares(enrolled, named);
  const shared = { unitId, enrolled: enrolled.length, named: there.length };
  if (enrolled.length > 0 && there.length >= wholeFrom.unit * enrolled.length) {
    const out = shares.filter((each) => each.named === 0 && each.of >= wholeFrom.classOf);
    const absentClasses = out.map((each) => each.name);
    const missing = absent.filter((each) => !absentClasses.includes(each.className ?? ''));
    return { ...shared, compared: 'unit', classes: [], absentClasses, missing: ids(missing) };
  }
  const spoken = shares.filter((each) => each.named > 0 && each.named >= wholeFrom.class * each.of);
  const classes = spoken.map((each) => each.name);
  const missing = absent.filter((each) => classes.includes(each.className ?? ''));
  const compared = classes.length > 0 ? 'classes' : 'nothing';
  return { ...shared, compared, classes, absentClasses: [], missing: ids(missing) };
}

function classShares(enrolled: UnitPresence['enrolled'], named: ReadonlySet<number>) {
  const inClasses = enrolled.filter((each) => each.className !== null);
  const byClass = [...Map.groupBy(inClasses, (each) => each.className!)];
  return byClass
    .map(([name, students]) => ({
      name,
      of: students.length,
      named: students.filter((each) => named.has(each.studentId)).length,
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'sv'));
}

function ids(students: UnitPresence['enrolled']): readonly number[] {
  return students.map((each) => each.studentId);
}
