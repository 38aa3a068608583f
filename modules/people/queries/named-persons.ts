import { type RawBuilder, sql } from 'kysely';
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
export function personsByName(tx: Tx, text: string): Promise<readonly NamedPerson[]> {
  return calledExactly(tx, text, sql`true`);
}

/** As `personsByName`, but nobody who goes or has gone here as a student: a duty must not fall to a student of the same name. */
export function adultsByName(tx: Tx, text: string): Promise<readonly NamedPerson[]> {
  const goesHere = sql`select from people.enrolment e where e.organiser_id = p.organiser_id and e.student_id = p.person_id`;
  return calledExactly(tx, text, sql`not exists (${goesHere})`);
}

async function calledExactly(
  tx: Tx,
  text: string,
  condition: RawBuilder<unknown>,
): Promise<readonly NamedPerson[]> {
  const name = text.replace(/,/g, ' ').replace(/\s+/g, ' ').trim().toLowerCase();
  if (name === '') return [];
  const { rows } = await sql<Row>`
    select person_id, given_name, family_name, protection from people.person p
    where organiser_id = ${tx.organiser} and protection = 'none' and ${condition}
      and ${name} in (lower(given_name || ' ' || family_name), lower(family_name || ' ' || given_name))
    order by person_id`.execute(tx.q);
  return rows.map(named);
}

/**
 * The names to show of these persons, by id; a protected identity is "Skyddade uppgifter". The number of somebody who was
 * merged into another has that one's name. Ids unknown here are left out.
 */
export async function namesOf(tx: Tx, personIds: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const ids = [...new Set(personIds)];
  const { rows } = await sql<Row>`
    select n.person_id, p.given_name, p.family_name, p.protection
    from unnest(${ids}::integer[]) n(person_id)
    left join people.merge m on m.organiser_id = ${tx.organiser} and m.gone_id = n.person_id and m.parted_at is null
    join people.person p on p.organiser_id = ${tx.organiser} and p.person_id = coalesce(m.into_id, n.person_id)`.execute(
    tx.q,
  );
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
