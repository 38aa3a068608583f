import type { Tx } from '../../../platform/server/db.ts';
import type { ToldPerson } from '../roster/roster-row.ts';
import type { StoredPerson } from '../roster/roster-snapshot.ts';

/** The stored persons by any identifier that the rows use: civic number, source id or log-in name. */
export async function storedPersons(tx: Tx, rows: readonly ToldPerson[]): Promise<readonly StoredPerson[]> {
  const told = (pick: (row: ToldPerson) => string | null | undefined): readonly string[] =>
    rows.map(pick).filter((value) => typeof value === 'string');
  const answer = await tx.client.query<StoredPerson>(
    `select person_id as "personId", civic_number as "civicNumber", source_id as "sourceId", federated_name as "federatedName",
       given_name as "givenName", middle_name as "middleName", family_name as "familyName", protection, email,
       home_municipality as "homeMunicipality"
     from people.person
     where organiser_id = $1 and (civic_number = any($2) or source_id = any($3) or lower(federated_name) = any($4))`,
    [
      tx.organiser,
      told((row) => row.civicNumber),
      told((row) => row.sourceId),
      told((row) => row.federatedName?.toLowerCase()),
    ],
  );
  return answer.rows;
}
