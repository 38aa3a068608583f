import { nextChangeSet } from '../../platform/server/change-set.ts';
import type { Tx } from '../../platform/server/db.ts';
import type { MovePerson } from './store-merge.ts';

/** A merge that stands, to be parted. */
export interface StandingMerge extends MovePerson {
  readonly mergeId: number;
  readonly changeSet: number;
}

/** Writes down that two persons were merged. Answers the merge's number. */
export async function recordMerge(
  tx: Tx,
  merge: MovePerson & { readonly changeSet: number; readonly by: number; readonly at: Date },
): Promise<number> {
  const { rows } = await tx.client.query<{ id: number }>(
    `insert into people.merge (organiser_id, change_set, gone_id, into_id, merged_at, merged_by)
     values ($1, $2, $3, $4, $5, $6) returning merge_id as id`,
    [tx.organiser, merge.changeSet, merge.goes, merge.stays, merge.at, merge.by],
  );
  return rows[0]!.id;
}

/** A merge, locked until the transaction ends, so that nobody else parts it; `parted` when that has been done, undefined when there is none. */
export async function lockMerge(tx: Tx, mergeId: number): Promise<StandingMerge | 'parted' | undefined> {
  const { rows } = await tx.client.query<StandingMerge & { readonly parted: boolean }>(
    `select merge_id as "mergeId", change_set as "changeSet", gone_id as goes, into_id as stays, parted_at is not null as parted
     from people.merge where organiser_id = $1 and merge_id = $2 for update`,
    [tx.organiser, mergeId],
  );
  return rows[0]?.parted ? 'parted' : rows[0];
}

/** Writes down that the two were parted. */
export async function markParted(
  tx: Tx,
  mergeId: number,
  { by, at }: { readonly by: number; readonly at: Date },
): Promise<void> {
  await tx.client.query(
    `update people.merge set parted_at = $3, parted_by = $4, parted_set = $5
     where organiser_id = $1 and merge_id = $2`,
    [tx.organiser, mergeId, at, by, await nextChangeSet(tx)],
  );
}

/** Remembers that two persons are not the same, so that they are proposed no more. Twice is as once. */
export async function tellApart(
  tx: Tx,
  pair: { readonly one: number; readonly other: number; readonly by: number; readonly at: Date },
): Promise<void> {
  const { one, other, by, at } = pair;
  await tx.client.query(
    `insert into people.told_apart (organiser_id, one_id, other_id, told_by, told_at)
     values ($1, least($2::int, $3::int), greatest($2::int, $3::int), $4, $5) on conflict do nothing`,
    [tx.organiser, one, other, by, at],
  );
}
