import type { Hono } from 'hono';
import { beforeAll, expect, test } from 'vitest';
import { cast } from '../fixtures/cast.ts';
import { loadCast } from '../fixtures/load-cast.ts';
import type { RegisteredOrganiser } from '../fixtures/register-cast.ts';
import { testDatabase } from '../fixtures/test-database.ts';
import type { PageEnv } from '../modules/access/index.ts';
import { stoppedClock } from '../platform/server/clock.ts';
import { readConfig } from '../platform/server/config.ts';
import { createLog } from '../platform/server/log.ts';
import { dayLong } from '../platform/web/format.ts';
import { createApp } from './server.ts';

const today = '2026-11-23';
const { db } = await testDatabase();
let app: Hono<PageEnv>;
let ekdala: RegisteredOrganiser;
let norra: RegisteredOrganiser;

beforeAll(async () => {
  const organisers = await loadCast(db, cast(today));
  ekdala = organisers.find((each) => each.cast.key === 'ekdala')!;
  norra = organisers.find((each) => each.cast.key === 'norra')!;
  const parts = { db, config: readConfig({}), port: 0, host: '', clock: stoppedClock(today), env: {} };
  app = createApp({ ...parts, log: createLog('silent'), publicUrl: new URL('http://localhost:3000') });
});

async function as(person: string, at = ekdala): Promise<Record<string, string>> {
  const body = new URLSearchParams({
    huvudman: String(at.organiser),
    person: String(at.persons.get(person)),
  });
  const headers = { 'sec-fetch-site': 'same-origin' };
  const answer = await app.request('/logga-in/demonstration', { method: 'POST', body, headers });
  return { cookie: answer.headers.getSetCookie()[0]!.split(';')[0]!, ...headers };
}

async function send(person: string, path: string, form: Record<string, string>, at = ekdala) {
  const headers = await as(person, at);
  const answer = await app.request(path, { method: 'POST', body: new URLSearchParams(form), headers });
  return { status: answer.status, location: answer.headers.get('location'), text: await answer.text() };
}

async function ask(person: string, facts: unknown, at = ekdala) {
  const headers = {
    ...(await as(person, at)),
    accept: 'application/json',
    'content-type': 'application/json',
  };
  const body = JSON.stringify({ on: '2026-11-22', facts });
  const answer = await app.request('/api/rules/study-plan/deadline', { method: 'POST', body, headers });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

const received = { programme: 'IMS', newlyArrived: true, receivedOn: '2026-08-20' };
const page = '/regler/study-plan/deadline';

test('a mentor finds a rule, tries it with her own facts, and reads the paragraph', async () => {
  const headers = await as('maria');
  expect(await (await app.request('/regler?sok=studieplan', { headers })).text()).toContain(page);
  const tried = await send('maria', page, {
    dag: today,
    programme: 'IMS',
    newlyArrived: 'ja',
    receivedOn: '2026-08-20',
  });
  expect(tried.status).toBe(200);
  expect(tried.text).toContain(`Studieplanen ska finnas senast ${dayLong('2026-10-20')}.`);
  expect(tried.text).toContain('17 kap. 14 a § skollagen');
});

test('what is missing is told when a field is left empty', async () => {
  const tried = await send('maria', page, {
    dag: today,
    programme: 'IMS',
    newlyArrived: 'ja',
    receivedOn: '',
  });
  expect(tried.text).toContain('Det går inte att svara än');
});

test('a head of education tightens the law, and the rule then answers with both days', async () => {
  const form = { nyckel: 'due-within-days', varde: '30', fran: today };
  expect(await send('eva', `${page}/rutin`, form)).toMatchObject({ status: 303 });
  const { body } = await ask('maria', received);
  expect(body).toMatchObject({ verdict: 'ok', value: { dueOn: '2026-10-20' } });
  const later = await app.request('/api/rules/study-plan/deadline', {
    method: 'POST',
    headers: { ...(await as('maria')), 'content-type': 'application/json' },
    body: JSON.stringify({ on: today, facts: received }),
  });
  expect(await later.json()).toMatchObject({ value: { dueOn: '2026-10-20', internalDueOn: '2026-09-19' } });
});

test('the other organiser is not bound by it', async () => {
  const { body } = await ask('mats', received, norra);
  expect(body.value).toEqual({ dueOn: '2026-10-20' });
});

test('a looser routine than the law is refused with the paragraph, and nothing is saved', async () => {
  const refused = await send('eva', `${page}/rutin`, { nyckel: 'due-within-days', varde: '90', fran: today });
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('mindre strängt än lagen');
  expect(refused.text).toContain('17 kap. 14 a § skollagen');
});

test('a routine cannot begin before today, nor be set by a mentor', async () => {
  const earlier = { nyckel: 'due-within-days', varde: '30', fran: '2026-11-22' };
  expect((await send('eva', `${page}/rutin`, earlier)).status).toBe(422);
  expect((await send('maria', `${page}/rutin`, { ...earlier, fran: today })).status).toBe(404);
});

test('facts that cannot be understood, and rules that are not there, are answered', async () => {
  expect((await ask('maria', { newlyArrived: 'kanske' })).body).toMatchObject({
    verdict: 'missing',
    reasons: [{ code: 'fact-not-understood', fact: 'newlyArrived' }],
  });
  const headers = { ...(await as('maria')), 'content-type': 'application/json' };
  const unknown = await app.request('/api/rules/no/such', { method: 'POST', headers, body: '{}' });
  expect([unknown.status, (await unknown.json()) as object]).toMatchObject([404, { verdict: 'missing' }]);
  const broken = await app.request('/api/rules/study-plan/deadline', { method: 'POST', headers, body: '{' });
  expect(broken.status).toBe(400);
});

test('the interface describes itself, with the facts of each rule', async () => {
  const answer = await app.request('/api/openapi.json', { headers: await as('maria') });
  expect(await answer.json()).toMatchObject({
    openapi: '3.1.0',
    paths: { '/api/rules/study-plan/deadline': { post: { summary: 'När studieplanen ska finnas' } } },
  });
});

test('a student finds no rules of the staff', async () => {
  expect((await app.request('/regler', { headers: await as('nora') })).status).toBe(404);
});
