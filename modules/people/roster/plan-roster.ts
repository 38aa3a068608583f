import type { LocalDate } from '../../../platform/local-date.ts';
import { type Identified, personFinder } from './find-persons.ts';
import { nameKey } from './mentor-names.ts';
import { noteEnrolment, notePerson, noteSeveralUnits } from './note-changes.ts';
import { planAllTies } from './plan-all-ties.ts';
import { planEnrolment } from './plan-enrolment.ts';
import { newPerson, updatedPerson } from './plan-person.ts';
import type { RosterPlan } from './roster-plan.ts';
import type { RosterOutcome, RosterRow } from './roster-row.ts';
import type { RosterSnapshot, StoredEnrolment } from './roster-snapshot.ts';
import { finished, startWork, type Work } from './roster-work.ts';

/**
 * Decides what a roster changes, without writing anything: holds each row against what is stored. Rows may be about the
 * same student at several units, and there may be one row for each of her groups. Two rows about the same student and
 * unit that differ in anything else are both refused.
 */
export function planRoster(rows: readonly RosterRow[], stored: RosterSnapshot, on: LocalDate): RosterPlan {
  const work = startWork(rows, stored, on);
  const identified = rows.map(personFinder(rows, stored.persons, stored.known));
  const alike = rowsAlike(rows, identified);
  const seen = new Set<string>();
  for (const [index, row] of rows.entries()) {
    const who = identified[index]!;
    if ('person' in who && who.person !== null)
      work.named.push({ studentId: who.person.personId, unitId: stored.units.get(row.unitCode)! });
    if ('refused' in who) work.outcomes.push(refused(row, who.refused));
    else if (contradict(rows, alike[index]!)) work.outcomes.push(refused(row, 'student-twice'));
    else if (seen.has(`${who.key}|${row.unitCode}`))
      work.outcomes.push({ row: row.row, became: 'unchanged' });
    else {
      seen.add(`${who.key}|${row.unitCode}`);
      const groups = [...new Set(alike[index]!.flatMap((each) => rows[each]!.groups))];
      work.outcomes.push(planRow(work, { ...row, groups }, who));
    }
  }
  return finished(work);
}

function refused(row: RosterRow, code: Extract<RosterOutcome, { became: 'refused' }>['code']): RosterOutcome {
  return { row: row.row, became: 'refused', code };
}

/** For each row, all rows about the same student and unit. */
function rowsAlike(
  rows: readonly RosterRow[],
  identified: readonly Identified[],
): readonly (readonly number[])[] {
  const keyOf = (index: number): string => {
    const who = identified[index]!;
    return 'refused' in who ? `row ${index}` : `${who.key}|${rows[index]!.unitCode}`;
  };
  const groups = Map.groupBy(rows.keys(), keyOf);
  return rows.map((_, index) => groups.get(keyOf(index))!);
}

/** Whether rows about one student and unit tell different things; some systems write one row for each group. */
function contradict(rows: readonly RosterRow[], alike: readonly number[]): boolean {
  if (alike.length === 1) return false;
  const content = (index: number): string => JSON.stringify({ ...rows[index]!, row: 0, groups: [] });
  return new Set(alike.map(content)).size > 1;
}

function planRow(work: Work, row: RosterRow, who: Extract<Identified, { key: string }>): RosterOutcome {
  const before = work.persons.get(who.key) ?? who.person;
  if (before && work.staff.has(before.personId)) return refused(row, 'student-is-staff');
  const person = before ? updatedPerson(before, row, work.stored.known) : newPerson(row, work.nextId());
  const taken = person.federatedName ? work.names.get(nameKey(person.federatedName)) : undefined;
  if (taken !== undefined && taken !== person.personId) return refused(row, 'federated-name-taken');
  const plan = planEnrolment(row, ...enrolmentsOf(work, row, person.personId), work.on);
  if ('refused' in plan) return refused(row, plan.refused);
  const { enrolment, became } = plan;
  if (enrolment === null) return { row: row.row, became: 'unchanged' };

  const { unitId } = enrolment;
  const personChanged = notePerson(work, { key: who.key, row, unitId }, before, person);
  noteEnrolment(work, row, enrolment, became);
  const tiesChanged = planAllTies(work, row, enrolment, became === 'created');
  noteSeveralUnits(work, row, person.personId);
  if (became === 'created') return { row: row.row, became };
  return {
    row: row.row,
    became: personChanged || tiesChanged || became === 'updated' ? 'updated' : 'unchanged',
  };
}

function enrolmentsOf(
  work: Work,
  row: RosterRow,
  studentId: number,
): [readonly StoredEnrolment[], { studentId: number; unitId: number }] {
  const unitId = work.stored.units.get(row.unitCode)!;
  const own = (work.enrolments.get(studentId) ?? []).filter((each) => each.unitId === unitId);
  return [own, { studentId, unitId }];
}
