import { createReadStream } from 'node:fs';
import { parseArgs } from 'node:util';
import { createGunzip } from 'node:zlib';
import { loadDatabase } from '../../platform/server/backup/load.ts';
import { BrokenArchive } from '../../platform/server/backup/tar.ts';
import { readConfig } from '../../platform/server/config.ts';
import { openDatabaseSource } from '../../platform/server/database-source.ts';
import { OperatorError, systemErrorCode } from '../../platform/server/operator-error.ts';
import type { Io } from '../command.ts';

/** For the list of commands. */
export const summary = 'Läser in en säkerhetskopia i en tom databas.';

/** For `--help`. */
export const help = `
./fullfolj restore FIL [--data MAPP] [--json]

Läser in en fil från backup i en tom databas, kontrollerar varje tabells antal rader och kontrollsumma och
uppdaterar sedan databasen till den här versionen av programmet. En skadad fil lämnar databasen tom.

  FIL           filen att läsa; - läser från standard in
  --data MAPP   var den inbyggda databasen ska ligga (annars ./data)
  --json        ett JSON-dokument: {"madeAt","tables":{"namn":{"rows","sha256"}}}
`;

/** Fills the empty database; on any failure it holds no rows afterwards. */
export async function run(args: string[], io: Io): Promise<number> {
  const options = { data: { type: 'string' }, json: { type: 'boolean' } } as const;
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
  const [file, ...rest] = positionals;
  if (file === undefined || rest.length > 0)
    throw new OperatorError('Ange filen att läsa in: ./fullfolj restore FIL.');
  const source = await openDatabaseSource(readConfig(io.env, values), 'restore');
  try {
    const { manifest, totals } = await load(source.url, file, io);
    const rows = Object.values(totals.tables).reduce((sum, table) => sum + table.rows, 0);
    if (values.json) io.out(JSON.stringify({ madeAt: manifest.madeAt, tables: totals.tables }));
    else io.say(`Inläst: ${rows.toLocaleString('sv-SE')} rader ur kopian från ${manifest.madeAt}.`);
    return 0;
  } finally {
    await source.release();
  }
}

async function load(url: string, file: string, io: Io) {
  const input = file === '-' ? process.stdin : createReadStream(file);
  const unpacked = createGunzip();
  input.once('error', (error) => unpacked.destroy(error));
  io.stopping.addEventListener('abort', () =>
    unpacked.destroy(new OperatorError('Inläsningen avbröts. Databasen är tom.')),
  );
  try {
    const report = (table: string, rows: number) =>
      io.progress(`${table}: ${rows.toLocaleString('sv-SE')} rader`);
    return await loadDatabase(url, input.pipe(unpacked), report);
  } catch (error) {
    throw inWords(error, file);
  } finally {
    io.progress('');
  }
}

function inWords(error: unknown, file: string): unknown {
  const code = systemErrorCode(error) ?? '';
  if (error instanceof BrokenArchive || code.startsWith('Z_') || error instanceof SyntaxError)
    return new OperatorError(`${file} är skadad eller ingen säkerhetskopia från Fullfölj. Databasen är tom.`);
  if (code === 'ENOENT') return new OperatorError(`Filen ${file} finns inte.`);
  if (code === 'EACCES' || code === 'EISDIR') return new OperatorError(`Filen ${file} går inte att läsa.`);
  return error;
}
