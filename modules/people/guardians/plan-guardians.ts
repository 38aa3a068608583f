import type { LocalDate } from '../../../platform/local-date.ts';
import type { Protection } from '../person-name.ts';
import { nameKey } from '../roster/mentor-names.ts';
import { newPerson, personsDiffer, updatedPerson } from '../roster/plan-person.ts';
import type { StoredPerson, StoredTie } from '../roster/roster-snapshot.ts';
import { type GuardianIdentified, guardianFinder } from './find-guardian.ts';
import type { GuardianOutcome, GuardianReader, GuardianRefusal, GuardianRow } from './guardian-row.ts';
import { type GuardianPlan, type GuardianSnapshot, goesOn } from './guardian-snapshot.ts';
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
  const work = startWork(stored, reader, on, masksOf(rows, identified, stored, on));
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
    begun: work.begun,
    moved: work.moved,
    outcomes,
    kept: work.kept,
    weight: { before, ended: work.ended, unprotected: work.unprotected },
  };
}

type Known = Extract<GuardianIdentified, { key: string }>;

interface Work {
  readonly stored: GuardianSnapshot;
  readonly reader: GuardianReader;
  readonly on: LocalDate;
  readonly masks: ReadonlyMap<string, Protection>;
  readonly persons: Map<string, StoredPerson>;
  readonly logIns: Map<string, number>;
  readonly added: Map<number, StoredPerson>;
  readonly changed: Map<number, StoredPerson>;
  readonly begun: StoredTie[];
  readonly moved: GuardianPlan['moved'][number][];
  readonly kept: number[];
  ended: number;
  unprotected: number;
}

function startWork(
  stored: GuardianSnapshot,
  reader: GuardianReader,
  on: LocalDate,
  masks: Work['masks'],
): Work {
  const logIns = new Map(
    stored.persons.flatMap((each) =>
      each.federatedName ? [[nameKey(each.federatedName), each.personId]] : [],
    ),
  );
  return {
    ...{ stored, reader, on, masks, logIns },
    ...{ persons: new Map(), added: new Map(), changed: new Map() },
    ...{ begun: [], moved: [], kept: [], ended: 0, unprotected: 0 },
  };
}

function pairOf(row: GuardianRow, who: GuardianIdentified, index: number): string {
  return 'refused' in who ? `row ${index}` : `${row.studentId}|${who.key}`;
}

function refused(row: GuardianRow, code: GuardianRefusal): GuardianOutcome {
  return { row: row.row, became: 'refused', code };
}

/** Which of the persons must be masked because of a student, by key: in the file, or as stored. */
function masksOf(
  rows: readonly GuardianRow[],
  identified: readonly GuardianIdentified[],
  stored: GuardianSnapshot,
  on: LocalDate,
): ReadonlyMap<string, Protection> {
  const masks = new Map<string, Protection>();
  const mask = (key: string, studentId: number): void => {
    const protection = stored.protectedStudents.get(studentId);
    if (protection && masks.get(key) !== 'protected-registration') masks.set(key, protection);
  };
  for (const tie of stored.ties) if (goesOn(tie, on)) mask(String(tie.otherId), tie.studentId);
  for (const [index, row] of rows.entries()) {
    const who = identified[index]!;
    if (!('refused' in who) && !row.remove) mask(who.key, row.studentId);
  }
  return masks;
}

function planRow(work: Work, row: GuardianRow, who: Known): GuardianOutcome {
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

/**
 * The person as the row tells it. Whoever works here is told about by the file of staff, and whoever is a guardian of a
 * student that is not the reader's stays as she is: a log-in that is changed opens that student's page.
 */
function personAfter(
  work: Work,
  row: GuardianRow,
  before: StoredPerson | null,
  key: string,
): { readonly person: StoredPerson; readonly isKept: boolean } {
  const told = before ? updatedPerson(before, row) : newPerson(row, -1 - work.added.size);
  const protection = told.protection === 'none' ? (work.masks.get(key) ?? 'none') : told.protection;
  const person = { ...told, protection };
  if (!before || before.personId < 0) return { person, isKept: false };
  const { onlyStudents } = work.reader;
  const isElsewhere = work.stored.ties.some(
    (tie) => tie.otherId === before.personId && onlyStudents !== null && !onlyStudents.has(tie.studentId),
  );
  const keep = (work.stored.staff.has(before.personId) || isElsewhere) && personsDiffer(before, person);
  if (!keep) return { person, isKept: false };
  const masked = before.protection === 'none' ? protection : before.protection;
  return { person: { ...before, protection: masked }, isKept: true };
}

function notePerson(work: Work, key: string, before: StoredPerson | null, person: StoredPerson): boolean {
  work.persons.set(key, person);
  if (person.federatedName) work.logIns.set(nameKey(person.federatedName), person.personId);
  if (person.personId < 0) {
    work.added.set(person.personId, person);
    return true;
  }
  if (!before || !personsDiffer(before, person)) return false;
  work.changed.set(person.personId, person);
  if (before.protection !== 'none' && person.protection === 'none') work.unprotected += 1;
  return true;
}

function noteTie(work: Work, before: StoredTie | null, after: StoredTie): boolean {
  if (before === null) {
    work.begun.push(after);
    return true;
  }
  if (before.starts === after.starts && before.ends === after.ends) return false;
  if (before.ends === null && after.ends !== null) work.ended += 1;
  work.moved.push({ before, after });
  return true;
}
