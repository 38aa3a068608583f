import { type KeptTable, writeKept } from './change-set.ts';
import type { Tx } from './db.ts';

/** Rows that name one thing by a column, to name another instead. */
export interface Move {
  readonly column: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Lets the rows of a table that have `from` in a column have `to` there instead, and keeps what it did. Where the column is
 * part of the key and the other has a row of the same key, that one stands and the moved one goes. Answers how many rows
 * had `from`.
 */
export async function moveRows(tx: Tx, table: KeptTable, { column, from, to }: Move): Promise<number> {
  const having = `organiser_id = $1 and ${column} = $2`;
  const values = [tx.organiser, from, to];
  if (!table.key.includes(column))
    return writeKept(tx, table, `update ${table.name} set ${column} = $3 where ${having}`, values);
  const columns = await otherColumns(tx, table, column);
  await writeKept(
    tx,
    table,
    `insert into ${table.name} (${column}, ${columns}) select $3::integer, ${columns} from ${table.name} where ${having}
     on conflict (organiser_id, ${table.key.join(', ')}) do nothing`,
    values,
  );
  return writeKept(tx, table, `delete from ${table.name} where ${having}`, [tx.organiser, from]);
}

async function otherColumns(tx: Tx, table: KeptTable, column: string): Promise<string> {
  const { rows } = await tx.client.query<{ names: string }>(
    `select string_agg(quote_ident(attname), ', ' order by attnum) as names from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attname <> $2`,
    [table.name, column],
  );
  return rows[0]!.names;
}
