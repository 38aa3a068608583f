import type { LocalDate } from '../../../platform/local-date.ts';
import { parseCivicNumber } from '../rules/civic-number.ts';
import { nameKey, nameParts } from './mentor-names.ts';
import type { RosterRow } from './roster-row.ts';
import type { StoredPerson, StoredTie } from './roster-snapshot.ts';
import { type Work, warn } from './roster-work.ts';

/** A student's mentors go by unit through the mentor's duty; a mentor without a duty anywhere counts at every unit. */
export function mentorsAt(work: Work, studentId: number, unitId: number): readonly StoredTie[] {
  const going = work.mentorships.get(studentId) ?? [];
  if (going.length === 0) return going;
  const dutiesOf = (personId: number) => work.stored.staff.filter((each) => each.personId === personId);
  return going.filter((tie) => {
    const duties = dutiesOf(tie.otherId);
    return duties.length === 0 || duties.some((duty) => duty.unitId === null || duty.unitId === unitId);
  });
}

/** The ids of the mentors that a row names: known staff of the unit, or new persons with the duty of mentor there. */
export function mentorIds(work: Work, row: RosterRow, unitId: number, from: LocalDate): readonly number[] {
  const ids = row.mentors.map((name) => mentorId(work, row, name, unitId, from));
  return [...new Set(ids.filter((id) => id !== undefined))];
}

/** A member of staff at the unit by that name, in either order; otherwise a new person with the duty of mentor. */
function mentorId(
  work: Work,
  row: RosterRow,
  name: string,
  unitId: number,
  from: LocalDate,
): number | undefined {
  const key = `${unitId}|${nameKey(name)}`;
  const known = work.mentors.get(key) ?? staffByIdentifier(work, name) ?? staffByName(work, name, unitId);
  if (known === 'ambiguous') {
    warn(work, 'mentor-ambiguous', row);
    return undefined;
  }
  if (known === undefined && isNoName(name)) {
    warn(work, 'mentor-unknown', row);
    return undefined;
  }
  const id = known ?? newMentor(work, row, name);
  work.mentors.set(key, id);
  giveMentorDuty(work, id, unitId, from);
  return id;
}

/** A number or an address is nobody's name: no mentor is made of it. */
function isNoName(text: string): boolean {
  return /[\d@]/.test(text);
}

/** The member of staff whose Person-ID, personnummer, log-in name or e-mail address it is, when it is exactly one's. */
function staffByIdentifier(work: Work, text: string): number | undefined {
  const wanted = nameKey(text);
  const read = parseCivicNumber(text, work.on);
  const civic = read.ok ? read.civicNumber : null;
  const meant = work.stored.staff.filter(
    (each) =>
      each.sourceId === text.trim() ||
      (civic !== null && each.civicNumber === civic) ||
      [each.federatedName, each.email].some((name) => name !== null && nameKey(name) === wanted),
  );
  const ids = new Set(meant.map((each) => each.personId));
  return ids.size === 1 ? [...ids][0] : undefined;
}

function staffByName(work: Work, name: string, unitId: number): number | 'ambiguous' | undefined {
  const wanted = nameKey(name);
  const called = work.stored.staff.filter(
    (each) =>
      nameKey(each.givenName, each.familyName) === wanted ||
      nameKey(each.familyName, each.givenName) === wanted,
  );
  const here = new Set(called.filter((each) => each.unitId === unitId).map((each) => each.personId));
  if (here.size > 1) return 'ambiguous';
  return [...here][0];
}

function newMentor(work: Work, row: RosterRow, name: string): number {
  const madeElsewhere = work.newMentors.get(nameKey(name));
  if (madeElsewhere !== undefined) return madeElsewhere;
  const parts = nameParts(name, work.studentNames);
  const person: StoredPerson = {
    personId: work.nextId(),
    civicNumber: null,
    sourceId: null,
    federatedName: null,
    ...parts,
    middleName: null,
    protection: 'none',
    email: null,
    homeMunicipality: null,
  };
  work.newPersons.push(person);
  work.newMentors.set(nameKey(name), person.personId);
  warn(work, 'mentor-made', row);
  return person.personId;
}

function giveMentorDuty(work: Work, personId: number, unitId: number, from: LocalDate): void {
  const has = work.stored.staff.some(
    (each) => each.personId === personId && each.unitId === unitId && each.isMentor,
  );
  if (has) return;
  const planned = work.newMentorDuties.find((each) => each.personId === personId && each.unitId === unitId);
  if (!planned) work.newMentorDuties.push({ personId, unitId, starts: from });
  else if (from < planned.starts) planned.starts = from;
}
