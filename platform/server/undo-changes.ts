import type { KeptTable } from './change-set.ts';
import type { Tx } from './db.ts';

/** What undoing came to. `in-use`: somebody has since written something that hangs on a row of the set. */
export type Undone = { readonly undone: true } | { readonly undone: false; readonly because: 'in-use' };

/**
 * Undoes a set of changes: rows that it inserted go, rows that it changed get back the columns that it changed, rows that
 * it deleted come back. What others have changed since in other columns stays. `tables` in an order in which a row may be
 * inserted. Answers `in-use`, with nothing done, when a row of another table refers to one that would go, or one that would
 * come back is not unique any more. The kept changes are deleted.
 */
export async function undoChanges(tx: Tx, changeSet: number, tables: readonly KeptTable[]): Promise<Undone> {
  await tx.client.query('savepoint undo_changes');
  const { inserted, changed } = await gather(tx, changeSet);
  try {
    for (const table of tables.toReversed().filter(({ name }) => inserted.has(name)))
      await removeInserted(tx, table);
    for (const table of tables.filter(({ name }) => changed.has(name))) await giveBack(tx, table);
  } catch (error) {
    if (!isInTheWay(error)) throw error;
    await tx.client.query('rollback to savepoint undo_changes');
    return { undone: false, because: 'in-use' };
  }
  await forgetChanges(tx, changeSet);
  return { undone: true };
}

/** Changed rows first: one that has got what belongs to a deleted row, as a log-in name, gives it back before that comes. */
async function giveBack(tx: Tx, table: KeptTable): Promise<void> {
  const columns = await columnsOf(tx, table);
  await restore(tx, table, columns);
  await bringBack(tx, table, columns);
}

/** Deletes what was kept of a set of changes: it can then not be undone. */
export async function forgetChanges(tx: Tx, changeSet: number): Promise<void> {
  await tx.client.query('delete from platform.change where organiser_id = $1 and change_set = $2', [
    tx.organiser,
    changeSet,
  ]);
}

/**
 * One row for each row that the set changed, however many times: as it was before the first and after the last change.
 * Answers which tables the set inserted into, and which it changed or deleted from: the others are left alone.
 */
async function gather(
  tx: Tx,
  changeSet: number,
): Promise<Readonly<Record<'inserted' | 'changed', ReadonlySet<string>>>> {
  await tx.client.query('drop table if exists undo_row');
  await tx.client.query(
    `create temporary table undo_row on commit drop as
     select relation, key, (array_agg(before order by seq))[1] as before, (array_agg(after order by seq desc))[1] as after
     from platform.change where organiser_id = ${tx.organiser} and change_set = ${Number(changeSet)}
     group by relation, key`,
  );
  await tx.client.query('analyze undo_row');
  const { rows } = await tx.client.query<{ relation: string; inserted: boolean }>(
    'select distinct relation, before is null as inserted from undo_row',
  );
  const names = (inserted: boolean) =>
    new Set(rows.filter((row) => row.inserted === inserted).map((row) => row.relation));
  return { inserted: names(true), changed: names(false) };
}

const same = (table: KeptTable): string =>
  [`t.organiser_id = $1`, ...table.key.map((name) => `t.${name} = k.${name}`)].join(' and ');

const rowsOf = (table: KeptTable): string =>
  `undo_row u cross join lateral jsonb_populate_record(null::${table.name}, u.key) k`;

async function removeInserted(tx: Tx, table: KeptTable): Promise<void> {
  const remove = (key?: string) =>
    tx.client.query(
      `delete from ${table.name} t using ${rowsOf(table)}
       where u.relation = '${table.name}' and u.before is null and ${same(table)}
         and ($2::jsonb is null or u.key = $2::jsonb)`,
      [tx.organiser, key ?? null],
    );
  if (!table.mayStay) {
    await remove();
    return;
  }
  const { rows } = await tx.client.query<{ key: string }>(
    `select key::text from undo_row where relation = $1 and before is null`,
    [table.name],
  );
  for (const { key } of rows) {
    await tx.client.query('savepoint remove_one');
    await remove(key).catch(async (error) => {
      if (!isInTheWay(error)) throw error;
      await tx.client.query('rollback to savepoint remove_one');
    });
  }
}

/** The columns that can be written. */
async function columnsOf(tx: Tx, table: KeptTable): Promise<readonly string[]> {
  const { rows } = await tx.client.query<{ name: string }>(
    `select quote_ident(attname) as name from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [table.name],
  );
  return rows.map((row) => row.name);
}

async function bringBack(tx: Tx, table: KeptTable, columns: readonly string[]): Promise<void> {
  await tx.client.query(
    `insert into ${table.name} (${columns.join(', ')}) overriding system value
     select ${columns.map((name) => `b.${name}`).join(', ')}
     from undo_row u cross join lateral jsonb_populate_record(null::${table.name}, u.before) b
     where u.relation = '${table.name}' and u.before is not null and b.organiser_id = $1
     on conflict (organiser_id, ${table.key.join(', ')}) do nothing`,
    [tx.organiser],
  );
}

/** Only the columns that differ between before and after: a name that was put right by hand since stays right. */
async function restore(tx: Tx, table: KeptTable, columns: readonly string[]): Promise<void> {
  const written = columns.filter((name) => name !== 'organiser_id' && !table.key.includes(name));
  if (written.length === 0) return;
  await tx.client.query(
    `update ${table.name} t set (${written.join(', ')}) = (
       select ${written.map((name) => `r.${name}`).join(', ')} from jsonb_populate_record(t, (
         select coalesce(jsonb_object_agg(b.key, b.value), '{}') from jsonb_each(u.before) b
         where b.value is distinct from coalesce(u.after, '{}') -> b.key)) r)
     from ${rowsOf(table)}
     where u.relation = '${table.name}' and u.before is not null and ${same(table)}`,
    [tx.organiser],
  );
}

/** Another table's row refers to the one to go (foreign_key_violation, restrict_violation). */
function isForeignKey(error: unknown): boolean {
  return hasCode(error, '23503', '23001');
}

/** That, or a row has since taken what the one to come back had (unique_violation). */
function isInTheWay(error: unknown): boolean {
  return isForeignKey(error) || hasCode(error, '23505');
}

function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
