import type { Tx } from '../../../platform/server/db.ts';
import type { StoredPerson } from '../roster/roster-snapshot.ts';

/** Persons as they are stored, by id, with the version that counts up with each change; locked until the transaction ends. */
export async function storedPersons(
  tx: Tx,
  personIds: readonly number[],
): Promise<ReadonlyMap<number, StoredPerson & { readonly version: number }>> {
  const { rows } = await tx.client.query<StoredPerson & { readonly version: number }>(
    `select person_id as "personId", civic_number as "civicNumber", source_id as "sourceId", federated_name as "federatedName",
       given_name as "givenName", middle_name as "middleName", family_name as "familyName", protection, email,
       home_municipality as "homeMunicipality", version
     from people.person where organiser_id = $1 and person_id = any($2) order by person_id for update`,
    [tx.organiser, personIds],
  );
  return new Map(rows.map((row) => [row.personId, row]));
}
