import type { LocalDate } from '../../../platform/local-date.ts';
import { masked } from '../person-name.ts';
import type { TiePlan } from './plan-ties.ts';
import type { StoredEnrolment, StoredPerson } from './roster-snapshot.ts';

/** What a roster may change about a student so that a person would want to see it. */
export type RosterDifferenceKind =
  | 'protection-lost'
  | 'protection-gained'
  | 'civic-number'
  | 'ended'
  | 'new-at-unit'
  | 'new-student'
  | 'programme'
  | 'class'
  | 'mentor'
  | 'name';

/**
 * One thing that a roster changes about one student. `before` and `after` are names of classes, codes of programmes, last
 * days, what kind of number it is, or the ids of mentors; null where there is nothing. For a person who is or was
 * protected (`masked`) both are left out.
 */
export interface RosterDifference {
  readonly kind: RosterDifferenceKind;
  readonly studentId: number;
  readonly unitId: number;
  /** The caller's number of the row. */
  readonly row: number;
  readonly masked: boolean;
  readonly before: string | null;
  readonly after: string | null;
}

/** A difference that is not yet said of whom. */
export type BareDifference = Pick<RosterDifference, 'kind' | 'before' | 'after'>;

/** How a civic number is told without telling it. */
export type CivicNumberKind = 'none' | 'provisional' | 'coordination' | 'personal';

/** Which kind of number it is: the first two are given until there is a personnummer (60 is added to the day). */
export function civicNumberKind(civicNumber: string | null): CivicNumberKind {
  if (civicNumber === null) return 'none';
  if (civicNumber.includes('TF')) return 'provisional';
  return Number(civicNumber.slice(6, 8)) > 60 ? 'coordination' : 'personal';
}

/** What a row changes about a person. */
export function personDifferences(before: StoredPerson, after: StoredPerson): readonly BareDifference[] {
  const found: BareDifference[] = [];
  if (masked(before) !== masked(after))
    found.push({ kind: masked(before) ? 'protection-lost' : 'protection-gained', before: null, after: null });
  if (before.civicNumber !== after.civicNumber) {
    const [earlier, later] = [before, after].map((person) => civicNumberKind(person.civicNumber));
    found.push({ kind: 'civic-number', before: earlier!, after: later! });
  }
  const [earlier, later] = [before, after].map((person) => `${person.givenName} ${person.familyName}`);
  if (earlier !== later) found.push({ kind: 'name', before: earlier!, after: later! });
  return found;
}

/** Whether an enrolment that went on is given an end: one that was not known, or one that has come sooner than was said. */
export function endsNow(before: StoredEnrolment, after: StoredEnrolment, on: LocalDate): boolean {
  if (after.ends === null || (before.ends !== null && before.ends < on)) return false;
  return before.ends === null || (after.ends < before.ends && after.ends <= on);
}

/** What a row changes about an enrolment that was there. */
export function enrolmentDifferences(
  before: StoredEnrolment,
  after: StoredEnrolment,
  on: LocalDate,
): readonly BareDifference[] {
  const found: BareDifference[] = [];
  if (endsNow(before, after, on)) found.push({ kind: 'ended', before: before.ends, after: after.ends });
  if (before.programmeCode !== after.programmeCode)
    found.push({ kind: 'programme', before: before.programmeCode, after: after.programmeCode });
  return found;
}

/** A class, or a mentor, that gives way to another. Beginning the first one tells nothing, and so does ending the last. */
export function tieDifference(
  kind: 'class' | 'mentor',
  { begin, end }: TiePlan,
  nameOf: (id: number) => string,
): readonly BareDifference[] {
  const [begun] = begin;
  const ended = end.find((tie) => tie.otherId !== begun?.otherId);
  if (!begun || !ended) return [];
  return [{ kind, before: nameOf(ended.otherId), after: nameOf(begun.otherId) }];
}
