import { createHash } from 'node:crypto';
import type { Writable } from 'node:stream';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { type Manifest, productSchemas, readManifest, type TableShape, type Totals } from './manifest.ts';
import { endArchive, writeEntry } from './tar.ts';

/** Rows are written in files of about this many bytes, so that a table of any size passes through little memory. */
const partBytes = 4 * 1024 * 1024;

/** How COPY writes values, whatever the server's settings are. */
const plainValues = `set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
  set local extra_float_digits = 3; set local bytea_output = 'hex'; set local client_encoding = 'UTF8'`;

/**
 * Writes the whole database as one archive while others go on working: all tables as they stood at one moment. `report` hears each table as it
 * is done. Answers what was written.
 */
export async function dumpDatabase(
  url: string,
  out: Writable,
  madeAt: Date,
  report: (table: string, rows: number) => void,
): Promise<{ manifest: Manifest; totals: Totals }> {
  const client = new pg.Client({ connectionString: url, application_name: 'fullfolj backup' });
  await client.connect();
  try {
    await client.query(`begin isolation level repeatable read read only; ${plainValues}`);
    const manifest = await readManifest(client, madeAt);
    await writeEntry(out, { name: 'manifest.json', content: json(manifest) });
    const tables: Totals['tables'] = {};
    for (const table of manifest.tables) {
      const written = await dumpTable(client, table, out);
      tables[table.name] = written;
      report(table.name, written.rows);
    }
    const totals = { tables, sequences: await readSequences(client) };
    await writeEntry(out, { name: 'totals.json', content: json(totals) });
    await endArchive(out);
    return { manifest, totals };
  } finally {
    await client.end();
  }
}

function json(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 1)}\n`);
}

async function dumpTable(
  client: pg.Client,
  table: TableShape,
  out: Writable,
): Promise<{ rows: number; sha256: string }> {
  const stream = client.query(
    copyTo(`copy (select ${table.columns.join(', ')} from ${table.name}) to stdout`),
  );
  const hash = createHash('sha256');
  let waiting: Buffer[] = [];
  let bytes = 0;
  let part = 0;
  const flush = async () => {
    if (bytes === 0) return;
    part++;
    const name = `data/${table.name}/${String(part).padStart(6, '0')}.copy`;
    await writeEntry(out, { name, content: Buffer.concat(waiting) });
    waiting = [];
    bytes = 0;
  };
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    hash.update(chunk);
    waiting.push(chunk);
    bytes += chunk.length;
    if (bytes >= partBytes) await flush();
  }
  await flush();
  return { rows: stream.rowCount, sha256: hash.digest('hex') };
}

async function readSequences(client: pg.Client): Promise<Totals['sequences']> {
  const { rows } = await client.query<{ name: string; value: string }>(
    `select format('%I.%I', schemaname, sequencename) as name, last_value::text as value from pg_sequences
     where last_value is not null and schemaname in (select nspname from pg_namespace where oid in ${productSchemas}) order by 1`,
  );
  return rows.map(({ name, value }) => ({ name, value: Number(value) }));
}
