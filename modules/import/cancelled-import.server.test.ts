import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../fixtures/test-database.ts';
import { type Database, openDatabase } from '../../platform/server/db.ts';
import { projectRoot } from '../../platform/server/project-root.ts';
import { emptyOrganiser, fileFolder, importer, schoolDays, smallSchool, storedOf } from './import-fixture.ts';

const { db, url } = await testDatabase();
const folder = fileFolder();
afterAll(folder.clean);

const school = smallSchool(60);
const days = schoolDays('2026-10-26', 20);

let made = 0;
async function schoolReadIn() {
  made += 1;
  const organiser = await emptyOrganiser(db, `Organisation ${made}`);
  const run = importer(db, organiser);
  const first = [
    folder.put('elever.csv', school.elever()),
    folder.put('narvaro.csv', school.narvaro(days.slice(0, 5))),
  ];
  await run(first);
  return { organiser, run };
}

/** Everything the school has, changed. */
const next = () => [
  folder.put(
    'nya-elever.csv',
    school.elever((cells) => ({ ...cells, Klass: `${cells.Klass}X` })),
  ),
  folder.put(
    'ny-narvaro.csv',
    school.narvaro(days, (cells, index) =>
      index % 7 === 0 ? { ...cells, 'Närvaro (min)': '0', 'Ogiltig frånvaro (min)': '60' } : cells,
    ),
  ),
];

async function runsOf(organiser: number) {
  const { rows } = await db.pool.query(
    `select state, counts -> 'cancelled' as cancelled from imports.run where organiser_id = $1 order by run_id desc limit 1`,
    [organiser],
  );
  return rows[0];
}

/** Takes a lock that the import needs, in a connection of its own; answers how to give it back. */
async function holding(other: Database, lock: string, organiser: number): Promise<() => Promise<void>> {
  const client = await other.pool.connect();
  await client.query('begin');
  await client.query('select pg_advisory_xact_lock(hashtext($1), $2)', [lock, organiser]);
  return async () => {
    await client.query('rollback');
    client.release();
  };
}

async function waitingForLock(): Promise<void> {
  for (;;) {
    const { rows } = await db.pool.query(
      `select from pg_locks l join pg_database d on d.oid = l.database
       where d.datname = current_database() and l.locktype = 'advisory' and not l.granted`,
    );
    if (rows.length > 0) return;
    await wait(5);
  }
}

/** Runs `./fullfolj import files` in a process of its own; answers its exit code and what it wrote when it has ended. */
function importInProcess(organiser: string) {
  const child = spawn(
    join(projectRoot(), 'fullfolj'),
    ['import', 'files', folder.path, '--organiser', organiser, '--accept-large-change'],
    {
      env: { ...process.env, DATABASE_URL: url, LOG_LEVEL: 'silent' },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let written = '';
  child.stdout.on('data', (piece) => {
    written += String(piece);
  });
  const ended = new Promise<{ code: number | null; written: string }>((resolve) =>
    child.once('close', (code) => resolve({ code, written })),
  );
  return { child, ended };
}

describe('a run that somebody cuts off', () => {
  it('changes nothing, ends as failed, and says who did it, whatever kind it was reading', async () => {
    for (const kind of ['elever', 'narvaro'] as const) {
      const { organiser, run } = await schoolReadIn();
      const before = await storedOf(db, organiser.id);
      const controller = new AbortController();
      const report = await run(next(), {
        acceptLargeChange: true,
        signal: controller.signal,
        onProgress: (progress) => {
          if (progress.kind === kind && progress.rows > 0) controller.abort(7);
        },
      });
      expect(report).toMatchObject({ state: 'failed', cancelled: { by: 7 } });
      expect(await storedOf(db, organiser.id)).toEqual(before);
      expect(await runsOf(organiser.id)).toEqual({ state: 'failed', cancelled: { by: 7 } });
    }
  });

  it('is broken off in the middle of a statement that takes long, and while it waits for another run', async () => {
    const other = openDatabase(url, 1);
    for (const lock of ['attendance', 'import']) {
      const { organiser, run } = await schoolReadIn();
      const before = await storedOf(db, organiser.id);
      const giveBack = await holding(other, lock, organiser.id);
      const controller = new AbortController();
      const running = run(next(), { acceptLargeChange: true, signal: controller.signal });
      await waitingForLock();
      controller.abort();
      // It comes to its end although nobody lets go of what it waits for.
      expect(await running).toMatchObject({ state: 'failed', cancelled: { by: null } });
      await giveBack();
      expect(await storedOf(db, organiser.id)).toEqual(before);
    }
    await other.pool.end();
  });

  it('leaves what was before at whatever moment, and the same run again completes', {
    timeout: 120_000,
  }, async () => {
    const { organiser, run } = await schoolReadIn();
    const before = await storedOf(db, organiser.id);
    let cut = 0;
    for (const delay of [0, 5, 15, 30, 60, 90, 130, 180, 250]) {
      const signal = AbortSignal.timeout(delay);
      const report = await run(next(), { acceptLargeChange: true, signal, dryRun: true });
      if (report.cancelled) cut += 1;
      expect(report.state).toBe(report.cancelled ? 'failed' : 'preview');
      expect(await storedOf(db, organiser.id)).toEqual(before);
      // Nobody else's question on the same connections is broken off.
      await Promise.all(Array.from({ length: 10 }, () => db.pool.query('select pg_sleep(0.05)')));
    }
    expect(cut).toBeGreaterThan(2);
    expect((await run(next(), { acceptLargeChange: true })).state).toBe('done');
  });

  it('does nothing at all when it was cut off before it began', async () => {
    const { organiser, run } = await schoolReadIn();
    const before = await storedOf(db, organiser.id);
    const report = await run(next(), { acceptLargeChange: true, signal: AbortSignal.abort(3) });
    expect(report).toMatchObject({ state: 'failed', cancelled: { by: 3 } });
    expect(await storedOf(db, organiser.id)).toEqual(before);
  });

  it('is cut off with Ctrl-C at the command line, which says that nothing was changed', {
    timeout: 60_000,
  }, async () => {
    const { organiser } = await schoolReadIn();
    next();
    const before = await storedOf(db, organiser.id);
    const other = openDatabase(url, 1);
    const giveBack = await holding(other, 'attendance', organiser.id);
    const { child, ended } = importInProcess(organiser.name);
    await waitingForLock();
    child.kill('SIGINT');
    const { code, written } = await ended;
    await giveBack();
    await other.pool.end();
    expect(code).toBe(1);
    expect(written).toContain('Avbruten. Inget är ändrat.');
    expect(await storedOf(db, organiser.id)).toEqual(before);
    expect(await runsOf(organiser.id)).toEqual({ state: 'failed', cancelled: { by: null } });
  });
});
