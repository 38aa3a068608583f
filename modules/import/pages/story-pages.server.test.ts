import { setTimeout as wait } from 'node:timers/promises';
import { Hono } from 'hono';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../fixtures/test-database.ts';
import { stoppedClock } from '../../../platform/server/clock.ts';
import { withOrganiser } from '../../../platform/server/db.ts';
import type { PageEnv } from '../../access/index.ts';
import { registerPerson } from '../../people/index.ts';
import {
  csv,
  emptyOrganiser,
  fileFolder,
  importer,
  on,
  smallSchool,
  whileHeldUp,
} from '../import-fixture.ts';
import { importPages } from './index.ts';

const { db } = await testDatabase();
const folder = fileFolder();
afterAll(folder.clean);
const school = smallSchool(12);

let organiser: { id: number; name: string };
let app: Hono<PageEnv>;
let bo: Hono<PageEnv>;
beforeAll(async () => {
  organiser = await emptyOrganiser(db, 'Ekdala');
  const person = (givenName: string, familyName: string) =>
    withOrganiser(db, organiser.id, (tx) =>
      registerPerson(tx, { givenName, familyName, protection: 'none' }),
    );
  const pages = importPages({
    db,
    clock: stoppedClock(on),
    config: { dataDir: folder.path },
    log: pino({ level: 'silent' }),
  });
  const as = (personId: number, name: string) =>
    new Hono<PageEnv>()
      .use(async (c, next) => {
        const duty = { role: 'administrator', unitId: null, unitName: null, title: null, since: on } as const;
        const isNobodyElse = { isStudent: false, isGuardian: false };
        c.set('actor', { organiser: organiser.id, personId, name, duties: [duty], ...isNobodyElse });
        c.set('organiser', organiser.id);
        await next();
      })
      .route('/', pages);
  app = as(await person('Camilla', 'Ståhl'), 'Camilla Ståhl');
  bo = as(await person('Bo', 'Ek'), 'Bo Ek');
  await importer(db, organiser)([folder.put('elever.csv', school.elever())]);
});

async function sent(files: Record<string, string>): Promise<Response> {
  const body = new FormData();
  for (const [name, content] of Object.entries(files)) body.append('filer', new File([content], name));
  return app.request('/import', { method: 'POST', body });
}

async function send(files: Record<string, string>): Promise<string> {
  return (await sent(files)).headers.get('location')!;
}

async function read(path: string): Promise<string> {
  for (;;) {
    const answer = await app.request(path);
    const text = (await answer.text())
      .replaceAll(/[\u202f\u00a0]/g, ' ')
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ');
    if (!answer.headers.has('refresh')) return text;
    await wait(20);
  }
}

/** The log lines about what a run changes, the latest first. */
async function logged(what: string): Promise<readonly number[][]> {
  const { rows } = await db.pool.query('select subjects from audit.entry where what = $1 order by at, seq', [
    what,
  ]);
  return rows.map((row) => row.subjects);
}

describe('the page of a run', () => {
  it('says what changes about whom before it is read in, and that reading it was logged', async () => {
    const path = await send({
      'elever.csv': school.elever((row, index) => (index < 2 ? { ...row, Klass: 'TE25A' } : row)),
    });
    const page = await read(path);
    expect(page).toContain('Förnamn0 Åström (NA25A) byter klass rad 2 NA25A TE25A');
    const [subjects] = await logged('Vad en inläsning ändrar');
    expect(subjects).toHaveLength(2);
    await app.request(`${path}/avbryt`, { method: 'POST' });
    const { rows } = await db.pool.query('select from imports.difference where run_id = $1', [
      path.split('/').at(-1),
    ]);
    expect(rows).toEqual([]);
  });

  it('answers in the order of the questions: what happens, is it reasonable, what is stopped, who is missing, which columns', async () => {
    const page = await read(
      await send({
        'elever.csv': school.elever((row, index) => {
          if (index === 0) return null;
          return index === 1 ? { ...row, Efternamn: '' } : { ...row, Klass: 'TE25A' };
        }),
      }),
    );
    const order = [
      'Det här ändras',
      'Ser det rimligt ut?',
      '1 rad stoppas',
      'Vilka saknas i filerna?',
      'Kolumner Elever:',
    ];
    const places = order.map((heading) => page.indexOf(heading));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(page).toContain('Utöver listan: 5 byter klass.');
  });

  it('says that all are there when all are there', async () => {
    const page = await read(
      await send({ 'elever.csv': school.elever((row) => ({ ...row, Klass: 'TE25A' })) }),
    );
    expect(page).toContain('12345678: alla 12 inskrivna elever står i filerna.');
    expect(page).not.toContain('Ladda ner dem som elevfil');
  });

  it('gives those who are missing as a file, and logs whom it was about', async () => {
    const path = await send({ 'elever.csv': school.elever((row, index) => (index < 2 ? null : row)) });
    expect(await read(path)).toContain('12345678: 2 av 12 inskrivna elever står inte i filerna.');
    const answer = await app.request(`${path}/elever-som-saknas.csv`);
    expect(answer.headers.get('content-disposition')).toContain('attachment');
    expect((await answer.text()).trim().split('\r\n')).toHaveLength(3);
    expect((await logged('Elever som saknas i filerna, som fil'))[0]).toHaveLength(2);
    expect((await app.request('/import/999999/elever-som-saknas.csv')).status).toBe(404);
  });
});

describe('refused rows of several files', () => {
  it('come back each in the form of its own file, and are read when they are put right', async () => {
    const elever = csv([
      {
        Efternamn: '',
        'Elevens hobby': 'schack',
        Förnamn: 'Ny',
        Personnummer: '',
        'Person-ID': 'N1',
        Skolenhetskod: '12345678',
      },
    ]);
    const betyg = csv([
      { Betyg: 'Z', Personnummer: school.students[0]!, Kurskod: 'MATE1000X', Betygsdatum: '2026-06-11' },
    ]).replaceAll(';', ',');
    const path = await send({ 'elever ht.csv': elever, 'betyg.csv': betyg });
    expect(await read(path)).toContain('2 rader stoppas');
    const back = await Promise.all(
      [0, 1].map(async (nth) => (await app.request(`${path}/stoppade-rader.csv?fil=${nth}`)).text()),
    );
    const headings = back.map((text) => text.split('\r\n')[0]);
    const reasons = 'Rad i filen;Kolumn;Skäl;Gör så här';
    expect(headings).toEqual([
      `Efternamn;Elevens hobby;Förnamn;Personnummer;Person-ID;Skolenhetskod;${reasons}`,
      `Betyg;Personnummer;Kurskod;Betygsdatum;${reasons}`,
    ]);
    const right = [
      back[0]!.replace('\r\n;schack', '\r\nElevsson;schack'),
      back[1]!.replace('\r\nZ;', '\r\nB;'),
    ];
    const again = await read(await send({ 'elever rättad.csv': right[0]!, 'betyg rättad.csv': right[1]! }));
    expect(again).toContain('alla rader går att läsa');
    expect(again).toContain('2 nya');
  });
});

describe('a reading under way', () => {
  it('can be cut off by a colleague who sees it, and says who did it', { timeout: 30_000 }, async () => {
    const page = await whileHeldUp(db, organiser, async () => {
      const path = await send({ 'elever.csv': school.elever((row) => ({ ...row, Klass: 'TE25B' })) });
      const waiting = await app.request(path);
      expect(waiting.headers.get('refresh')).toBe('2');
      const text = await waiting.text();
      expect(text).toContain('Pågår en annan inläsning väntar den här på sin tur.');
      expect(text).toContain('Avbryt läsningen');
      const answer = await bo.request(`${path}/avbryt`, { method: 'POST' });
      expect([answer.status, answer.headers.get('location')]).toEqual([303, path]);
      return read(path);
    });
    expect(page).toContain('Avbruten: elever.csv');
    expect(page).toContain('Bo Ek avbröt läsningen. Inget är ändrat.');
    expect(await (await app.request('/import')).text()).toContain('Avbruten');
  });

  it('cannot be cut off when it is over: a late click shows the run as it is', async () => {
    const path = await send({ 'elever.csv': school.elever((row) => ({ ...row, Klass: 'TE25C' })) });
    await read(path);
    expect((await bo.request(`${path}/avbryt`, { method: 'POST' })).headers.get('location')).toBe('/import');
    const again = await bo.request(`${path}/avbryt`, { method: 'POST' });
    expect(again.headers.get('location')).toBe(path);
    expect(await read(path)).toContain('Förhandsvisningen avbröts.');
  });
});
