import type { Tx } from '../../../platform/server/db.ts';
import { storedPersons } from '../queries/stored-persons.ts';
import { joinedPerson } from '../rules/joined-person.ts';
import { noteFormerNumbers } from '../store-known.ts';
import { type MovePerson, moveKnown, moveTies, moveTimed, removePerson } from '../store-merge.ts';
import { updatePersons } from '../store-roster.ts';

/** Moves what ties one person to units, groups and others to the person that she is, and what she has been known by. */
export async function movePerson(tx: Tx, ids: MovePerson): Promise<void> {
  await moveTimed(tx, ids);
  await moveTies(tx, ids);
  await moveKnown(tx, ids);
}

/**
 * Makes one of two persons, last of all: the one that goes is taken away, and the one that stays gets what only the other
 * had. A number that gives way is remembered. The stricter protection holds.
 */
export async function joinPersons(tx: Tx, ids: MovePerson): Promise<void> {
  const persons = await storedPersons(tx, [ids.goes, ids.stays]);
  const [goes, stays] = [persons.get(ids.goes)!, persons.get(ids.stays)!];
  await removePerson(tx, ids.goes);
  await updatePersons(tx, [joinedPerson(stays, goes)]);
  if (goes.civicNumber !== null && stays.civicNumber !== null)
    await noteFormerNumbers(tx, [{ personId: ids.stays, civicNumber: goes.civicNumber }]);
}
