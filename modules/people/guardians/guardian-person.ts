import type { LocalDate } from '../../../platform/local-date.ts';
import type { Protection } from '../person-name.ts';
import { newPerson, personsDiffer, updatedPerson } from '../roster/plan-person.ts';
import type { StoredPerson } from '../roster/roster-snapshot.ts';
import type { GuardianIdentified } from './find-guardian.ts';
import type { GuardianRow } from './guardian-row.ts';
import { type GuardianSnapshot, goesOn } from './guardian-snapshot.ts';
import type { GuardianWork } from './guardian-work.ts';

/** Which of the persons must be masked because of a student, by key: in the file, or as stored. */
export function masksOf(
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

/**
 * The person as the row tells it. Whoever works here is told about by the file of staff, and whoever is a guardian of a
 * student that is not the reader's stays as she is: a log-in that is changed opens that student's page.
 */
export function personAfter(
  work: GuardianWork,
  row: GuardianRow,
  before: StoredPerson | null,
  key: string,
): { readonly person: StoredPerson; readonly isKept: boolean } {
  const told = before ? updatedPerson(before, row, work.stored.known) : newPerson(row, -1 - work.added.size);
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
