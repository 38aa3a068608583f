import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { createGzip } from 'node:zlib';
import { dumpDatabase } from '../../platform/server/backup/dump.ts';
import { systemClock } from '../../platform/server/clock.ts';
import { readConfig } from '../../platform/server/config.ts';
import { openDatabaseSource } from '../../platform/server/database-source.ts';
import { OperatorError, systemErrorCode } from '../../platform/server/operator-error.ts';
import type { Io } from '../command.ts';

/** For the list of commands. */
export const summary = 'Säkerhetskopierar hela databasen till en fil.';

/** For `--help`. */
export const help = `
./fullfolj backup [FIL] [--data MAPP] [--json]

Skriver hela databasen, som den är i ett ögonblick, till en fil medan andra arbetar vidare. Filen är ett
vanligt arkiv (.tar.gz) och kan läsas in med restore, också i en nyare version av Fullfölj.
Filen innehåller personuppgifter: förvara den som du förvarar databasen.

  FIL           filen att skriva (annars fullfolj-DATUM-TID.tar.gz här); - skriver till standard ut,
                till exempel för att kryptera: ./fullfolj backup - | age -r NYCKEL > kopia.age
  --data MAPP   var den inbyggda databasen ligger (annars ./data)
  --json        ett JSON-dokument: {"file","bytes","madeAt","tables":{"namn":{"rows","sha256"}}}
`;

/** Writes the backup; a file with the name exists only once it is whole. */
export async function run(args: string[], io: Io): Promise<number> {
  const options = { data: { type: 'string' }, json: { type: 'boolean' } } as const;
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
  const [name, ...rest] = positionals;
  if (rest.length > 0 || (name === '-' && values.json))
    throw new OperatorError('Ange en fil. - och --json går inte ihop.');
  const madeAt = systemClock.now();
  const file = name === '-' ? undefined : resolve(name ?? `fullfolj-${fileStamp(madeAt)}.tar.gz`);
  const source = await openDatabaseSource(readConfig(io.env, values), 'backup');
  try {
    const { totals } = file
      ? await toFile(source.url, file, madeAt, io)
      : await write(source.url, process.stdout, madeAt, io);
    if (file) await answer(file, madeAt, totals.tables, values.json === true, io);
    return 0;
  } finally {
    await source.release();
  }
}

function fileStamp(at: Date): string {
  return at.toISOString().slice(0, 16).replace('T', '-').replace(':', '');
}

async function toFile(url: string, file: string, madeAt: Date, io: Io) {
  const partial = `${file}.ofullständig`;
  try {
    const written = await write(url, createWriteStream(partial, { mode: 0o600, flush: true }), madeAt, io);
    await rename(partial, file);
    return written;
  } catch (error) {
    await rm(partial, { force: true });
    throw inWords(error, file);
  }
}

async function write(url: string, to: Writable, madeAt: Date, io: Io) {
  const packed = createGzip({ level: 4 });
  const report = (table: string, rows: number) =>
    io.progress(`${table}: ${rows.toLocaleString('sv-SE')} rader`);
  const dumped = dumpDatabase(url, packed, madeAt, report);
  dumped.catch((error) => packed.destroy(error));
  const [written] = await Promise.all([dumped, pipeline(packed, to, { signal: io.stopping })]);
  io.progress('');
  return written;
}

async function answer(
  file: string,
  madeAt: Date,
  tables: Record<string, { rows: number }>,
  json: boolean,
  io: Io,
): Promise<void> {
  const { size: bytes } = await stat(file);
  const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0);
  if (json) io.out(JSON.stringify({ file, bytes, madeAt: madeAt.toISOString(), tables }));
  else
    io.say(
      `${file}: ${rows.toLocaleString('sv-SE')} rader, ${(bytes / 1e6).toLocaleString('sv-SE', { maximumFractionDigits: 1 })} MB.`,
    );
}

function inWords(error: unknown, file: string): unknown {
  const code = systemErrorCode(error);
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new OperatorError(`Disken är full: ${file} kunde inte skrivas.`);
  if (code === '42P01') return new OperatorError('Databasen är tom: det finns inget att säkerhetskopiera.');
  if (code === 'EACCES' || code === 'ENOENT' || code === 'EROFS')
    return new OperatorError(`Det går inte att skriva ${file}.`);
  if (code === 'ABORT_ERR') return new OperatorError('Säkerhetskopian avbröts. Ingen fil har skrivits.');
  return error;
}
