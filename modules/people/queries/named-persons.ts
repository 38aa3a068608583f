import { sql } from 'kysely';
import type { Tx } from '../../../platform/server/db.ts';
import { displayName, type Protection } from '../person-name.ts';

/** A person and the name to show. */
export interface NamedPerson {
  readonly personId: number;
  readonly name: string;
}

interface Row {
  readonly person_id: number;
  readonly given_name: string;
  readonly family_name: string;
  readonly protection: string;
}

/**
 * The persons called exactly this, written "Kim Larsson", "Larsson Kim" or "Larsson, Kim", whatever the case.
 * Never a protected identity: a name must not be a way to find one.
 */
export async function personsByName(tx: Tx, text: string): Promise<readonly NamedPerson[]> {
  const name = text.replace(/,/g, ' ').replace(/\s+/g, ' ').trim().toLowerCase();
  if (name === '') return [];
  const { rows } = await sql<Row>`
    select person_id, given_name, family_name, protection from people.person
    where organiser_id = ${tx.organiser} and protection = 'none'
      and ${name} in (lower(given_name || ' ' || family_name), lower(family_name || ' ' || given_name))
    order by person_id`.execute(tx.q);
  return rows.map(named);
}

/** The names to show of these persons, by id; a protected identity is "Skyddade uppgifter". Ids unknown here are left out. */
export async function namesOf(tx: Tx, personIds: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const rows = await tx.q
    .selectFrom('people.person')
    .select(['person_id', 'given_name', 'family_name', 'protection'])
    .where('organiser_id', '=', tx.organiser)
    .where(sql<boolean>`person_id = any(${[...new Set(personIds)]}::integer[])`)
    .execute();
  return new Map(rows.map((row) => [row.person_id, named(row).name]));
}

function named(row: Row): NamedPerson {
  const name = displayName({
    givenName: row.given_name,
    familyName: row.family_name,
    protection: row.protection as Protection,
  });
  return { personId: row.person_id, name };
}
