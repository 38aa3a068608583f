import type { Tx } from '../../../platform/server/db.ts';
import type { ToldPerson } from '../roster/roster-row.ts';
import type { KnownBy, StoredPerson } from '../roster/roster-snapshot.ts';

/** The stored persons by any identifier that rows use, and what they have been known by. */
export async function personsTold(
  tx: Tx,
  rows: readonly ToldPerson[],
): Promise<{ readonly persons: readonly StoredPerson[]; readonly known: KnownBy }> {
  const known = await knownBy(tx, rows);
  return { known, persons: await personsOf(tx, rows, known) };
}

type Identifier = (row: ToldPerson) => string | null | undefined;

function toldBy(rows: readonly ToldPerson[], pick: Identifier): readonly string[] {
  return rows.map(pick).filter((value) => typeof value === 'string');
}

async function knownBy(tx: Tx, rows: readonly ToldPerson[]): Promise<KnownBy> {
  const answer = await tx.client.query<{ kind: 'source' | 'former'; value: string; id: number }>(
    `select 'source' as kind, source_id as value, person_id as id from people.known_source_id
     where organiser_id = $1 and source_id = any($2)
     union all
     select 'former', civic_number, person_id from people.former_civic_number
     where organiser_id = $1 and civic_number = any($3)`,
    [tx.organiser, toldBy(rows, (row) => row.sourceId), toldBy(rows, (row) => row.civicNumber)],
  );
  const of = (kind: 'source' | 'former') =>
    new Map(answer.rows.flatMap((row) => (row.kind === kind ? [[row.value, row.id] as const] : [])));
  return { sourceIds: of('source'), formerNumbers: of('former') };
}

async function personsOf(
  tx: Tx,
  rows: readonly ToldPerson[],
  known: KnownBy,
): Promise<readonly StoredPerson[]> {
  const answer = await tx.client.query<StoredPerson>(
    `select person_id as "personId", civic_number as "civicNumber", source_id as "sourceId", federated_name as "federatedName",
       given_name as "givenName", middle_name as "middleName", family_name as "familyName", protection, email,
       home_municipality as "homeMunicipality"
     from people.person
     where organiser_id = $1 and (civic_number = any($2) or person_id = any($3) or lower(federated_name) = any($4))`,
    [
      tx.organiser,
      toldBy(rows, (row) => row.civicNumber),
      [...known.sourceIds.values(), ...known.formerNumbers.values()],
      toldBy(rows, (row) => row.federatedName?.toLowerCase()),
    ],
  );
  return answer.rows;
}
