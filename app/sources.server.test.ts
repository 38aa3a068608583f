import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cast } from '../fixtures/cast.ts';
import { loadCast } from '../fixtures/load-cast.ts';
import type { RegisteredOrganiser } from '../fixtures/register-cast.ts';
import { generatedSchool, startReferenceServer } from '../fixtures/ss12000-server/index.ts';
import { testDatabase } from '../fixtures/test-database.ts';
import type { PageEnv } from '../modules/access/index.ts';
import { runDueSources } from '../modules/ss12000/index.ts';
import { readConfig } from '../platform/server/config.ts';
import { createLog } from '../platform/server/log.ts';
import { secretBox } from '../platform/server/secret-box.ts';
import { createApp } from './server.ts';

const { db } = await testDatabase();
const school = generatedSchool({ students: 30, seed: 6, start: '2026-11-02', weeks: 2 });
const server = await startReferenceServer(school.data, { token: 'hemlig-nyckel' });
const dataDir = mkdtempSync(join(tmpdir(), 'fullfolj-sources-'));
afterAll(async () => {
  await server.close();
  rmSync(dataDir, { recursive: true });
});

let at = new Date('2026-11-23T09:00:00Z');
const clock = { today: () => at.toISOString().slice(0, 10), now: () => at };
const log = createLog('silent');
const parts = { db, clock, log, box: secretBox({ dataDir }), privateSources: true, publicUrl: null };
let organisers: readonly RegisteredOrganiser[] = [];
let app: Hono<PageEnv>;

beforeAll(async () => {
  organisers = await loadCast(db, cast('2026-11-23'));
  const config = { ...readConfig({}, { data: dataDir }), privateSources: true };
  const publicUrl = new URL('https://fullfolj.example');
  app = createApp({ db, config, port: 0, host: '', clock, env: {}, log, publicUrl });
});

async function loggedIn(key: string, of = organisers[0]!): Promise<string> {
  const body = new URLSearchParams({ huvudman: String(of.organiser), person: String(of.persons.get(key)) });
  const headers = { 'sec-fetch-site': 'same-origin' };
  const answer = await app.request('/logga-in/demonstration', { method: 'POST', body, headers });
  return answer.headers.getSetCookie()[0]!.split(';')[0]!;
}

async function get(path: string, key = 'lars') {
  const answer = await app.request(path, { headers: { cookie: await loggedIn(key) } });
  return { status: answer.status, text: await answer.text() };
}

async function post(path: string, fields: Record<string, string> = {}, key = 'lars', of = organisers[0]!) {
  const headers = { cookie: await loggedIn(key, of), 'sec-fetch-site': 'same-origin' };
  const answer = await app.request(path, { method: 'POST', body: new URLSearchParams(fields), headers });
  return { status: answer.status, to: answer.headers.get('location') ?? '', text: await answer.text() };
}

const form = () => ({
  namn: 'Skolsystemet',
  adress: server.url,
  inloggning: 'token',
  nyckel: 'hemlig-nyckel',
  timme: '3',
  'hamta-narvaro': 'ja',
  'hamta-betyg': 'ja',
  'hamta-planer': 'ja',
});

/** Waits until nobody pulls the source. */
async function untilDone(page: string): Promise<string> {
  for (;;) {
    const { text } = await get(page);
    if (!text.includes('Hämtas nu')) return text;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

let page = '';

test('a form that is not right comes back with all that is wrong, and without the key', async () => {
  const { status, text } = await post('/import/kallor', { ...form(), namn: '', adress: 'skola' });
  expect(status).toBe(422);
  expect(text).toContain('Skriv ett namn');
  expect(text).toContain('Skriv adressen');
  expect(text).not.toContain('hemlig-nyckel');
});

test('a source is added, and its key is sealed and never shown', async () => {
  const { status, to } = await post('/import/kallor', form());
  expect(status).toBe(303);
  page = to.split('?')[0]!;
  const { text } = await get(to);
  expect(text).toContain('Källan är sparad.');
  expect(text).toContain('Nästa hämtning: i morgon från kl. 3');
  expect(await runDueSources(parts)).toBe(0);
  expect(text).not.toContain('hemlig-nyckel');
  expect((await get(`${page}/andra`)).text).not.toContain('hemlig-nyckel');
  const { rows } = await db.pool.query('select * from ss12000.source');
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain('hemlig-nyckel');
});

test('the same address twice is refused', async () => {
  expect((await post('/import/kallor', form())).text).toContain('Det finns redan en källa med den adressen.');
});

test('nobody but an administrator of the whole organiser sees it, and no other organiser', async () => {
  for (const key of ['camilla', 'henrik', 'maria', 'eva'])
    expect([key, (await get(page, key)).status]).toEqual([key, 404]);
  for (const key of ['camilla', 'henrik'])
    for (const act of ['', '/hamta', '/las-in', '/pausa', '/prova', '/ta-bort'])
      expect([key, act, (await post(`${page}${act}`, {}, key)).status]).toEqual([key, act, 404]);
  expect((await post(`${page}/ta-bort`, {}, 'nadja', organisers[1]!)).status).toBe(404);
});

test('the connection is tried: what the source has, in words', async () => {
  const { text } = await post(`${page}/prova`);
  expect(text).toContain('Anslutningen fungerar');
  expect(text).toContain('närvaro per lektion');
  await post(page, { ...form(), nyckel: 'fel-nyckel' });
  expect((await post(`${page}/prova`)).text).toContain('Källan godtar inte nyckeln');
  await post(page, form());
  // Left empty it stays as it was saved.
  await post(page, { ...form(), nyckel: '' });
  expect((await post(`${page}/prova`)).text).toContain('Anslutningen fungerar');
});

const students = async () =>
  (
    await db.pool.query(
      `select count(distinct student_id)::int as count from people.enrolment e join people.person p using (organiser_id)
       where p.person_id = e.student_id and p.source_id ~ '^[0-9a-f]{8}-[0-9a-f]{4}-8'`,
    )
  ).rows[0].count;

test('a key that is saved is not sent to a server that somebody moves the source to', async () => {
  const elsewhere = await startReferenceServer(school.data, { token: 'hemlig-nyckel' });
  const answer = await post(page, { ...form(), adress: elsewhere.url, nyckel: '' });
  expect([answer.status, answer.text.includes('leder till en annan server')]).toEqual([422, true]);
  await post(`${page}/prova`);
  expect(elsewhere.seen).toEqual([]);
  await elsewhere.close();
});

test('pull now shows what would change and changes nothing; then it is read in', async () => {
  expect((await post(`${page}/hamta`)).to).toBe(page);
  const text = await untilDone(page);
  expect(text).toContain('Väntar på dig');
  expect(text).toContain('Läs in');
  expect(await students()).toBe(0);
  const run = /href="(\/import\/\d+)"/.exec(text)![1]!;
  const preview = await get(run);
  expect(preview.text).toContain('hämtat men inte inläst');
  expect(preview.text).toContain(`href="${page}"`);
  await post(`${page}/las-in`);
  expect(await untilDone(page)).toContain('Inläst');
  expect(await students()).toBe(30);
});

test('once a day from its hour, by one server of two, and not while it is paused', async () => {
  at = new Date('2026-11-24T01:30:00Z');
  expect(await runDueSources(parts)).toBe(0);
  at = new Date('2026-11-24T02:30:00Z');
  const [one, two] = await Promise.all([runDueSources(parts), runDueSources(parts)]);
  expect(one + two).toBe(1);
  at = new Date('2026-11-24T10:00:00Z');
  expect(await runDueSources(parts)).toBe(0);
  at = new Date('2026-11-25T04:00:00Z');
  await post(`${page}/pausa`);
  expect(await runDueSources(parts)).toBe(0);
  expect((await get(page)).text).toContain('Pausad');
  await post(`${page}/fortsatt`);
  expect(await runDueSources(parts)).toBe(1);
});

test('a night without answer is told on the page in words, and tried again after a quarter of an hour', async () => {
  at = new Date('2026-11-26T04:00:00Z');
  await db.pool.query(`update ss12000.source set address = 'http://127.0.0.1:9/v2.0'`);
  expect(await runDueSources(parts)).toBe(1);
  const { text } = await get(page);
  expect(text).toContain('Källan svarar inte');
  expect(text).toContain('Nästa försök');
  await db.pool.query('update ss12000.source set address = $1', [server.url]);
  at = new Date('2026-11-26T04:14:00Z');
  expect(await runDueSources(parts)).toBe(0);
  at = new Date('2026-11-26T04:15:00Z');
  expect(await runDueSources(parts)).toBe(1);
  expect((await get(page)).text).toContain('Inläst');
}, 90_000);

test('a pull that went down with its server is taken up again a quarter of an hour after it began', async () => {
  at = new Date('2026-11-26T05:00:00Z');
  await db.pool.query(
    `update ss12000.source set outcome = '{"state":"pulling"}', started_at = $1, scheduled_at = $1`,
    [at],
  );
  expect((await get(page)).text).toContain('Avbröts');
  at = new Date('2026-11-26T05:14:00Z');
  expect(await runDueSources(parts)).toBe(0);
  at = new Date('2026-11-26T05:15:00Z');
  expect(await runDueSources(parts)).toBe(1);
  expect((await get(page)).text).toContain('Inläst');
});

test('a night that the database goes away in is tried again after a quarter of an hour', async () => {
  at = new Date('2026-11-27T04:00:00Z');
  let away = false;
  const pool = {
    connect: async () => {
      if (away) throw new Error('the database is away');
      return db.pool.connect();
    },
  };
  const box = {
    ...parts.box,
    open: async () => {
      away = true;
      throw new Error('the database is away');
    },
  };
  const cut = { ...parts, box, db: { ...db, pool: pool as never } };
  await expect(runDueSources(cut)).rejects.toThrow('the database is away');
  expect((await db.pool.query('select outcome from ss12000.source')).rows[0].outcome.state).toBe('pulling');
  at = new Date('2026-11-27T04:14:00Z');
  expect(await runDueSources(parts)).toBe(0);
  at = new Date('2026-11-27T04:15:00Z');
  expect(await runDueSources(parts)).toBe(1);
  at = new Date('2026-11-27T05:15:00Z');
  expect(await runDueSources(parts)).toBe(0);
});

test('the source says to when something has changed: it is pulled soon, and a stranger’s call is nobody’s', async () => {
  expect((await get(page)).text).toContain('Be källan säga till');
  expect((await post(`${page}/sag-till`)).to).toContain('sager-till');
  const subscribed = server.seen.filter((each) => each.path === '/subscriptions' && each.method === 'POST');
  expect(subscribed).toHaveLength(1);
  expect((await get(page)).text).toContain('Sluta ta emot besked');
  const call = (secret: string) =>
    app.request(`/ss12000/andring/${secret}`, { method: 'POST', body: '{"x":1}' });
  expect((await call('a'.repeat(32))).status).toBe(404);
  expect((await call('kort')).status).toBe(404);
  const { rows } = await db.pool.query(
    'select nudge_hash is not null as hashed, nudged_at from ss12000.source',
  );
  expect(rows).toEqual([{ hashed: true, nudged_at: null }]);
  // The secret is known to the source alone; here it is made one that the test knows.
  const secret = 'b'.repeat(32);
  await db.pool.query('update ss12000.source set nudge_hash = sha256($1)', [Buffer.from(secret)]);
  at = new Date('2026-11-27T09:00:00Z');
  expect(await runDueSources(parts)).toBe(0);
  expect((await call(secret)).status).toBe(204);
  expect((await call(secret)).status).toBe(204);
  expect(await runDueSources(parts)).toBe(1);
  expect(await runDueSources(parts)).toBe(0);
});

test('what is done to sources is logged, without address or key', async () => {
  const { rows } = await db.pool.query(
    `select what from audit.entry where action = 'source.manage' order by seq`,
  );
  expect(rows.map((row) => row.what)).toContain('Källa inlagd');
  expect(rows.map((row) => row.what)).toContain('Källa pausad');
});

test('a source that is removed takes its key and its mirror with it; what was imported stays', async () => {
  await post(`${page}/ta-bort`);
  expect((await get(page)).status).toBe(404);
  for (const table of ['source', 'cursor', 'object'])
    expect((await db.pool.query(`select from ss12000.${table}`)).rows).toEqual([]);
  expect(await students()).toBe(30);
});
