import { nameKey } from '../roster/mentor-names.ts';
import { personsDiffer } from '../roster/plan-person.ts';
import type { StoredPerson } from '../roster/roster-snapshot.ts';
import { type FileDuty, wideDuties } from './staff-row.ts';
import type { StoredDuty } from './staff-snapshot.ts';
import type { StaffWork } from './staff-work.ts';

/** Whether a duty gives more than it did: it is new, begins earlier or lasts longer. */
export function isMore(duty: StoredDuty, earlier: StoredDuty | undefined): boolean {
  if (!earlier) return true;
  const lasts = (each: StoredDuty): string => each.ends ?? '9999-12-31';
  return duty.starts < earlier.starts || lasts(duty) > lasts(earlier);
}

/** Notes what a row makes of a person: new, changed or neither. Answers whether anything changed. */
export function notePerson(
  work: StaffWork,
  key: string,
  before: StoredPerson | null,
  person: StoredPerson,
): boolean {
  work.persons.set(key, person);
  if (person.federatedName) work.logIns.set(nameKey(person.federatedName), person.personId);
  if (person.personId < 0) {
    work.newPersons.set(person.personId, person);
    return !before;
  }
  if (!before || !personsDiffer(before, person)) return false;
  work.changedPersons.set(person.personId, person);
  if (before.protection !== 'none' && person.protection === 'none') work.unprotected.add(person.personId);
  return true;
}

/** Notes what a row makes of a duty, and when it opens every student of a unit. */
export function noteDuty(
  work: StaffWork,
  duty: StoredDuty,
  earlier: StoredDuty | undefined,
  became: 'created' | 'updated' | 'unchanged',
): void {
  if (became === 'unchanged') return;
  if (became === 'created') work.newDuties.push(duty);
  else work.changedDuties.set(duty.dutyId, duty);
  if (earlier && earlier.ends === null && duty.ends !== null) work.ended.add(duty.dutyId);
  if (!isMore(duty, earlier) || !wideDuties.has(duty.role) || duty.unitId === null) return;
  const { unitId, personId } = duty;
  work.opened.push({ role: duty.role as FileDuty, unitId, personId });
}
