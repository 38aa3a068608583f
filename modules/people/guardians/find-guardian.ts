import { personFinder } from '../roster/find-persons.ts';
import { nameKey } from '../roster/mentor-names.ts';
import type { StoredPerson } from '../roster/roster-snapshot.ts';
import type { GuardianRow } from './guardian-row.ts';
import type { GuardianSnapshot } from './guardian-snapshot.ts';

/** Whom a row is about, with a key that is the same for all rows about them; or a refusal. */
export type GuardianIdentified =
  | { readonly key: string; readonly person: StoredPerson | null }
  | { readonly refused: 'identifiers-differ' };

/**
 * Answers whom each row is about: by civic number or source id; failing that the guardian with the same name who has the
 * same e-mail address or is a guardian of the same student already. Files of guardians often lack both identifiers.
 */
export function guardianFinder(
  rows: readonly GuardianRow[],
  stored: GuardianSnapshot,
): (row: GuardianRow) => GuardianIdentified {
  const identified = rows.filter(hasIdentifier);
  const find = personFinder(identified, stored.persons, stored.known);
  const studentsOf = Map.groupBy(stored.ties, (tie) => tie.otherId);
  const alike = (row: GuardianRow): StoredPerson | undefined => {
    const called = stored.guardians.filter(
      (each) => nameKey(each.givenName, each.familyName) === nameKey(row.givenName, row.familyName),
    );
    const free = hasIdentifier(row)
      ? called.filter((each) => each.civicNumber === null && each.sourceId === null)
      : called;
    const sameEmail = free.filter(
      (each) => row.email && each.email && nameKey(each.email) === nameKey(row.email),
    );
    const sameChild = free.filter((each) =>
      (studentsOf.get(each.personId) ?? []).some((tie) => tie.studentId === row.studentId),
    );
    return sameEmail.length === 1 ? sameEmail[0] : sameChild.length === 1 ? sameChild[0] : undefined;
  };
  return (row) => {
    if (hasIdentifier(row)) {
      const who = find(row);
      if ('refused' in who) return who;
      const person = who.person ?? alike(row) ?? null;
      return { key: person ? String(person.personId) : who.key, person };
    }
    const person = alike(row) ?? null;
    const name = nameKey(row.givenName, row.familyName);
    const unknown = row.email ? `${nameKey(row.email)} ${name}` : `${row.studentId} ${name}`;
    return { key: person ? String(person.personId) : unknown, person };
  };
}

function hasIdentifier(row: GuardianRow): boolean {
  return row.civicNumber !== null || row.sourceId !== null;
}
