import { nameKey } from './mentor-names.ts';
import { personsDiffer } from './plan-person.ts';
import type { RosterRow } from './roster-row.ts';
import type { StoredEnrolment, StoredPerson } from './roster-snapshot.ts';
import { type Work, warn } from './roster-work.ts';

/** Notes what a row makes of a person: new, changed or neither. Answers whether anything changed. */
export function notePerson(
  work: Work,
  key: string,
  before: StoredPerson | null,
  person: StoredPerson,
): boolean {
  work.persons.set(key, person);
  if (person.federatedName) work.names.set(nameKey(person.federatedName), person.personId);
  if (!before) {
    work.newPersons.push(person);
    return true;
  }
  if (!personsDiffer(before, person)) return false;
  if (person.personId < 0)
    work.newPersons[work.newPersons.findIndex((each) => each.personId === person.personId)] = person;
  else work.changedPersons.set(person.personId, person);
  const nameChanged = before.givenName !== person.givenName || before.familyName !== person.familyName;
  if (nameChanged) work.weight.changedName.add(person.personId);
  if (before.protection !== 'none' && person.protection === 'none')
    work.weight.unprotected.add(person.personId);
  return true;
}

/** Notes what a row makes of an enrolment. */
export function noteEnrolment(
  work: Work,
  enrolment: StoredEnrolment,
  became: 'created' | 'updated' | 'unchanged',
): void {
  const own = work.enrolments.get(enrolment.studentId) ?? [];
  const before = own.find((each) => each.enrolmentId === enrolment.enrolmentId && each.enrolmentId !== 0);
  work.enrolments.set(enrolment.studentId, [...own.filter((each) => each !== before), enrolment]);
  if (became === 'created') work.newEnrolments.push(enrolment);
  if (became === 'updated') work.changedEnrolments.push(enrolment);
  if (became === 'updated' && before?.ends === null && enrolment.ends !== null)
    work.weight.ended.add(enrolment.studentId);
}

/** Notes a student who is now enrolled at more than one unit: a roster of the new unit ends nothing at the old one. */
export function noteSeveralUnits(work: Work, row: RosterRow, studentId: number): void {
  const going = (work.enrolments.get(studentId) ?? []).filter(
    (each) => each.ends === null || each.ends >= work.on,
  );
  if (new Set(going.map((each) => each.unitId)).size > 1) warn(work, 'several-units', row);
}
