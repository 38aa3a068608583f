import { masked } from '../person-name.ts';
import { nameKey } from './mentor-names.ts';
import { personsDiffer } from './plan-person.ts';
import { type BareDifference, enrolmentDifferences, personDifferences } from './roster-difference.ts';
import type { RosterRow } from './roster-row.ts';
import type { StoredEnrolment, StoredPerson } from './roster-snapshot.ts';
import { type Work, warn } from './roster-work.ts';

/** Notes what changes about a student, to be looked at. Of a person who is or was protected only that something does. */
export function noteDifferences(
  work: Work,
  row: RosterRow,
  studentId: number,
  unitId: number,
  found: readonly BareDifference[],
): void {
  const after = work.students.get(studentId);
  const before = work.original.get(studentId);
  const isMasked = [before, after].some((person) => person !== undefined && masked(person));
  for (const { kind, ...values } of found) {
    const told = isMasked ? { before: null, after: null } : values;
    work.differences.push({ kind, studentId, unitId, row: row.row, masked: isMasked, ...told });
  }
}

/** Notes what a row makes of a person: new, changed or neither. Answers whether anything changed. */
export function notePerson(
  work: Work,
  { key, row, unitId }: { readonly key: string; readonly row: RosterRow; readonly unitId: number },
  before: StoredPerson | null,
  person: StoredPerson,
): boolean {
  work.persons.set(key, person);
  work.students.set(person.personId, person);
  if (person.federatedName) work.names.set(nameKey(person.federatedName), person.personId);
  if (!before) {
    work.newPersons.push(person);
    return true;
  }
  if (!personsDiffer(before, person)) return false;
  if (person.personId < 0)
    work.newPersons[work.newPersons.findIndex((each) => each.personId === person.personId)] = person;
  else work.changedPersons.set(person.personId, person);
  if (person.personId > 0)
    noteDifferences(work, row, person.personId, unitId, personDifferences(before, person));
  return true;
}

/** Notes what a row makes of an enrolment. */
export function noteEnrolment(
  work: Work,
  row: RosterRow,
  enrolment: StoredEnrolment,
  became: 'created' | 'updated' | 'unchanged',
): void {
  const own = work.enrolments.get(enrolment.studentId) ?? [];
  const before = own.find((each) => each.enrolmentId === enrolment.enrolmentId && each.enrolmentId !== 0);
  work.enrolments.set(enrolment.studentId, [...own.filter((each) => each !== before), enrolment]);
  if (became === 'created') work.newEnrolments.push(enrolment);
  if (became === 'updated') work.changedEnrolments.push(enrolment);
  const kind = enrolment.studentId < 0 ? 'new-student' : 'new-at-unit';
  const found =
    became === 'created'
      ? [{ kind, before: null, after: row.className } as const]
      : before
        ? enrolmentDifferences(before, enrolment, work.on)
        : [];
  noteDifferences(work, row, enrolment.studentId, enrolment.unitId, found);
}

/** Notes a student who is now enrolled at more than one unit: a roster of the new unit ends nothing at the old one. */
export function noteSeveralUnits(work: Work, row: RosterRow, studentId: number): void {
  const going = (work.enrolments.get(studentId) ?? []).filter(
    (each) => each.ends === null || each.ends >= work.on,
  );
  if (new Set(going.map((each) => each.unitId)).size > 1) warn(work, 'several-units', row);
}
