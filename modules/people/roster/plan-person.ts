import type { ToldPerson } from './roster-row.ts';
import type { StoredPerson } from './roster-snapshot.ts';

/** A person made from a row; `personId` is the plan's own negative number. */
export function newPerson(row: ToldPerson, personId: number): StoredPerson {
  return {
    personId,
    civicNumber: row.civicNumber,
    sourceId: row.sourceId,
    federatedName: row.federatedName ?? null,
    givenName: row.givenName,
    middleName: row.middleName ?? null,
    familyName: row.familyName,
    protection: row.protection ?? 'none',
    email: row.email ?? null,
    homeMunicipality: row.homeMunicipality ?? null,
  };
}

/** The person as the row tells it. What the file has no column for stays, and so does an identifier that the row leaves out. */
export function updatedPerson(person: StoredPerson, row: ToldPerson): StoredPerson {
  const told = <T>(value: T | undefined, stored: T): T => (value === undefined ? stored : value);
  return {
    personId: person.personId,
    civicNumber: row.civicNumber ?? person.civicNumber,
    sourceId: row.sourceId ?? person.sourceId,
    federatedName: told(row.federatedName, person.federatedName),
    givenName: row.givenName,
    middleName: told(row.middleName, person.middleName),
    familyName: row.familyName,
    protection: told(row.protection, person.protection),
    email: told(row.email, person.email),
    homeMunicipality: told(row.homeMunicipality, person.homeMunicipality),
  };
}

/** Whether anything at all differs. */
export function personsDiffer(a: StoredPerson, b: StoredPerson): boolean {
  return (Object.keys(a) as (keyof StoredPerson)[]).some((field) => a[field] !== b[field]);
}
