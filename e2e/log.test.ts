import { expect, test } from 'vitest';
import { follow } from './harness/follow.ts';
import { enterAs } from './harness/log-in.ts';
import { read } from './harness/read.ts';
import { openSchool } from './harness/school.ts';

const school = await openSchool();

test('the data protection officer begins at the log, and sees whole names of those who read', async () => {
  const maria = await enterAs(school, 'Maria Holm');
  await follow(maria.getByRole('link', { name: 'Nora Lindgren', exact: true }).first());
  const gunvor = await enterAs(school, 'Gunvor Palm');
  expect(new URL(gunvor.url()).pathname).toBe('/logg');
  const log = gunvor.getByRole('region', { name: 'Vem har läst och gjort vad' });
  expect(await read(log)).toMatch(/Maria Holm.*Läste: Elevsidan.*Nora Lindgren.*mentor/);
});

test('the log is fetched as a file with the lines of the selection', async () => {
  const gunvor = await enterAs(school, 'Gunvor Palm');
  await gunvor.goto('/logg?av=Maria');
  const waiting = gunvor.waitForEvent('download');
  await gunvor.getByRole('link', { name: 'Hämta som fil' }).click();
  const file = await waiting;
  expect(file.suggestedFilename()).toBe('logg-2026-11-23.csv');
  const stream = await file.createReadStream();
  const text = Buffer.concat(await stream.toArray()).toString('utf8');
  const lines = text.trim().split(/\r?\n/).slice(1);
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.filter((line) => !line.includes('Maria Holm'))).toEqual([]);
});

test('the chain of the log is whole, and says how many lines it holds', async () => {
  const gunvor = await enterAs(school, 'Gunvor Palm');
  await follow(gunvor.getByRole('link', { name: 'Kontrollera att loggen är orörd' }));
  expect(await read(gunvor.getByRole('heading', { level: 1 }))).toMatch(/^Kedjan är hel, \d+ poster\.$/);
});
