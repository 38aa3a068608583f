import { personFinder } from '../roster/find-persons.ts';
import { nameKey } from '../roster/mentor-names.ts';
import type { StoredPerson } from '../roster/roster-snapshot.ts';
import type { StaffRow } from './staff-row.ts';
import type { StaffSnapshot } from './staff-snapshot.ts';

/** Whom a row is about; `adopted` when the person was known by name only. */
export type StaffIdentified =
  | { readonly key: string; readonly person: StoredPerson | null; readonly adopted: boolean }
  | { readonly refused: 'identifiers-differ' };

/**
 * Answers whom each row is about: by civic number or source id, and failing that the one at the same unit who is known
 * by that name only, as a mentor whom a file of students brought. Two of a name, here or in the file, are never guessed
 * at.
 */
export function staffFinder(
  rows: readonly StaffRow[],
  stored: StaffSnapshot,
): (row: StaffRow) => StaffIdentified {
  const find = personFinder(rows, stored.persons, stored.known);
  const keysOf = new Map<string, Set<string>>();
  for (const row of rows) {
    const who = find(row);
    if ('refused' in who) continue;
    const name = nameKey(row.givenName, row.familyName);
    keysOf.set(name, (keysOf.get(name) ?? new Set()).add(who.key));
  }
  const namesake = (row: StaffRow): StoredPerson | undefined => {
    const name = nameKey(row.givenName, row.familyName);
    const called = stored.namesakes.filter((each) => isCalled(each, name) && mayLogInAs(each, row));
    const [only] = called;
    if (!only || called.length > 1 || (keysOf.get(name)?.size ?? 0) > 1) return undefined;
    if (only.federatedName && row.federatedName) return only;
    const unitId = stored.units.get(row.unitCode);
    const works = stored.duties.some(
      (duty) => duty.personId === only.personId && (duty.unitId === unitId || duty.unitId === null),
    );
    return works ? only : undefined;
  };
  const adoptedFor = new Map<string, StoredPerson>();
  return (row) => {
    const who = find(row);
    if ('refused' in who || who.person) return 'refused' in who ? who : { ...who, adopted: false };
    const known = adoptedFor.get(who.key) ?? namesake(row);
    if (!known) return { ...who, adopted: false };
    adoptedFor.set(who.key, known);
    return { key: who.key, person: known, adopted: true };
  };
}

function isCalled(person: StoredPerson, name: string): boolean {
  return [
    nameKey(person.givenName, person.familyName),
    nameKey(person.familyName, person.givenName),
  ].includes(name);
}

/** Two log-in names that differ are two persons. */
function mayLogInAs(person: StoredPerson, row: StaffRow): boolean {
  return (
    !person.federatedName ||
    !row.federatedName ||
    nameKey(person.federatedName) === nameKey(row.federatedName)
  );
}
