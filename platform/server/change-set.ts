import type { Tx } from './db.ts';

/** A table whose changes can be kept and undone: its name with the schema, and the columns of its key but the organiser. */
export interface KeptTable {
  readonly name: string;
  readonly key: readonly string[];
  /** An inserted row that other rows have come to refer to stays when its set is undone, and does not hinder it. */
  readonly mayStay?: boolean;
}

/** Gives a number to a set of changes that is to be undone as a whole. Unused numbers cost nothing. */
export async function nextChangeSet(tx: Pick<Tx, 'client'>): Promise<number> {
  const { rows } = await tx.client.query<{ id: number }>(`select nextval('platform.change_set')::int as id`);
  return rows[0]!.id;
}

/** Pieces of a statement that writes: what it returns, and a further `with` query that keeps it. */
export interface Keeping {
  /** `returning …`, with the columns that the statement returns of its own first; empty when there is nothing to return. */
  returning(...own: readonly string[]): string;
  /** `, kept_NAME as (…)` after the query NAME that wrote; empty when nothing is kept. */
  from(written: string): string;
}

/**
 * How a statement that writes to `table` keeps what it changes, when the transaction belongs to a set of changes
 * (`tx.changeSet`): the row before, in the same statement. The statement stands in a `with` query:
 * `with written as (update … ${keeping.returning()}) ${keeping.from('written')} select …`.
 */
export function keeping(tx: Tx, table: KeptTable): Keeping {
  const { organiser, changeSet } = tx;
  if (changeSet === undefined)
    return { returning: (...own) => (own.length > 0 ? `returning ${own.join(', ')}` : ''), from: () => '' };
  const pairs = table.key.map((name) => `'${name}', coalesce(new.${name}, old.${name})`).join(', ');
  const kept = [
    `jsonb_build_object(${pairs}) as kept_key`,
    'case when old.organiser_id is not null then to_jsonb(old) end as kept_before',
    'case when old.organiser_id is not null and new.organiser_id is not null then to_jsonb(new) end as kept_after',
  ];
  return {
    returning: (...own) => `returning ${[...own, ...kept].join(', ')}`,
    from: (written) => `, kept_${written} as (
      insert into platform.change (organiser_id, change_set, relation, key, before, after)
      select ${organiser}, ${changeSet}, '${table.name}', kept_key, kept_before, kept_after from ${written})`,
  };
}

/** Writes and keeps in one statement that answers nothing but how many rows it wrote. */
export async function writeKept(
  tx: Tx,
  table: KeptTable,
  statement: string,
  values: unknown[],
): Promise<number> {
  if (tx.changeSet === undefined) return (await tx.client.query(statement, values)).rowCount ?? 0;
  const kept = keeping(tx, table);
  const { rows } = await tx.client.query<{ count: number }>(
    `with written as (${statement} ${kept.returning()}) ${kept.from('written')}
     select count(*)::int as count from written`,
    values,
  );
  return rows[0]!.count;
}
