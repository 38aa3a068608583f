import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/server/db.ts';
import { displayName, type Protection } from '../person-name.ts';

/** The number of the person that this one was merged into; undefined when she was not, or was parted again. */
export async function mergedInto(tx: Tx, personId: number): Promise<number | undefined> {
  const row = await tx.q
    .selectFrom('people.merge')
    .select('into_id')
    .where('organiser_id', '=', tx.organiser)
    .where('gone_id', '=', personId)
    .where('parted_at', 'is', null)
    .executeTakeFirst();
  return row?.into_id;
}

/**
 * Every number that these persons have: their own and those of persons who were merged into them, as a sub-query. The log
 * is never rewritten, so what it tells of a person stands under all of them.
 */
export function everyNumberOf(tx: Pick<Tx, 'organiser'>, personIds: readonly number[]): RawBuilder<number> {
  const ids = sql`${[...personIds]}::integer[]`;
  return sql<number>`(select unnest(${ids}) union select gone_id from people.merge
    where organiser_id = ${tx.organiser} and into_id = any(${ids}) and parted_at is null)`;
}

/** A merge, as it is shown in the list of those that have been. */
export interface Merge {
  readonly mergeId: number;
  readonly changeSet: number;
  readonly goneId: number;
  readonly intoId: number;
  /** The name of the one that went, as it was; masked when either has a protected identity. */
  readonly goneName: string;
  readonly intoName: string;
  /** Whether either has a protected identity. */
  readonly isMasked: boolean;
  readonly mergedAt: Date;
  readonly mergedBy: number;
  readonly partedAt: Date | null;
  readonly partedBy: number | null;
  /** Whether it is the latest that stands of those into the same person: they are parted in that order. */
  readonly isLatest: boolean;
}

type MergeRow = Omit<Merge, 'goneName' | 'intoName' | 'isMasked'> & {
  readonly goneGiven: string;
  readonly goneFamily: string;
  readonly goneProtection: Protection;
  readonly givenName: string;
  readonly familyName: string;
  readonly protection: Protection;
};

/**
 * Merges, the latest first, at most `most`: those that stand and those that were parted. With `mergeId` that one; with
 * `everAt` those of persons who have been at one of these units.
 */
export async function mergesDone(
  tx: Tx,
  {
    most,
    mergeId = null,
    everAt = null,
  }: {
    readonly most: number;
    readonly mergeId?: number | null;
    readonly everAt?: readonly number[] | null;
  },
): Promise<readonly Merge[]> {
  const { rows } = await sql<MergeRow>`
    select m.merge_id as "mergeId", m.change_set as "changeSet", m.gone_id as "goneId", m.into_id as "intoId",
      m.merged_at as "mergedAt", m.merged_by as "mergedBy", m.parted_at as "partedAt", m.parted_by as "partedBy",
      coalesce(c.before ->> 'given_name', g.given_name, '') as "goneGiven",
      coalesce(c.before ->> 'family_name', g.family_name, '') as "goneFamily",
      coalesce(c.before ->> 'protection', g.protection, 'none') as "goneProtection",
      coalesce(p.given_name, '') as "givenName", coalesce(p.family_name, '') as "familyName",
      coalesce(p.protection, 'none') as protection,
      not exists (select from people.merge x where x.organiser_id = m.organiser_id and x.into_id = m.into_id
        and x.parted_at is null and x.change_set > m.change_set) as "isLatest"
    from people.merge m
    left join platform.change c on c.organiser_id = m.organiser_id and c.change_set = m.change_set
      and c.relation = 'people.person' and c.key = jsonb_build_object('person_id', m.gone_id)
    left join people.person g on g.organiser_id = m.organiser_id and g.person_id = m.gone_id
    left join people.person p on p.organiser_id = m.organiser_id and p.person_id = m.into_id
    where m.organiser_id = ${tx.organiser} and (${mergeId}::integer is null or m.merge_id = ${mergeId}::integer)
      and (${everAt === null} or exists (
        select from people.enrolment e where e.organiser_id = m.organiser_id and e.student_id = m.into_id
          and e.unit_id = any(${everAt ?? []}::integer[])
        union all
        select from people.duty d where d.organiser_id = m.organiser_id and d.person_id = m.into_id
          and d.unit_id = any(${everAt ?? []}::integer[])))
    order by m.merged_at desc, m.merge_id desc limit ${most}`.execute(tx.q);
  return rows.map(shown);
}

function shown({
  goneGiven,
  goneFamily,
  goneProtection,
  givenName,
  familyName,
  protection,
  ...merge
}: MergeRow): Merge {
  const isMasked = goneProtection !== 'none' || protection !== 'none';
  const stricter = protection === 'none' ? goneProtection : protection;
  return {
    ...merge,
    isMasked,
    goneName: displayName({ givenName: goneGiven, familyName: goneFamily, protection: stricter }),
    intoName: displayName({ givenName, familyName, protection: stricter }),
  };
}
