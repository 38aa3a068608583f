import type { LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { refreshStatistics } from '../../../platform/server/refresh-statistics.ts';
import { rosterSnapshot } from '../queries/roster-snapshot.ts';
import { refreshPlacements } from '../refresh-placements.ts';
import { planRoster } from '../roster/plan-roster.ts';
import type { RosterDifference } from '../roster/roster-difference.ts';
import type { RosterOutcome, RosterRow, RosterWarning } from '../roster/roster-row.ts';
import type { EnrolledStudent } from '../roster/roster-snapshot.ts';
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
}

/**
 * Registers students from a roster: persons, enrolments, classes, teaching groups, mentors, all with dates. A student or
 * a row that is missing is left alone; `remove` ends an enrolment and deletes nothing. `units` gives the id of each
 * unit code that the rows name. `on` is the day that changes count from.
 */
export async function registerStudents(
  tx: Tx,
  rows: readonly RosterRow[],
  units: ReadonlyMap<string, number>,
  on: LocalDate,
): Promise<Registration> {
  const stored = await rosterSnapshot(tx, rows, units, on);
  const plan = planRoster(rows, stored, on);
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
  };
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
