import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { readConfig } from '../../platform/server/config.ts';
import { openDatabaseSource } from '../../platform/server/database-source.ts';
import { closeDatabase, type Database, openDatabase } from '../../platform/server/db.ts';
import { createLog } from '../../platform/server/log.ts';
import { OperatorError, systemErrorCode } from '../../platform/server/operator-error.ts';
import type { Io } from '../command.ts';
import type { RunningServer, ServerParts } from '../server.ts';
import { migrateInWords } from '../with-database.ts';

/** For the list of commands. */
export const summary = 'Startar databasen och webbservern på http://localhost:3000.';

/** For `--help`. */
export const help = `
./fullfolj start [--port N] [--host ADRESS] [--data MAPP] [--empty]

Startar databasen, uppdaterar den, läser in demonstrationens huvudman om databasen är tom och visar
Fullfölj på http://localhost:3000. Avsluta med Ctrl-C.

  --port N        port för webbservern (annars 3000)
  --host ADRESS   adress att lyssna på (annars 127.0.0.1: bara den här datorn)
  --data MAPP     var den inbyggda databasen ligger (annars ./data)
  --empty         läs inte in demonstrationen i en tom databas

DATABASE_URL pekar ut en egen PostgreSQL (15 eller nyare) i stället för den inbyggda.
FULLFOLJ_PG_SETTINGS ändrar den inbyggdas inställningar, t.ex. "work_mem=64MB, max_connections=100".
`;

/** Serves until it is asked to stop; answers 0 after a clean stop. */
export async function run(args: string[], io: Io): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: '3000' },
      host: { type: 'string', default: '127.0.0.1' },
      data: { type: 'string' },
      empty: { type: 'boolean', default: false },
    },
  });
  const port = portNumber(values.port);
  const config = readConfig(io.env, values);
  const source = await openDatabaseSource(config, 'start');
  try {
    await migrateInWords(source.url);
    const db = openDatabase(source.url, 20);
    if (!values.empty) await loadDemonstration(db, io);
    const server = await listen({
      db,
      config,
      port,
      host: values.host,
      log: createLog(config.logLevel),
      env: io.env,
    });
    io.say(
      `Fullfölj är igång: http://${values.host === '127.0.0.1' ? 'localhost' : values.host}:${server.port}`,
    );
    await stopAsked(io.stopping);
    io.say('Avslutar …');
    await atMost(2_000, server.close());
    await atMost(500, closeDatabase(db));
    return 0;
  } finally {
    await source.release();
  }
}

/** Loaded only now: a start that is refused before should be quick. */
async function loadDemonstration(db: Database, io: Io): Promise<void> {
  const { loadDemonstrationIfEmpty } = await import('../demonstration.ts');
  await loadDemonstrationIfEmpty(db, io);
}

async function listen(parts: ServerParts): Promise<RunningServer> {
  const { createServer } = await import('../server.ts');
  try {
    return await createServer(parts);
  } catch (error) {
    const reason = whyNotListening[systemErrorCode(error) ?? ''];
    throw reason
      ? new OperatorError(`${reason} (${parts.host}:${parts.port}). Välj en annan med --port eller --host.`)
      : error;
  }
}

const whyNotListening: Record<string, string> = {
  EADDRINUSE: 'Porten används redan av ett annat program',
  EACCES: 'Du får inte använda den porten',
  EADDRNOTAVAIL: 'Datorn har ingen sådan adress',
  ENOTFOUND: 'Adressen finns inte',
};

/** Waits for something that ends by itself, but not longer: a browser that holds its connection must not hold up the stop. */
async function atMost(milliseconds: number, work: Promise<unknown>): Promise<void> {
  await Promise.race([work, sleep(milliseconds)]);
}

function portNumber(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new OperatorError(`Porten ${text} är inget tal mellan 0 och 65535.`);
}

function stopAsked(stopping: AbortSignal): Promise<void> {
  if (stopping.aborted) return Promise.resolve();
  return new Promise((resolve) => stopping.addEventListener('abort', () => resolve(), { once: true }));
}
