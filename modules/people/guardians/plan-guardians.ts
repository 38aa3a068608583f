import type { LocalDate } from '../../../platform/local-date.ts';
import { numbersGivenUp } from '../roster/former-numbers.ts';
import { nameKey } from '../roster/mentor-names.ts';
import { type GuardianIdentified, guardianFinder } from './find-guardian.ts';
import { masksOf, personAfter } from './guardian-person.ts';
import type { GuardianOutcome, GuardianReader, GuardianRefusal, GuardianRow } from './guardian-row.ts';
import { type GuardianPlan, type GuardianSnapshot, goesOn } from './guardian-snapshot.ts';
import { type GuardianWork, notePerson, noteTie, startGuardianWork } from './guardian-work.ts';
import { planGuardianship } from './plan-guardianship.ts';

/** The plan, what became of each row, and how much it changes. */
export interface PlannedGuardians extends GuardianPlan {
  readonly outcomes: readonly GuardianOutcome[];
  /** Rows about persons whose name and log-in stay as they are. */
  readonly kept: readonly number[];
  readonly weight: GuardianWeight;
}

/** How much a file of guardians changes. */
export interface GuardianWeight {
  /** Guardianships of the file's students that went on. */
  readonly before: number;
  readonly ended: number;
  /** Guardians who would lose a protection marking. */
  readonly unprotected: number;
}

/**
 * Decides what a file of guardians changes, without writing anything. Two rows about the same student and guardian that
 * differ are both refused. A guardian of a student with a protected identity is protected too, since the one leads to the
 * other. Nobody makes herself a guardian.
 */
export function planGuardians(
  rows: readonly GuardianRow[],
  stored: GuardianSnapshot,
  reader: GuardianReader,
  on: LocalDate,
): PlannedGuardians {
  const identified = rows.map(guardianFinder(rows, stored));
  const work = startGuardianWork(stored, reader, on, masksOf(rows, identified, stored, on));
  const alike = Map.groupBy(rows.keys(), (index) => pairOf(rows[index]!, identified[index]!, index));
  const outcomes: GuardianOutcome[] = [];
  for (const [index, row] of rows.entries()) {
    const who = identified[index]!;
    const same = alike.get(pairOf(row, who, index))!;
    if ('refused' in who) outcomes.push(refused(row, who.refused));
    else if (new Set(same.map((each) => JSON.stringify({ ...rows[each]!, row: 0 }))).size > 1)
      outcomes.push(refused(row, 'guardian-twice'));
    else if (same[0] !== index) outcomes.push({ row: row.row, became: 'unchanged' });
    else outcomes.push(planRow(work, row, who));
  }
  const students = new Set(rows.map((row) => row.studentId));
  const before = stored.ties.filter((tie) => students.has(tie.studentId) && goesOn(tie, on)).length;
  return {
    newPersons: [...work.added.values()],
    changedPersons: [...work.changed.values()],
    formerNumbers: numbersGivenUp(work.changed.values(), stored.persons),
    begun: work.begun,
    moved: work.moved,
    outcomes,
    kept: work.kept,
    weight: { before, ended: work.ended, unprotected: work.unprotected },
  };
}

type Known = Extract<GuardianIdentified, { key: string }>;

function pairOf(row: GuardianRow, who: GuardianIdentified, index: number): string {
  return 'refused' in who ? `row ${index}` : `${row.studentId}|${who.key}`;
}

function refused(row: GuardianRow, code: GuardianRefusal): GuardianOutcome {
  return { row: row.row, became: 'refused', code };
}

function planRow(work: GuardianWork, row: GuardianRow, who: Known): GuardianOutcome {
  const before = work.persons.get(who.key) ?? who.person;
  if (before && (work.stored.students.has(before.personId) || before.personId === row.studentId))
    return refused(row, 'guardian-is-student');
  if (before && before.personId === work.reader.personId && !row.remove) return refused(row, 'own-child');
  const { person, isKept } = personAfter(work, row, before, who.key);
  const holder = person.federatedName ? work.logIns.get(nameKey(person.federatedName)) : undefined;
  if (holder !== undefined && holder !== person.personId) return refused(row, 'federated-name-taken');
  const own = work.stored.ties.filter(
    (tie) => tie.otherId === person.personId && tie.studentId === row.studentId,
  );
  const plan = planGuardianship(row, person.personId, own, work.on);
  if ('refused' in plan) return refused(row, plan.refused);
  if (plan.after === null) return { row: row.row, became: 'unchanged' };

  if (isKept) work.kept.push(row.row);
  const personChanged = notePerson(work, who.key, before, person);
  const tieChanged = noteTie(work, plan.before, plan.after);
  if (plan.before === null) return { row: row.row, became: 'created' };
  return { row: row.row, became: personChanged || tieChanged ? 'updated' : 'unchanged' };
}
