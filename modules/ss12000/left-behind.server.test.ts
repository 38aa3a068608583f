import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { testDatabase } from '../../fixtures/test-database.ts';
import { pullingSchool } from './ss12000-fixture.ts';

const { db } = await testDatabase();
const day = 86_400;

/** A folder of files about persons, as a pull that was killed so many seconds ago leaves it. */
function leftBehind(secondsAgo: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'fullfolj-ss12000-'));
  writeFileSync(join(folder, 'elever.csv'), 'Förnamn;Efternamn');
  const at = Date.now() / 1_000 - secondsAgo;
  utimesSync(folder, at, at);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test('what a killed pull has left on the disk goes a day later; what another pull works with stays', async () => {
  const [old, young] = [leftBehind(day + 60), leftBehind(day - 600)];
  const school = await pullingSchool(db, 'Kvarlämnad', { students: 3 });
  onTestFinished(() => school.server.close());
  await school.pull();
  expect([existsSync(old), existsSync(young)]).toEqual([false, true]);
});
