import type { StoredPerson } from './roster-snapshot.ts';

/** The civic numbers that changed persons had before, to be remembered. */
export function numbersGivenUp(
  changed: Iterable<StoredPerson>,
  stored: readonly StoredPerson[],
): readonly { readonly personId: number; readonly civicNumber: string }[] {
  const before = new Map(stored.map((person) => [person.personId, person.civicNumber]));
  return [...changed].flatMap(({ personId, civicNumber }) => {
    const had = before.get(personId);
    return had && had !== civicNumber ? [{ personId, civicNumber: had }] : [];
  });
}
