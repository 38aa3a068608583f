import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { beforeAll, describe, expect, test } from 'vitest';
import { cast } from '../../fixtures/cast.ts';
import { type RegisteredOrganiser, registerCast } from '../../fixtures/register-cast.ts';
import { testDatabase } from '../../fixtures/test-database.ts';
import { stoppedClock } from '../../platform/server/clock.ts';
import { withOrganiser } from '../../platform/server/db.ts';
import { readLog, record } from '../audit/index.ts';
import { loadActor, type PageEnv } from './index.ts';
import { logRoutes } from './pages/log-routes.tsx';

const today = '2026-11-23';
const { db } = await testDatabase();
let ekdala: RegisteredOrganiser;
let norra: RegisteredOrganiser;

beforeAll(async () => {
  [ekdala, norra] = (await registerCast(db, cast(today))) as [RegisteredOrganiser, RegisteredOrganiser];
  await read('maria', ['nora']);
  await read('maria', ['skyddad']);
  await read('johan', ['isak']);
  await read('eva', ['nora', 'isak', 'yusuf']);
  await read('oskar', ['ebba'], norra);
});

async function read(who: string, whom: readonly string[], at = ekdala): Promise<void> {
  const ids = whom.map((key) => at.persons.get(key)!);
  const line = {
    action: 'student.read',
    what: 'Elevsidan',
    because: 'mentor',
    at: new Date(`${today}T06:00:00Z`),
  };
  await withOrganiser(db, at.organiser, (tx) =>
    record(tx, { ...line, actor: { personId: at.persons.get(who)! }, subjects: ids }),
  );
}

/** What somebody of the cast gets at an address. */
async function get(who: string, path: string, at = ekdala): Promise<{ status: number; text: string }> {
  const actor = await withOrganiser(db, at.organiser, (tx) => loadActor(tx, at.persons.get(who)!, today));
  const app = new Hono<PageEnv>();
  app.use(async (c, next) => {
    c.set('actor', actor!);
    c.set('organiser', at.organiser);
    await next();
  });
  app.route('/', logRoutes({ db, clock: stoppedClock(today) }));
  app.onError((error, c) => c.text('', error instanceof HTTPException ? error.status : 500));
  const answer = await app.request(path);
  return { status: answer.status, text: await answer.text() };
}

describe('Behörigheter och logg', () => {
  test('shows the data protection officer the whole log of her organiser, and protected identities masked', async () => {
    const { status, text } = await get('gunvor', '/logg');
    expect(status).toBe(200);
    for (const shown of [
      'Maria Holm',
      'Nora Lindgren',
      'Isak Hedlund',
      '3 elever',
      'Skyddade uppgifter',
      'Rektor',
    ])
      expect(text).toContain(shown);
    for (const hidden of ['Agnes', 'Törnblad', 'Ebba', 'Oskar Frisk']) expect(text).not.toContain(hidden);
  });

  test('shows a principal the lines about students of the own unit, and of a shared line only those', async () => {
    const { text } = await get('birgitta', '/logg');
    expect(text).toContain('Isak Hedlund');
    for (const hidden of ['Nora Lindgren', '3 elever']) expect(text).not.toContain(hidden);
  });

  test('shows an administrator duties and rights, but no log', async () => {
    const { status, text } = await get('camilla', '/logg');
    expect(status).toBe(200);
    expect(text).toContain('Vem får vad');
    expect(text).toContain('Sofia Ekman');
    expect(text).not.toContain('Nora Lindgren');
    expect((await get('camilla', '/logg/logg.csv')).status).toBe(404);
    expect((await get('camilla', '/logg/kedja')).status).toBe(404);
  });

  test.each(['maria', 'sofia', 'tobias', 'nora', 'asa'])('is not there for %s', async (who) => {
    for (const path of ['/logg', '/logg/logg.csv', '/logg/kedja'])
      expect((await get(who, path)).status).toBe(404);
  });

  test('is filtered by whom it is about, by whom and by day', async () => {
    const about = await get('gunvor', '/logg?galler=lindgren&av=maria+holm');
    expect(about.text).toContain('1 post');
    expect(about.text).toContain('Nora Lindgren');
    expect((await get('gunvor', '/logg?galler=nora&fran=2026-11-24')).text).toContain(
      'Inga poster i urvalet',
    );
    const student = await get('gunvor', `/logg?elev=${ekdala.persons.get('isak')}`);
    expect(student.text).toContain('2 poster');
  });

  test('does not let a name lead to a protected identity', async () => {
    expect((await get('gunvor', '/logg?galler=agnes')).text).toContain('Inga poster i urvalet');
  });

  test('gives the same lines as a file that a spreadsheet cannot run', async () => {
    const { status, text } = await get('henrik', '/logg/logg.csv');
    expect(status).toBe(200);
    expect(text.startsWith('Tid;Vem;')).toBe(true);
    expect(text).toContain('Maria Holm;Läste: Elevsidan;Nora Lindgren;mentor;');
    expect(text).not.toContain('Isak');
  });

  test('says that the chain is whole', async () => {
    const { text } = await get('gunvor', '/logg/kedja');
    expect(text).toMatch(/Kedjan är hel, \d+ poster/);
  });

  test('is itself in the log when somebody has read it, also as a file', async () => {
    await get('henrik', `/logg?elev=${ekdala.persons.get('nora')}`);
    await get('henrik', '/logg/logg.csv');
    const log = await withOrganiser(db, ekdala.organiser, (tx) =>
      readLog(tx, { actors: [ekdala.persons.get('henrik')!] }, { page: 1, size: 50 }),
    );
    expect(log.entries).toContainEqual(
      expect.objectContaining({
        what: 'Loggen',
        because: 'leads-unit',
        subjects: [ekdala.persons.get('nora')],
      }),
    );
    expect(log.entries.map(({ what }) => what)).toContain('Loggen som fil');
  });
});
