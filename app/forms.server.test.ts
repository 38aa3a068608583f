import type { Hono } from 'hono';
import { beforeAll, describe, expect, test } from 'vitest';
import { cast } from '../fixtures/cast.ts';
import { loadCast } from '../fixtures/load-cast.ts';
import type { RegisteredOrganiser } from '../fixtures/register-cast.ts';
import { testDatabase } from '../fixtures/test-database.ts';
import type { PageEnv } from '../modules/access/index.ts';
import { stoppedClock } from '../platform/server/clock.ts';
import { readConfig } from '../platform/server/config.ts';
import { createLog } from '../platform/server/log.ts';
import { createApp } from './server.ts';

const today = '2026-11-23';
const { db } = await testDatabase();
const sameOrigin = { 'sec-fetch-site': 'same-origin' };
let app: Hono<PageEnv>;
let ekdala: RegisteredOrganiser;
let cookie = '';

beforeAll(async () => {
  ekdala = (await loadCast(db, cast(today)))[0]!;
  const parts = { db, config: readConfig({}), port: 0, host: '', clock: stoppedClock(today), env: {} };
  app = createApp({ ...parts, log: createLog('silent'), publicUrl: new URL('http://localhost:3000') });
  const form = { huvudman: String(ekdala.organiser), person: String(ekdala.persons.get('maria')) };
  const entered = await post('/logga-in/demonstration', new URLSearchParams(form));
  cookie = entered.headers.getSetCookie()[0]!.split(';')[0]!;
});

async function post(path: string, body: BodyInit, headers: Record<string, string> = {}): Promise<Response> {
  return app.request(path, { method: 'POST', body, headers: { ...sameOrigin, cookie, ...headers } });
}

const student = (key: string): string => `/elever/${ekdala.persons.get(key)}`;
const talk = (more: Record<string, string> = {}): URLSearchParams =>
  new URLSearchParams({
    requestKey: crypto.randomUUID(),
    heldOn: today,
    outcome: 'fine',
    note: 'Vi pratade.',
    nextStep: 'none',
    ...more,
  });
const talksOf = async (key: string): Promise<string[]> => {
  const found = await db.pool.query<{ note: string }>(
    'select note from coordination.talk where student_id = $1 and held_on = $2 order by talk_id',
    [ekdala.persons.get(key), today],
  );
  return found.rows.map((row) => row.note);
};

const forms = ['/samtal', '/oro', '/skyddade-uppgifter', '/signaler/N01/2026-11-02/stammer-inte'];

describe.each([
  ['/logga-in/demonstration', '/min-sida/prata', '/gransvarden'],
  forms.map((form) => `:nora${form}`),
])('what is no form, or larger than any', (...paths) => {
  test.each(paths)('is refused at %s and said so', async (path) => {
    const address = path.replace(':nora', student('nora'));
    const torn = await post(address, 'rest', { 'content-type': 'multipart/form-data; boundary=x' });
    expect(torn.status).toBe(400);
    expect(await torn.text()).toContain('Formuläret kom inte fram som det skulle');
    const large = await post(address, new URLSearchParams({ note: 'a'.repeat(1_000_001) }));
    expect(large.status).toBe(413);
    expect(await large.text()).toContain('korta texten');
  });
});

test('a form without end is not kept in memory to be measured', async () => {
  let sent = 0;
  const endless = new ReadableStream({
    pull: (to) => {
      sent += 64_000;
      to.enqueue(new Uint8Array(64_000).fill(97));
    },
  });
  const request = new Request('http://localhost/logga-in/demonstration', {
    method: 'POST',
    body: endless,
    duplex: 'half',
    headers: { ...sameOrigin, 'content-type': 'application/x-www-form-urlencoded' },
  } as RequestInit);
  expect((await app.request(request)).status).toBe(413);
  expect(sent).toBeLessThan(2_000_000);
});

test('a letter that the database cannot keep is left out of what is written', async () => {
  const answer = await post(`${student('nora')}/samtal`, talk({ note: 'Före\0efter' }));
  expect(answer.status).toBe(303);
  expect(await talksOf('nora')).toEqual(['Föreefter']);
});

test('a form that was saved and is sent again with other words is never taken for saved', async () => {
  const requestKey = crypto.randomUUID();
  const first = talk({ requestKey, note: 'Det första.' });
  expect((await post(`${student('elin')}/samtal`, first)).status).toBe(303);
  expect((await post(`${student('elin')}/samtal`, first)).status).toBe(303);
  const changed = await post(`${student('elin')}/samtal`, talk({ requestKey, note: 'Något mer.' }));
  expect(changed.status).toBe(422);
  const page = await changed.text();
  expect(page).toContain('redan sparat från det här formuläret');
  expect(page).toContain('Något mer.');
  expect(await talksOf('elin')).toEqual(['Det första.']);
});

test('a form meant for one student and sent about another is never taken for saved', async () => {
  const requestKey = crypto.randomUUID();
  await post(`${student('classmate-1')}/samtal`, talk({ requestKey }));
  const other = await post(`${student('classmate-2')}/samtal`, talk({ requestKey }));
  expect(other.status).toBe(422);
  expect(await talksOf('classmate-2')).toEqual([]);
});

test('a day that does not exist in the address of a signal is no fault of ours', async () => {
  const form = new URLSearchParams({ requestKey: crypto.randomUUID(), reason: 'other' });
  const answer = await post(`${student('nora')}/signaler/N01/2026-02-30/stammer-inte`, form);
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).not.toContain('sparat');
});
