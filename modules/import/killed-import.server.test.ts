import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { testDatabase } from '../../fixtures/test-database.ts';
import { projectRoot } from '../../platform/server/project-root.ts';
import { fileFolder, schoolDays, smallSchool } from './import-fixture.ts';

const { db, url } = await testDatabase();
const folder = fileFolder();
afterAll(folder.clean);

const school = smallSchool(300);
const days = schoolDays('2026-10-26', 20);

/** Runs `./fullfolj import` in a process of its own. */
function importInProcess() {
  const child = spawn(
    join(projectRoot(), 'fullfolj'),
    ['import', 'files', folder.path, '--json', '--accept-large-change'],
    {
      env: { ...process.env, DATABASE_URL: url, LOG_LEVEL: 'silent' },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  return { child, ended: new Promise<number | null>((resolve) => child.once('exit', resolve)) };
}

/** What a reader sees: lessons, absence in them, absence in the weeks computed from them, and classes. */
async function seen(): Promise<string> {
  const { rows } = await db.pool.query(
    `select (select count(*) || ' ' || coalesce(sum(invalid), 0) from attendance.lesson) || ' '
       || (select count(*) || ' ' || coalesce(sum(invalid_minutes), 0) from attendance.week) || ' '
       || (select count(*) from people.group_membership) as seen`,
  );
  return rows[0].seen;
}

/** Waits until the import's transaction has begun to work; false when it has ended before. */
async function underWay(ended: () => boolean): Promise<boolean> {
  while (!ended()) {
    const { rows } = await db.pool.query(
      `select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_xid is not null`,
    );
    if (rows.length > 0) return true;
    await wait(3);
  }
  return false;
}

async function nobodyElse(): Promise<void> {
  for (;;) {
    const { rows } = await db.pool.query(
      `select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'`,
    );
    if (rows.length === 0) return;
    await wait(20);
  }
}

test('an import that is killed at any moment leaves what was before or what comes after, never between', {
  timeout: 300_000,
}, async () => {
  folder.put('elever.csv', school.elever());
  folder.put('narvaro.csv', school.narvaro(days.slice(0, 10)));
  expect(await importInProcess().ended).toBe(0);
  const before = await seen();
  folder.put(
    'elever.csv',
    school.elever((cells) => ({ ...cells, Klass: `${cells.Klass}X` })),
  );
  folder.put(
    'narvaro.csv',
    school.narvaro(days, (cells, index) =>
      index % 7 === 0 ? { ...cells, 'Närvaro (min)': '0', 'Ogiltig frånvaro (min)': '60' } : cells,
    ),
  );
  let cut = 0;
  for (const delay of [0, 60, 250, 600]) {
    const { child, ended } = importInProcess();
    let isOver = false;
    void ended.then(() => {
      isOver = true;
    });
    if (await underWay(() => isOver)) {
      await wait(delay);
      child.kill('SIGKILL');
    }
    const code = await ended;
    await nobodyElse();
    if (code === 0) break;
    cut += 1;
    expect(await seen()).toBe(before);
  }
  expect(cut).toBeGreaterThan(0);
  expect(await importInProcess().ended).toBe(0);
  const after = await seen();
  expect(after).not.toBe(before);
  expect(await importInProcess().ended).toBe(0);
  expect(await seen()).toBe(after);
});
