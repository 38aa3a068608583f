import type { ToldPerson } from './roster-row.ts';
import type { KnownBy, StoredPerson } from './roster-snapshot.ts';

/** Stands in for a name that was never told. It is never shown: the masked words are. */
const untold = { given: 'Skyddade', family: 'uppgifter' } as const;

/** A person made from a row; `personId` is the plan's own negative number. */
export function newPerson(row: ToldPerson, personId: number): StoredPerson {
  return {
    personId,
    civicNumber: row.civicNumber,
    sourceId: row.sourceId,
    federatedName: row.federatedName ?? null,
    givenName: row.givenName ?? untold.given,
    middleName: row.middleName ?? null,
    familyName: row.familyName ?? untold.family,
    protection: row.protection ?? 'none',
    email: row.email ?? null,
    homeMunicipality: row.homeMunicipality ?? null,
  };
}

/**
 * The person as the row tells it. What the file has no column for stays, and so does a name or an identifier that the row
 * leaves out or that is known already: two systems that tell of the same student do not change her back and forth.
 */
export function updatedPerson(person: StoredPerson, row: ToldPerson, known: KnownBy): StoredPerson {
  const told = <T>(value: T | undefined, stored: T): T => (value === undefined ? stored : value);
  return {
    personId: person.personId,
    civicNumber: newlyTold(row.civicNumber, known.formerNumbers) ?? person.civicNumber,
    sourceId: newlyTold(row.sourceId, known.sourceIds) ?? person.sourceId,
    federatedName: told(row.federatedName, person.federatedName),
    givenName: row.givenName ?? person.givenName,
    middleName: told(row.middleName, person.middleName),
    familyName: row.familyName ?? person.familyName,
    protection: told(row.protection, person.protection),
    email: told(row.email, person.email),
    homeMunicipality: told(row.homeMunicipality, person.homeMunicipality),
  };
}

function newlyTold(value: string | null, known: ReadonlyMap<string, number>): string | null {
  return value !== null && known.has(value) ? null : value;
}

/** Whether anything at all differs. */
export function personsDiffer(a: StoredPerson, b: StoredPerson): boolean {
  return (Object.keys(a) as (keyof StoredPerson)[]).some((field) => a[field] !== b[field]);
}
