import { Hono } from 'hono';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { cast } from '../../fixtures/cast.ts';
import { castNotes } from '../../fixtures/cast-notes.ts';
import { type RegisteredOrganiser, registerCast } from '../../fixtures/register-cast.ts';
import { testDatabase } from '../../fixtures/test-database.ts';
import { dangerouslyAcrossOrganisers, withOrganiser } from '../../platform/server/db.ts';
import { readLog } from '../audit/index.ts';
import { createOrganiser } from '../organisation/index.ts';
import { giveDuty, registerPerson } from '../people/index.ts';
import { type IdentityDeps, identityPages, requireActor } from './index.ts';
import { Browser, sameOrigin } from './test/browser.ts';
import { type LogInService, startLogInService, throughService } from './test/log-in-service.ts';

const publicUrl = new URL('http://localhost:3000');
const { db } = await testDatabase();
const demo = cast('2026-11-23');
const morning = new Date('2026-11-23T07:00:00Z');
let now = morning;
let service: LogInService;
let ekdala: RegisteredOrganiser;
let norra: RegisteredOrganiser;
let real = 0;

beforeAll(async () => {
  [ekdala, norra] = (await registerCast(db, demo)) as [RegisteredOrganiser, RegisteredOrganiser];
  real = await dangerouslyAcrossOrganisers(db, (tx) =>
    createOrganiser(tx, { name: 'En riktig kommun', kind: 'municipality', isDemonstration: false }),
  );
  service = await startLogInService('http://localhost:3000/logga-in/svar', 'http://localhost:3000/utloggad');
});
afterAll(() => service.close());
beforeEach(() => {
  now = morning;
});

function server(more: Partial<IdentityDeps> = {}): Hono {
  const clock = { now: () => now, today: () => '2026-11-23' };
  const oidc = {
    issuer: service.issuer,
    clientId: 'fullfolj',
    clientSecret: 'en hemlighet som bara testet vet',
    organiser: 'Ekdala kommun',
    claims: ['eduPersonPrincipalName', 'preferred_username', 'email'],
  };
  const deps = {
    db,
    clock,
    log: pino({ level: 'silent' }),
    publicUrl,
    oidc,
    demonstration: castNotes(demo.today),
    ...more,
  };
  return new Hono()
    .route('/', identityPages(deps))
    .get('/sida', requireActor(deps), (c) => c.text(c.var.actor.name))
    .post('/sida', requireActor(deps), (c) => c.text('sparat')) as unknown as Hono;
}

const person = (key: string, at: RegisteredOrganiser = ekdala) => at.persons.get(key)!;

async function enterAs(browser: Browser, key: string, headers = sameOrigin): Promise<Response> {
  const form = { huvudman: String(ekdala.organiser), person: String(person(key)), tillbaka: '/sida' };
  return browser.post('/logga-in/demonstration', form, headers);
}

async function schoolLogIn(browser: Browser): Promise<Response> {
  const start = await browser.get('/logga-in/skola?tillbaka=/sida');
  const answer = await throughService(start.headers.get('location')!);
  return browser.get(`${answer.pathname}${answer.search}`);
}

describe('the page that lists the cast', () => {
  test('shows both demonstration organisers, no real one and no protected identity', async () => {
    const page = await (await new Browser(server()).get('/logga-in')).text();
    for (const text of [
      'Ekdala kommun',
      'Stiftelsen Norra Fria',
      'Maria Holm',
      'Rektor, Ekdalagymnasiet',
      'Nora Lindgren',
    ])
      expect(page).toContain(text);
    for (const text of ['En riktig kommun', 'Agnes', 'Törnblad', 'Hugo Alm'])
      expect(page).not.toContain(text);
  });

  test('is not there outside demonstration mode, and neither is its log-in', async () => {
    const browser = new Browser(server({ demonstration: null }));
    expect(await (await browser.get('/logga-in')).text()).not.toContain('Maria Holm');
    expect((await enterAs(browser, 'maria')).status).toBe(404);
    expect((await browser.get('/sida')).status).toBe(303);
  });

  test('lets somebody in and back to the page that was asked for', async () => {
    const browser = new Browser(server());
    expect((await browser.get('/sida?a=1')).headers.get('location')).toBe(
      '/logga-in?tillbaka=%2Fsida%3Fa%3D1',
    );
    const entered = await enterAs(browser, 'maria');
    expect([entered.status, entered.headers.get('location')]).toEqual([303, '/sida']);
    expect(await (await browser.get('/sida')).text()).toBe('Maria Holm');
  });

  test('lets nobody into an organiser that is real, whatever ids are sent', async () => {
    const somebody = await withOrganiser(db, real, async (tx) => {
      const name = { givenName: 'Riktig', familyName: 'Person', protection: 'none' } as const;
      const personId = await registerPerson(tx, name);
      await giveDuty(tx, { personId, role: 'head-of-education', unitId: null, starts: '2026-01-01' });
      return personId;
    });
    const browser = new Browser(server());
    for (const id of [somebody, person('maria')]) {
      const form = { huvudman: String(real), person: String(id) };
      expect((await browser.post('/logga-in/demonstration', form)).status).toBe(403);
    }
    const crossed = { huvudman: String(norra.organiser), person: String(person('maria')) };
    expect((await browser.post('/logga-in/demonstration', crossed)).status).toBe(403);
    expect((await browser.get('/sida')).status).toBe(303);
  });

  test.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbouring site', { 'sec-fetch-site': 'same-site' }],
    ['an older browser on another site', { origin: 'https://annan.example' }],
    ['a page that hides where it comes from', { origin: 'null' }],
    ['nobody knows where', {}],
  ])('refuses a form sent from %s', async (_, headers) => {
    const browser = new Browser(server());
    expect((await enterAs(browser, 'maria', headers as Record<string, string>)).status).toBe(403);
    expect(browser.cookie('fullfolj')).toBeUndefined();
  });

  test('takes a form from an older browser on our own page', async () => {
    expect((await enterAs(new Browser(server()), 'maria', { origin: 'http://localhost:3000' })).status).toBe(
      303,
    );
  });
});

describe('a session', () => {
  test('is a new one at every log-in, and the one before it is ended', async () => {
    const browser = new Browser(server());
    await enterAs(browser, 'maria');
    const before = browser.cookie('fullfolj')!;
    await enterAs(browser, 'karim');
    expect(browser.cookie('fullfolj')).not.toBe(before);
    const thief = new Browser(server());
    thief.setCookie('fullfolj', before);
    expect((await thief.get('/sida')).status).toBe(303);
  });

  test('cannot be chosen beforehand for somebody else', async () => {
    const browser = new Browser(server());
    const planted = `${ekdala.organiser}.${'a'.repeat(43)}`;
    browser.setCookie('fullfolj', planted);
    await enterAs(browser, 'maria');
    expect(browser.cookie('fullfolj')).not.toBe(planted);
  });

  test('is worth nothing at another organiser', async () => {
    const browser = new Browser(server());
    await enterAs(browser, 'maria');
    browser.setCookie('fullfolj', browser.cookie('fullfolj')!.replace(/^\d+/, String(norra.organiser)));
    expect((await browser.get('/sida')).status).toBe(303);
  });

  test('ends after eight hours without use and twelve hours in all', async () => {
    const browser = new Browser(server());
    const hour = 3_600_000;
    const statusAfter = async (ms: number) => {
      now = new Date(morning.getTime() + ms);
      return (await browser.get('/sida')).status;
    };
    await enterAs(browser, 'maria');
    expect(await statusAfter(8 * hour - 1)).toBe(200);
    expect(await statusAfter(12 * hour - 1)).toBe(200);
    expect(await statusAfter(12 * hour)).toBe(303);
    await enterAs(browser, 'maria');
    expect(await statusAfter(20 * hour)).toBe(303);
  });

  test('is ended on the server by logging out, and sending the cookie again does not help', async () => {
    const browser = new Browser(server());
    await enterAs(browser, 'maria');
    const cookie = browser.cookie('fullfolj')!;
    const out = await browser.post('/logga-ut');
    expect(out.headers.get('location')).toBe('/utloggad');
    expect(browser.cookie('fullfolj')).toBeUndefined();
    browser.setCookie('fullfolj', cookie);
    expect((await browser.get('/sida')).status).toBe(303);
  });

  test('that is over sends a form back to the page where its draft is kept', async () => {
    const headers = { ...sameOrigin, referer: 'http://localhost:3000/elev/7?a=1' };
    const answer = await new Browser(server()).post('/sida', {}, headers);
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      '/logga-in?tillbaka=%2Felev%2F7%3Fa%3D1',
    ]);
  });

  test('answers a machine with 401', async () => {
    const answer = await server().request('/sida', { headers: { accept: 'application/json' } });
    expect(answer.status).toBe(401);
  });

  test('has a cookie that no script reads, bound to the host over https', async () => {
    const app = server({ publicUrl: new URL('https://fullfolj.example') });
    const form = new URLSearchParams({ huvudman: String(ekdala.organiser), person: String(person('maria')) });
    const answer = await app.request('/logga-in/demonstration', {
      method: 'POST',
      body: form,
      headers: sameOrigin,
    });
    const cookie = answer.headers.get('set-cookie')!;
    expect(cookie).toMatch(/^__Host-fullfolj=/);
    for (const part of ['Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(part);
  });
});

describe('the school’s own log-in', () => {
  test('knows a person by the federated name the first time and by the service’s own id from then on', async () => {
    service.account = { sub: 'a1', claims: { preferred_username: 'Henrik@Ekdala.example' } };
    const browser = new Browser(server());
    expect((await schoolLogIn(browser)).headers.get('location')).toBe('/sida');
    expect(await (await browser.get('/sida')).text()).toBe('Henrik Sandell');
    service.account = { sub: 'a1', claims: { preferred_username: 'nytt.namn@ekdala.example' } };
    const later = new Browser(server());
    await schoolLogIn(later);
    expect(await (await later.get('/sida')).text()).toBe('Henrik Sandell');
  });

  test('lets nobody take over a person whose user name is used again', async () => {
    service.account = { sub: 'a2', claims: { preferred_username: 'henrik@ekdala.example' } };
    const browser = new Browser(server());
    const answer = await schoolLogIn(browser);
    expect([answer.status, await answer.text()]).toEqual([
      403,
      expect.stringContaining('Vi känner inte igen dig'),
    ]);
    expect((await browser.get('/sida')).status).toBe(303);
  });

  test('refuses who is unknown, says so and logs it without a name', async () => {
    service.account = { sub: 'okänd', claims: { preferred_username: 'okand@annan.example' } };
    const answer = await schoolLogIn(new Browser(server()));
    expect([answer.status, await answer.text()]).toEqual([
      403,
      expect.stringContaining('Vi känner inte igen dig'),
    ]);
    const log = await withOrganiser(db, ekdala.organiser, (tx) =>
      readLog(tx, { action: 'session.refused' }, { page: 1, size: 5 }),
    );
    expect(log.entries[0]).toMatchObject({ actorId: null, detail: { why: 'unknown-person' } });
    expect(JSON.stringify(log.entries)).not.toContain('okand@annan');
  });

  test('does not trust an e-mail address that the service has not verified', async () => {
    service.account = { sub: 'a3', claims: { email: 'eva@ekdala.example', email_verified: false } };
    expect((await schoolLogIn(new Browser(server()))).status).toBe(403);
    service.account = { sub: 'a3', claims: { email: 'eva@ekdala.example', email_verified: true } };
    expect((await schoolLogIn(new Browser(server()))).status).toBe(303);
  });

  test('logs out of the service too', async () => {
    service.account = { sub: 'a4', claims: { preferred_username: 'sofia@ekdala.example' } };
    const browser = new Browser(server());
    await schoolLogIn(browser);
    const out = await browser.post('/logga-ut');
    expect(out.headers.get('location')).toBe('/utloggad?vidare');
    const page = await browser.get('/utloggad?vidare');
    expect(page.headers.get('refresh')).toContain(`${service.issuer.href}session/end?`);
    const end = await fetch(page.headers.get('refresh')!.slice(7));
    expect(end.status).toBe(200);
  });

  test.each(['state', 'nonce', 'verifier'])(
    'refuses an answer whose %s is not the one we asked with',
    async (part) => {
      service.account = { sub: 'a5', claims: { preferred_username: 'anna@ekdala.example' } };
      const browser = new Browser(server());
      const start = await browser.get('/logga-in/skola');
      const answer = await throughService(start.headers.get('location')!);
      const attempt = JSON.parse(Buffer.from(browser.cookie('fullfolj-login')!, 'base64url').toString());
      const other = Buffer.from(JSON.stringify({ ...attempt, [part]: 'x'.repeat(43) })).toString('base64url');
      browser.setCookie('fullfolj-login', other);
      expect((await browser.get(`${answer.pathname}${answer.search}`)).status).toBe(400);
      expect(browser.cookie('fullfolj')).toBeUndefined();
    },
  );

  test('refuses a code that is used a second time, even with the same attempt', async () => {
    service.account = { sub: 'a6', claims: { preferred_username: 'petra@ekdala.example' } };
    const app = server();
    const browser = new Browser(app);
    const start = await browser.get('/logga-in/skola');
    const answer = await throughService(start.headers.get('location')!);
    const attempt = browser.cookie('fullfolj-login')!;
    expect((await browser.get(`${answer.pathname}${answer.search}`)).status).toBe(303);
    const thief = new Browser(app);
    thief.setCookie('fullfolj-login', attempt);
    expect((await thief.get(`${answer.pathname}${answer.search}`)).status).toBe(400);
    expect(thief.cookie('fullfolj')).toBeUndefined();
  });

  test('refuses an answer that nobody asked for', async () => {
    const answer = await new Browser(server()).get('/logga-in/svar?code=x&state=y');
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('tog för lång tid')]);
  });

  test('says so when the service does not answer', async () => {
    const oidc = {
      issuer: new URL('http://127.0.0.1:9'),
      clientId: 'x',
      clientSecret: 'x',
      organiser: 'x',
      claims: [],
    };
    const answer = await new Browser(server({ oidc })).get('/logga-in/skola');
    expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining('svarar inte')]);
  });
});
