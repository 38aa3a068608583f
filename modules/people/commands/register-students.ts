import type { LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { refreshStatistics } from '../../../platform/server/refresh-statistics.ts';
import { identityKept } from '../queries/identity-kept.ts';
import { rosterSnapshot } from '../queries/roster-snapshot.ts';
import { refreshPlacements } from '../refresh-placements.ts';
import { personFinder } from '../roster/find-persons.ts';
import { planRoster } from '../roster/plan-roster.ts';
import type { RosterDifference } from '../roster/roster-difference.ts';
import type { RosterOutcome, RosterRow, RosterWarning } from '../roster/roster-row.ts';
import type { EnrolledStudent, RosterSnapshot } from '../roster/roster-snapshot.ts';
import { keepingIdentity, wouldChangeIdentity } from '../rules/keep-identity.ts';
import { carryOut, type RealId } from '../store-roster.ts';

const rosterTables = ['enrolment', 'group_membership', 'mentorship', 'person', 'student_group'].map(
  (name) => `people.${name}`,
);

/** What a roster came to. */
export interface Registration {
  /** One for each row, in no particular order. */
  readonly outcomes: readonly RosterOutcome[];
  readonly warnings: readonly RosterWarning[];
  /** What changes about whom, row by row. */
  readonly differences: readonly RosterDifference[];
  /** Who was enrolled at the units before. */
  readonly enrolled: readonly EnrolledStudent[];
  /** Those who were there before that the rows name, and at which unit; also where the row is refused. */
  readonly named: readonly { readonly studentId: number; readonly unitId: number }[];
  /** The students that the roster added or changed anything about. */
  readonly students: readonly number[];
  /** The rows that told another identity than is stored of somebody whose identity is not theirs to change. */
  readonly othersIdentity: readonly number[];
}

/** How far a roster reaches: the ids of the units; null is all. */
export type RosterReach = readonly number[] | null;

/**
 * Registers students from a roster: persons, enrolments, classes, teaching groups, mentors, all with dates. A student or
 * a row that is missing is left alone; `remove` ends an enrolment and deletes nothing. `units` gives the id of each
 * unit code that the rows name. `on` is the day that changes count from. One that does not reach all units reads in
 * students of other units without changing who they are (`identityKept`).
 */
export async function registerStudents(
  tx: Tx,
  rows: readonly RosterRow[],
  units: ReadonlyMap<string, number>,
  on: LocalDate,
  reach: RosterReach = null,
): Promise<Registration> {
  const stored = await rosterSnapshot(tx, rows, units, on);
  const own = await withinReach(tx, rows, stored, { reach, on });
  const plan = planRoster(own.rows, stored, on);
  const realId = await carryOut(tx, plan);
  const students = [...touched(plan)].map(realId);
  await refreshStatistics(tx, students.length, rosterTables);
  await refreshPlacements(tx, on, students);
  await refreshStatistics(tx, students.length, ['people.placement']);
  return {
    outcomes: plan.outcomes,
    warnings: plan.warnings,
    differences: plan.differences.map((each) => withRealIds(each, realId)),
    enrolled: stored.enrolled,
    named: plan.named,
    students,
    othersIdentity: own.othersIdentity,
  };
}

/** The rows as far as they may say who somebody is. */
async function withinReach(
  tx: Tx,
  rows: readonly RosterRow[],
  { persons, known }: RosterSnapshot,
  { reach, on }: { readonly reach: RosterReach; readonly on: LocalDate },
): Promise<{ readonly rows: readonly RosterRow[]; readonly othersIdentity: readonly number[] }> {
  const ids = persons.map((person) => person.personId);
  const kept = await identityKept(tx, ids, reach, on);
  if (kept.whole.size + kept.logIn.size === 0) return { rows, othersIdentity: [] };
  const find = personFinder(rows, persons, known);
  const othersIdentity: number[] = [];
  const own = rows.map((row) => {
    const found = find(row);
    const person = 'person' in found ? found.person : null;
    if (!person || !(kept.whole.has(person.personId) || kept.logIn.has(person.personId))) return row;
    const leaving = kept.whole.has(person.personId)
      ? keepingIdentity(row, person, known)
      : { ...row, federatedName: undefined };
    if (wouldChangeIdentity(row, person, leaving)) othersIdentity.push(row.row);
    return leaving;
  });
  return { rows: own, othersIdentity };
}

/** Mentors are told by their ids, new ones too. */
function withRealIds(difference: RosterDifference, realId: RealId): RosterDifference {
  const { kind, before, after } = difference;
  const idOf = (text: string | null): string | null => (text === null ? null : String(realId(Number(text))));
  const mentors = kind === 'mentor' ? { before: idOf(before), after: idOf(after) } : {};
  return { ...difference, ...mentors, studentId: realId(difference.studentId) };
}

function touched(plan: ReturnType<typeof planRoster>): ReadonlySet<number> {
  const mentors = new Set(plan.newMentorDuties.map((duty) => duty.personId));
  const persons = [...plan.newPersons, ...plan.changedPersons].map((person) => person.personId);
  const ties = [
    plan.newMemberships,
    plan.endedMemberships,
    plan.newMentorships,
    plan.endedMentorships,
  ].flat();
  const students = [...plan.newEnrolments, ...plan.changedEnrolments, ...ties].map((row) => row.studentId);
  return new Set([...persons.filter((id) => !mentors.has(id)), ...students]);
}
