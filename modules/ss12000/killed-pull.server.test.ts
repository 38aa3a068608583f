import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { testDatabase } from '../../fixtures/test-database.ts';
import { projectRoot } from '../../platform/server/project-root.ts';
import { facitOf, pullingSchool } from './ss12000-fixture.ts';

const { db, url } = await testDatabase();
const school = await pullingSchool(db, 'Dödkommunen', { students: 120 });
afterAll(() => school.server.close());

/** Runs `./fullfolj import ss12000` in a process of its own. */
function pullInProcess() {
  const args = ['import', 'ss12000', '--url', school.server.url, '--json', '--accept-large-change'];
  const child = spawn(join(projectRoot(), 'fullfolj'), args, {
    env: { ...process.env, DATABASE_URL: url, FULLFOLJ_SS12000_TOKEN: 'prov-nyckel', LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return { child, ended: new Promise<number | null>((resolve) => child.once('exit', resolve)) };
}

/** Waits until this attempt has begun; false when it has ended before. */
async function underWay(attempt: number, ended: () => boolean): Promise<boolean> {
  const before = attempt === 0 ? null : (await state())?.started;
  while (!ended()) {
    const now = await state();
    if (now?.started && now.started !== before) return true;
    await wait(5);
  }
  return false;
}

async function state() {
  const [row] = await school.ask<{ started: string | null }>(
    'select started_at::text as started from ss12000.source',
  );
  return row;
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

test('a pull that is killed at any moment leaves nothing or everything to be seen, and the next one completes it', {
  timeout: 300_000,
}, async () => {
  const facit = await facitOf(school.generated);
  let cut = 0;
  for (const [attempt, delay] of [0, 40, 150, 400, 800, 1_200, 1_800].entries()) {
    const { child, ended } = pullInProcess();
    let isOver = false;
    void ended.then(() => {
      isOver = true;
    });
    if (await underWay(attempt, () => isOver)) {
      await wait(delay);
      child.kill('SIGKILL');
    }
    const code = await ended;
    await nobodyElse();
    const seen = await school.minutes();
    if (seen.size > 0) {
      expect(seen).toEqual(facit);
      if (code === 0) break;
    } else expect(await school.ask('select from people.person')).toEqual([]);
    if (code !== 0) cut += 1;
  }
  expect(cut).toBeGreaterThan(1);
  expect(await pullInProcess().ended).toBe(0);
  expect(await school.minutes()).toEqual(facit);
});
