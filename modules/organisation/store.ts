import { sql } from 'kysely';
import type { LocalDate } from '../../platform/local-date.ts';
import { type KeptTable, keeping } from '../../platform/server/change-set.ts';
import type { Tx } from '../../platform/server/db.ts';
import type { OrganiserKind } from './queries/organisers.ts';

/**
 * Makes an organiser and answers its id. Needs the transaction of `dangerouslyAcrossOrganisers`: organisers are made
 * by the operator's commands, never by a request. Refused by the database when the name is taken or empty.
 */
export async function createOrganiser(
  tx: Pick<Tx, 'q'>,
  organiser: {
    name: string;
    kind: OrganiserKind;
    isDemonstration: boolean;
    municipalityCode?: string | null;
  },
): Promise<number> {
  const row = await tx.q
    .insertInto('organisation.organiser')
    .values({
      name: organiser.name,
      kind: organiser.kind,
      is_demonstration: organiser.isDemonstration,
      municipality_code: organiser.municipalityCode ?? null,
    })
    .returning('organiser_id')
    .executeTakeFirstOrThrow();
  return row.organiser_id;
}

/** The units, whose changes are kept to be undone. A unit that something has come to hang on since stays. */
export const keptUnits: readonly KeptTable[] = [
  { name: 'organisation.school_unit', key: ['unit_id'], mayStay: true },
];

/**
 * The ids of the units with these codes; those that are missing are made, named by their code until a name is told.
 * A name that is told replaces the one that stands there. Answers code → unit id for the codes asked about.
 */
export async function ensureUnits(
  tx: Tx,
  wanted: readonly { readonly code: string; readonly name?: string }[],
): Promise<ReadonlyMap<string, number>> {
  const byCode = new Map(wanted.map((unit) => [unit.code, unit]));
  if (byCode.size === 0) return new Map();
  const codes = [...byCode.keys()];
  const names = [...byCode.values()].map((unit) => unit.name ?? null);
  const kept = keeping(tx, keptUnits[0]!);
  const { rows } = await sql<{ code: string; unit_id: number }>`
    with wanted as (select * from unnest(${codes}::text[], ${names}::text[]) as w(code, name)),
    made as (
      insert into organisation.school_unit (organiser_id, code, name)
      select ${tx.organiser}, code, coalesce(name, code) from wanted w
      where w.name is not null or not exists (
        select from organisation.school_unit u where u.organiser_id = ${tx.organiser} and u.code = w.code)
      on conflict (organiser_id, code) do update set name = excluded.name
      ${sql.raw(kept.returning('code', 'unit_id'))}) ${sql.raw(kept.from('made'))}
    select code, unit_id from made
    union
    select u.code, u.unit_id from organisation.school_unit u join wanted w on w.code = u.code
    where u.organiser_id = ${tx.organiser}`.execute(tx.q);
  return new Map(rows.map((row) => [row.code, row.unit_id]));
}

/** Declares a school year; said again with another last day, that day replaces the old one. */
export async function declareSchoolYear(
  tx: Tx,
  year: { readonly starts: LocalDate; readonly ends: LocalDate },
): Promise<void> {
  await tx.q
    .insertInto('organisation.school_year')
    .values({ organiser_id: tx.organiser, ...year })
    .onConflict((on) => on.columns(['organiser_id', 'starts']).doUpdateSet({ ends: year.ends }))
    .execute();
}

/** Declares a break for a unit, or for the whole organiser when no unit is told; the same break again adds nothing. */
export async function declareBreak(
  tx: Tx,
  given: {
    readonly starts: LocalDate;
    readonly ends: LocalDate;
    readonly name: string;
    readonly unitId?: number | null;
  },
): Promise<void> {
  const unit = given.unitId ?? null;
  await sql`
    insert into organisation.school_break (organiser_id, unit_id, starts, ends, name)
    select ${tx.organiser}, ${unit}::integer, ${given.starts}, ${given.ends}, ${given.name}
    where not exists (
      select from organisation.school_break b
      where b.organiser_id = ${tx.organiser} and b.starts = ${given.starts} and b.ends = ${given.ends}
        and b.name = ${given.name} and b.unit_id is not distinct from ${unit}::integer)`.execute(tx.q);
}
