import { Hono } from 'hono';
import { pino } from 'pino';
import { beforeAll, describe, expect, test } from 'vitest';
import { cast } from '../../../fixtures/cast.ts';
import { loadCast } from '../../../fixtures/load-cast.ts';
import { filesInZip } from '../../../fixtures/read-zip.ts';
import type { RegisteredOrganiser } from '../../../fixtures/register-cast.ts';
import { testDatabase } from '../../../fixtures/test-database.ts';
import { type Clock, stoppedClock } from '../../../platform/server/clock.ts';
import { withOrganiser } from '../../../platform/server/db.ts';
import { loadActor, type PageEnv } from '../../access/index.ts';
import { readersOf } from '../../audit/index.ts';
import { exportPages } from './index.ts';

const today = '2026-11-23';
const { db } = await testDatabase();
/** A minute goes by between two looks at it, so that the log has an order. */
let minutes = 0;
const clock: Clock = {
  today: () => today,
  now: () => new Date(stoppedClock(today).now().getTime() + 60_000 * ++minutes),
};
let ekdala: RegisteredOrganiser;
let norra: RegisteredOrganiser;

beforeAll(async () => {
  [ekdala, norra] = (await loadCast(db, cast(today))) as [RegisteredOrganiser, RegisteredOrganiser];
}, 60_000);

const id = (key: string) => ekdala.persons.get(key)!;

/** The pages as somebody of the cast meets them. */
async function as(key: string, at: RegisteredOrganiser = ekdala) {
  const { organiser } = at;
  const actor = (await withOrganiser(db, organiser, (tx) => loadActor(tx, at.persons.get(key)!, today)))!;
  const app = new Hono<PageEnv>()
    .use(async (c, next) => {
      c.set('actor', actor);
      c.set('organiser', organiser);
      await next();
    })
    .route('/', exportPages({ db, clock, log: pino({ level: 'silent' }) }));
  const post = (path: string, fields: Record<string, string>) =>
    app.request(path, { method: 'POST', body: new URLSearchParams(fields) });
  return { get: (path: string) => app.request(path), post };
}

async function filesOf(answer: Response): Promise<ReadonlyMap<string, string>> {
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('application/zip');
  const files = filesInZip(Buffer.from(await answer.arrayBuffer()));
  return new Map([...files].map(([name, content]) => [name, content.toString()]));
}

async function lines(action: string) {
  const { rows } = await db.pool.query(
    `select actor_id, because, detail, subjects from audit.entry where action = $1 and organiser_id = $2 order by at, seq`,
    [action, ekdala.organiser],
  );
  return rows;
}

async function civicOf(key: string): Promise<string> {
  const { rows } = await db.pool.query('select civic_number from people.person where person_id = $1', [
    id(key),
  ]);
  return rows[0].civic_number;
}

async function unitNamed(name: string): Promise<string> {
  const { rows } = await db.pool.query('select unit_id from organisation.school_unit where name like $1', [
    name,
  ]);
  return String(rows[0].unit_id);
}

const everything = { vad: 'alla', skal: 'byte' };

describe('who may take everything out', () => {
  test.each(['maria', 'henrik', 'eva', 'nora', 'asa'])('%s finds no such page', async (key) => {
    const app = await as(key);
    expect((await app.get('/export')).status).toBe(404);
    expect((await app.post('/export', everything)).status).toBe(404);
    expect((await app.post('/export/elev', { elev: await civicOf('nora') })).status).toBe(404);
  });

  test('an administrator of a unit takes out her own unit, without what was said about anybody', async () => {
    const camilla = await as('camilla');
    const page = await (await camilla.get('/export')).text();
    expect(page).not.toContain('Hela huvudmannen</option>');
    expect(page).not.toContain('Hamngymnasiet');
    expect(page).not.toContain('Registerutdrag om en elev');
    const files = await filesOf(
      await camilla.post('/export', { ...everything, vad: await unitNamed('Ekdala%') }),
    );
    expect(files.has('elever.csv')).toBe(true);
    expect(files.has('samtal.csv')).toBe(false);
    expect(files.get('LÄSMIG.txt')).toContain('Gäller Ekdalagymnasiet');
  });

  test('and no more than that, whatever the form says', async () => {
    const camilla = await as('camilla');
    const { rows } = await db.pool.query(
      'select unit_id from organisation.school_unit where organiser_id = $1',
      [norra.organiser],
    );
    for (const vad of [
      'alla',
      'mina ',
      '',
      '0',
      '1;drop',
      await unitNamed('Hamn%'),
      String(rows[0].unit_id),
    ]) {
      const answer = await camilla.post('/export', { ...everything, vad });
      expect([vad, answer.status]).toEqual([vad, 422]);
      expect(await answer.text()).toContain('Välj vad du vill ta ut.');
    }
    const included = { ...everything, vad: await unitNamed('Ekdala%'), skyddade: 'ta-med' };
    const files = await filesOf(await camilla.post('/export', included));
    expect(files.get('elever.csv')).not.toContain(await civicOf('skyddad'));
  });

  test('a reason from the list is needed, and what was chosen is still chosen', async () => {
    const lars = await as('lars');
    const answer = await lars.post('/export', { vad: 'alla', skal: 'för att', skyddade: 'ta-med' });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('Välj varför du tar ut uppgifterna.');
    expect(page).toMatch(/value="ta-med" checked/);
    expect(page).not.toContain('för att');
  });

  test('the administrator of the whole organiser may take protected identities along, and it is logged', async () => {
    const files = await filesOf(
      await (await as('lars')).post('/export', { ...everything, skyddade: 'ta-med' }),
    );
    expect(files.get('elever.csv')).toContain(await civicOf('skyddad'));
    const line = (await lines('export.organiser')).at(-1);
    expect(line).toMatchObject({
      actor_id: id('lars'),
      because: 'administrator',
      detail: { reason: 'change-of-system', protected: true, units: 'all' },
    });
    expect(line.subjects).toContain(id('skyddad'));
    expect(line.subjects).not.toContain(id('maria'));
  });

  test('the data protection officer may not', async () => {
    const gunvor = await as('gunvor');
    expect(await (await gunvor.get('/export')).text()).not.toContain('Skyddade uppgifter</legend>');
    const files = await filesOf(await gunvor.post('/export', { ...everything, skyddade: 'ta-med' }));
    expect(files.get('elever.csv')).not.toContain(await civicOf('skyddad'));
    expect((await lines('export.organiser')).at(-1)).toMatchObject({ detail: { protected: false } });
  });

  test('every student who was in it sees that on her page', async () => {
    const readers = await withOrganiser(db, ekdala.organiser, (tx) =>
      readersOf(tx, id('nora'), { limit: 20 }),
    );
    expect(readers.map(({ actorId, action }) => [actorId, action])).toContainEqual([
      id('lars'),
      'export.organiser',
    ]);
  });
});

describe('an archive on its way', () => {
  test('that nobody takes any more lets go of the database', async () => {
    const answer = await (await as('lars')).post('/export', everything);
    const reader = answer.body!.getReader();
    await reader.read();
    await reader.cancel();
    await expect.poll(connections, { timeout: 10_000 }).toBe(0);
  });

  test('is given up when the same is asked for again: two clicks are one file', async () => {
    const lars = await as('lars');
    const first = await lars.post('/export', everything);
    const second = await lars.post('/export', everything);
    expect((await filesOf(second)).has('LÄSMIG.txt')).toBe(true);
    await expect(first.arrayBuffer()).rejects.toThrow();
    await expect.poll(connections, { timeout: 10_000 }).toBe(0);
  });

  test('waits for its turn when three others are sent', async () => {
    const lars = await as('lars');
    const hamn = await unitNamed('Hamn%');
    const others = [
      await lars.post('/export', everything),
      await lars.post('/export', { ...everything, skyddade: 'ta-med' }),
      await lars.post('/export', { ...everything, vad: hamn }),
    ];
    const fourth = await lars.post('/export', { ...everything, vad: await unitNamed('Ekdala%') });
    expect(fourth.status).toBe(503);
    expect(await fourth.text()).toContain('Flera uttag pågår');
    for (const other of others) await other.body!.cancel();
    await expect.poll(connections, { timeout: 10_000 }).toBe(0);
    expect((await lars.post('/export', everything)).status).toBe(200);
  });
});

async function connections(): Promise<number> {
  const { rows } = await db.pool.query(
    `select count(*)::int as n from pg_stat_activity where application_name = 'fullfolj export' and datname = current_database()`,
  );
  return rows[0].n;
}

describe('the register extract', () => {
  test('is taken out by the data protection officer, logged with its reason, and seen by the student', async () => {
    const gunvor = await as('gunvor');
    const files = await filesOf(
      await gunvor.post('/export/elev', { elev: await civicOf('nora'), skal: 'begaran' }),
    );
    expect(files.get('Registerutdrag.html')).toContain('Nora');
    expect((await lines('export.student')).at(-1)).toMatchObject({
      actor_id: id('gunvor'),
      because: 'data-protection-officer',
      detail: { reason: 'request', protected: false },
      subjects: [id('nora')],
    });
    const readers = await withOrganiser(db, ekdala.organiser, (tx) =>
      readersOf(tx, id('nora'), { limit: 20 }),
    );
    expect(readers[0]).toMatchObject({ actorId: id('gunvor'), action: 'export.student' });
  });

  test('of somebody who has left can still be taken out', async () => {
    await db.pool.query(`update people.enrolment set ends = '2026-10-31' where student_id = $1`, [
      id('tuva'),
    ]);
    const answer = await (await as('gunvor')).post('/export/elev', { elev: await civicOf('tuva') });
    expect((await filesOf(answer)).get('registerutdrag.json')).toContain('Tuva');
  });

  test('of nobody, or of the other organiser’s student, is answered alike', async () => {
    const { rows } = await db.pool.query(
      `select civic_number from people.person where organiser_id = $1 and civic_number is not null limit 1`,
      [norra.organiser],
    );
    const gunvor = await as('gunvor');
    for (const elev of [
      '199001019999',
      'finns inte',
      await civicOf('maria').catch(() => 'x'),
      rows[0].civic_number,
    ]) {
      const answer = await gunvor.post('/export/elev', { elev: elev ?? 'x' });
      expect([elev, answer.status]).toEqual([elev, 422]);
      expect(await answer.text()).toContain('Ingen elev hos er');
    }
    expect(await (await gunvor.post('/export/elev', { elev: ' ' })).text()).toContain(
      'Skriv elevens personnummer',
    );
  });

  test('of a protected student needs the administrator of the whole organiser, and her choice', async () => {
    const elev = await civicOf('skyddad');
    const closed = await (await as('gunvor')).post('/export/elev', { elev, skyddade: 'ta-med' });
    expect(closed.status).toBe(422);
    expect(await closed.text()).toContain('Huvudmannens administratör kan ta ut utdraget.');
    const lars = await as('lars');
    const asked = await lars.post('/export/elev', { elev });
    expect(await asked.text()).toContain('Välj att göra utdraget ändå');
    const files = await filesOf(
      await lars.post('/export/elev', { elev, skyddade: 'ta-med', skal: 'begaran' }),
    );
    expect(files.get('flyttbara-uppgifter/elever.csv')).toContain(elev);
    expect((await lines('export.student')).at(-1)).toMatchObject({
      because: 'administers-all',
      detail: { protected: true },
    });
  });

  test('is the student’s own to fetch, hers and nobody else’s', async () => {
    const nora = await as('nora');
    const files = await filesOf(
      await nora.post('/min-sida/mina-uppgifter', { elev: await civicOf('yusuf') }),
    );
    expect(files.get('registerutdrag.json')).toContain('Lindgren');
    expect((await lines('export.student')).at(-1)).toMatchObject({ actor_id: id('nora'), because: 'self' });
    expect((await nora.post('/export/elev', { elev: await civicOf('nora') })).status).toBe(404);
    const own = await filesOf(await (await as('skyddad')).post('/min-sida/mina-uppgifter', {}));
    expect(own.get('flyttbara-uppgifter/elever.csv')).toContain(await civicOf('skyddad'));
  });

  test.each(['maria', 'lars', 'asa'])('%s has no data of her own to fetch there', async (key) => {
    expect((await (await as(key)).post('/min-sida/mina-uppgifter', {})).status).toBe(404);
  });
});
