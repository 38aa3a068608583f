import { Hono } from 'hono';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../fixtures/test-database.ts';
import { stoppedClock } from '../../../platform/server/clock.ts';
import { withOrganiser } from '../../../platform/server/db.ts';
import type { Duty, PageEnv } from '../../access/index.ts';
import { ensureUnits } from '../../organisation/index.ts';
import { registerPerson } from '../../people/index.ts';
import { csv, emptyOrganiser, fileFolder, importer, on, smallSchool } from '../import-fixture.ts';
import { importPages } from './index.ts';

const { db } = await testDatabase();
const folder = fileFolder();
afterAll(folder.clean);
const school = smallSchool(4);

interface Place {
  readonly organiser: { readonly id: number; readonly name: string };
  readonly person: number;
  readonly units: ReadonlyMap<string, number>;
}

let ekdala: Place;
let other: Place;
beforeAll(async () => {
  ekdala = await place('Ekdala', ['12345678', '87654321']);
  other = await place('Norra', ['11112222', '33334444']);
});

async function place(name: string, codes: readonly string[]): Promise<Place> {
  const organiser = await emptyOrganiser(db, name);
  return withOrganiser(db, organiser.id, async (tx) => ({
    organiser,
    person: await registerPerson(tx, { givenName: 'Camilla', familyName: 'Ståhl', protection: 'none' }),
    units: await ensureUnits(
      tx,
      codes.map((code) => ({ code, name: `Skola ${code}` })),
    ),
  }));
}

/** The pages as an administrator sees them: of these units, or of all. */
function appOf({ organiser, person, units }: Place, codes: readonly string[] | null) {
  const duty = (unitId: number | null): Duty => ({
    role: 'administrator',
    unitId,
    unitName: null,
    title: null,
    since: '2026-08-01',
  });
  const duties = codes === null ? [duty(null)] : codes.map((code) => duty(units.get(code)!));
  const actor = { organiser: organiser.id, personId: person, name: 'Camilla Ståhl', duties };
  return new Hono<PageEnv>()
    .use(async (c, next) => {
      c.set('actor', { ...actor, isStudent: false, isGuardian: false });
      c.set('organiser', organiser.id);
      await next();
    })
    .route(
      '/',
      importPages({
        db,
        clock: stoppedClock(on),
        config: { dataDir: folder.path },
        log: pino({ level: 'silent' }),
      }),
    );
}

type App = ReturnType<typeof appOf>;

/** A roster as another system writes it, with a day in its own order and no column for the unit. */
const roster = (...more: readonly string[]): string =>
  csv(
    school.students.map((civic, index) => ({
      Beteckning: `E${index}`,
      Födelsenr: civic,
      'Namn 1': `Förnamn${index}`,
      'Namn 2': 'Åström',
      Grp: 'NA25A',
      Börjar: '17/8/2026',
      ...Object.fromEntries(more.map((heading) => [heading, ''])),
    })),
  );

const chosen = {
  slag: 'elever',
  rad: '1',
  'kolumn-1': 'source',
  'kolumn-2': 'civic',
  'kolumn-3': 'givenName',
  'kolumn-4': 'familyName',
  'kolumn-5': 'className',
  'kolumn-6': 'starts',
  dagar: 'day-first',
  system: 'Klassboken',
};

async function send(app: App, name: string, content: string): Promise<string> {
  const body = new FormData();
  body.append('filer', new File([content], name));
  const answer = await app.request('/import', { method: 'POST', body });
  return answer.headers.get('location')!;
}

async function textOf(app: App, path: string, status = 200): Promise<string> {
  const answer = await app.request(path);
  expect([path, answer.status]).toEqual([path, status]);
  return (await answer.text()).replaceAll(/[\u202f\u00a0]/g, ' ');
}

const sett = (page: string): string => /name="sett" value="([^"]+)"/.exec(page)?.[1] ?? '';

/** Chooses on the page of the run's only file, as it is shown now. */
async function choose(
  app: App,
  run: string,
  fields: Record<string, string>,
  seen?: string,
): Promise<Response> {
  const state = seen ?? sett(await textOf(app, `${run}/kolumner?fil=0&slag=${fields.slag}`));
  const body = new URLSearchParams({ sett: state, ...fields });
  return app.request(`${run}/kolumner?fil=0`, { method: 'POST', body });
}

const own = () => appOf(ekdala, ['12345678']);
const wide = () => appOf(ekdala, null);
const kept = async () =>
  (await db.pool.query('select * from imports.column_mapping where forgotten_at is null')).rows;

describe('saying what the columns of a file are', () => {
  it('is offered for a file that is not recognised, and shows nothing that may name somebody', async () => {
    const run = await send(own(), 'lista.csv', roster());
    expect(await textOf(own(), run)).toContain(`${run}/kolumner?fil=0`);
    const page = await textOf(own(), `${run}/kolumner?fil=0&slag=elever&rad=1`);
    expect(page).toContain('12 siffror, visas inte');
    expect(page).toContain('17/8/2026');
    expect(page).toContain('<option value="day-first" selected="">');
    for (const secret of ['Förnamn0', 'Förnamn1', 'Åström', school.students[0]!])
      expect(page).not.toContain(secret);
    await own().request(`${run}/avbryt`, { method: 'POST' });
  });

  it('makes the preview again from the same files, and is written in the log without a name', async () => {
    const run = await send(own(), 'lista.csv', roster());
    const answer = await choose(own(), run, { ...chosen, galler: String(ekdala.units.get('12345678')) });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, run]);
    const preview = await textOf(own(), run);
    expect(preview).toContain('Läs in 4 rader');
    expect(preview).toContain('Kolumnerna läses som du har sagt. Filen kommer från Klassboken.');
    expect(preview).toContain('Alla rader läses in på Skola 12345678.');
    expect(preview).not.toContain('Förnamn0');
    const { rows } = await db.pool.query(
      `select what, detail from audit.entry where what = 'Kolumner sparade'`,
    );
    expect(rows).toHaveLength(1);
    expect(Object.keys(rows[0].detail).toSorted()).toEqual(['mapping', 'run']);
    await pressReadIn(own(), run);
    const { rows: read } = await db.pool.query(
      `select min(e.starts::text) as starts, count(*)::int as n from people.enrolment e
       join organisation.school_unit u using (organiser_id, unit_id) where u.code = '12345678'`,
    );
    expect(read[0]).toEqual({ starts: '2026-08-17', n: 4 });
  });

  it('is remembered: the same headings are read by themselves, on the page and at the command line', async () => {
    const run = await send(own(), 'i december.csv', roster());
    expect(await textOf(own(), run)).toContain('Kolumnerna lästes som förra gången.');
    const units = [ekdala.units.get('12345678')!];
    const files = [folder.put('lista.csv', roster())];
    const report = await importer(db, ekdala.organiser)(files, { onlyUnits: units });
    expect(report.kinds.elever).toMatchObject({ created: 0, unchanged: 4 });
    expect(report.files[0]?.mapping?.source).toBe('Klassboken');
  });

  it('does not say which unit a file is about where it may be about several', async () => {
    const report = await importer(db, ekdala.organiser)([folder.put('lista.csv', roster())]);
    expect(report.files[0]).toMatchObject({ kind: null });
    expect(report.files[0]?.says).toContain('filen saknar Skolenhetskod');
    const run = await send(wide(), 'lista.csv', roster());
    const page = await textOf(wide(), `${run}/kolumner?fil=0`);
    expect(page).toContain('Skola 87654321 (87654321)');
    const answer = await choose(wide(), run, { ...chosen, galler: '', unit: '87654321' });
    expect(answer.status).toBe(303);
    expect(await textOf(wide(), run)).toContain('Alla rader läses in på Skola 87654321.');
    await wide().request(`${run}/avbryt`, { method: 'POST' });
  });

  it('is never used by another organiser', async () => {
    const report = await importer(db, other.organiser)([folder.put('lista.csv', roster())]);
    expect(report.files[0]?.mapping).toBeUndefined();
    expect(report.files[0]?.kind).toBeNull();
  });
});

describe('what cannot be saved', () => {
  it('is answered with all of it, both columns named, and what was chosen is kept', async () => {
    const before = await kept();
    const run = await send(own(), 'annan.csv', roster('Ny'));
    const twice = { ...chosen, 'kolumn-4': 'givenName', system: 'Mitt system' };
    const answer = await choose(own(), run, { ...twice, galler: String(ekdala.units.get('12345678')) });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('Både ”Namn 1” och ”Namn 2” är valda som Förnamn.');
    expect(page).toContain('Ingen kolumn är vald som Efternamn.');
    expect(page).toContain('value="Mitt system"');
    expect(page.match(/<option value="givenName" selected="">/g)).toHaveLength(2);
    expect(await kept()).toEqual(before);
    await own().request(`${run}/avbryt`, { method: 'POST' });
  });

  it('is another unit than one of the own, for the file or for the time to come', async () => {
    const run = await send(own(), 'annan.csv', roster('Ny'));
    const theirs = String(ekdala.units.get('87654321'));
    for (const tried of [
      { galler: theirs },
      { galler: '' },
      { galler: String(ekdala.units.get('12345678')), unit: '87654321' },
    ]) {
      const answer = await choose(own(), run, { ...chosen, ...tried });
      expect([tried, answer.status]).toEqual([tried, 422]);
      expect(await answer.text()).toContain('Välj en av dina egna skolenheter.');
    }
    await own().request(`${run}/avbryt`, { method: 'POST' });
  });

  it('is a unit of another organiser', async () => {
    const run = await send(wide(), 'annan.csv', roster('Ny'));
    const foreign = { galler: String(other.units.get('11112222')), unit: '11112222' };
    expect((await choose(wide(), run, { ...chosen, ...foreign })).status).toBe(422);
    await wide().request(`${run}/avbryt`, { method: 'POST' });
  });

  it('is anything in a file that has been read in, given up or read again meanwhile, and it is said so', async () => {
    const holds = { ...chosen, galler: String(ekdala.units.get('12345678')) };
    const run = await send(own(), 'lista.csv', roster());
    const old = sett(await textOf(own(), `${run}/kolumner?fil=0`));
    expect((await choose(own(), run, holds, old)).status).toBe(303);
    const again = await choose(own(), run, holds, old);
    expect(again.status).toBe(409);
    expect(await again.text()).toContain('Inget är ändrat.');
    const current = sett(await textOf(own(), `${run}/kolumner?fil=0`));
    const readIn = await send(own(), 'ny.csv', roster().replaceAll('NA25A', 'NA25B'));
    await pressReadIn(own(), readIn);
    const done = await choose(own(), readIn, holds, current);
    expect([done.status, (await done.text()).includes('Filen är redan inläst')]).toEqual([409, true]);
    await own().request(`${run}/avbryt`, { method: 'POST' });
    const gone = await choose(own(), run, holds, current);
    expect([gone.status, (await gone.text()).includes('Filen är inte kvar')]).toEqual([409, true]);
  });

  it('is told of a moment that is no moment', async () => {
    const run = await send(own(), 'lista.csv', roster());
    for (const seen of ['', 'x', '-200000-01-01T00:00:00Z']) {
      const answer = await choose(
        own(),
        run,
        { ...chosen, galler: String(ekdala.units.get('12345678')) },
        seen,
      );
      expect([seen, answer.status]).toEqual([seen, 409]);
    }
    await own().request(`${run}/avbryt`, { method: 'POST' });
  });
});

describe('a file that was recognised wrongly', () => {
  it('is read as somebody says, that time and the next', async () => {
    const known = csv(
      school.students.map((civic) => ({ Pnr: civic, Datum: '2026-11-16', Kurs: 'ENGENG05', Betyg: 'C' })),
    );
    const run = await send(wide(), 'betyg.csv', known);
    expect(await textOf(wide(), run)).toContain('4 av 4 kolumner läses');
    const page = await textOf(wide(), `${run}/kolumner?fil=0`);
    expect(page).toContain('<option value="gradedOn" selected="">');
    const said = {
      slag: 'betyg',
      rad: '1',
      'kolumn-1': 'civic',
      'kolumn-2': 'term',
      'kolumn-3': 'course',
      'kolumn-4': 'grade',
    };
    expect((await choose(wide(), run, { ...said, galler: '' })).status).toBe(303);
    expect(await textOf(wide(), run)).toContain('4 rader stoppas');
    const next = await send(wide(), 'betyg.csv', known);
    const preview = await textOf(wide(), next);
    expect(preview).toContain('4 rader stoppas');
    expect(preview).toContain('Kolumnerna lästes som förra gången.');
  });
});

describe('a period that no column says', () => {
  const totals = () => csv(school.students.map((civic) => ({ Nr: civic, Tid: '100', G: '10', O: '5' })));
  const said = {
    slag: 'narvaro_summa',
    rad: '1',
    'kolumn-1': 'civic',
    'kolumn-2': 'offered',
    'kolumn-3': 'valid',
    'kolumn-4': 'invalid',
  };

  it('is said of one file, and asked for again with the next', async () => {
    const run = await send(wide(), 'oktober.csv', totals());
    const period = { starts: '2026-10-01', ends: '2026-10-31' };
    expect((await choose(wide(), run, { ...said, ...period, galler: '' })).status).toBe(303);
    expect(await textOf(wide(), run)).toContain('Perioden är 1–31 okt.');
    await pressReadIn(wide(), run);
    const { rows } = await db.pool.query(
      'select distinct starts::text, ends::text from attendance.period_total where organiser_id = $1',
      [ekdala.organiser.id],
    );
    expect(rows).toEqual([period]);
    const next = await send(wide(), 'november.csv', totals());
    expect(await textOf(wide(), next)).toContain('filen saknar Från och Till.');
  });
});

describe('what is remembered', () => {
  it('is listed, changed and forgotten by who reads in for its unit, and only looked at by the others', async () => {
    const list = await textOf(own(), '/import/kolumner');
    const mine = /\/import\/kolumner\/(\d+)"/.exec(list)![1]!;
    expect(list).toContain('Klassboken');
    expect(list).toContain('ändras av den som läser in för alla skolenheter');
    const all = [...(await textOf(wide(), '/import/kolumner')).matchAll(/\/import\/kolumner\/(\d+)"/g)];
    const ofAll = all.map(([, id]) => id!).find((id) => id !== mine)!;
    for (const path of [`/import/kolumner/${ofAll}`, '/import/kolumner/999999', '/import/kolumner/x'])
      expect((await own().request(path)).status).toBe(404);
    expect((await own().request(`/import/kolumner/${ofAll}/glom`, { method: 'POST' })).status).toBe(404);

    const { galler: _galler, ...fields } = { ...chosen, galler: '' };
    const body = new URLSearchParams({ ...fields, 'kolumn-5': '', system: 'Nytt namn' });
    const changed = await own().request(`/import/kolumner/${mine}`, { method: 'POST', body });
    expect(changed.headers.get('location')).toBe('/import/kolumner?svar=sparad');
    expect(await textOf(own(), '/import/kolumner')).toContain('Nytt namn');

    const run = await send(own(), 'lista.csv', roster());
    expect(await textOf(own(), run)).toContain('5 av 6 kolumner läses');
    const forgotten = await own().request(`/import/kolumner/${mine}/glom`, { method: 'POST' });
    expect(forgotten.headers.get('location')).toBe('/import/kolumner?svar=glomd');
    expect(await textOf(own(), '/import/kolumner')).not.toContain('Nytt namn');
  });

  it('is said anew for the own unit by who may not change it for all', async () => {
    const headings = roster('Mer');
    const forAll = await send(wide(), 'alla.csv', headings);
    await choose(wide(), forAll, { ...chosen, galler: '', unit: '12345678', system: 'Alla' });
    const run = await send(own(), 'egen.csv', headings);
    const page = await textOf(own(), `${run}/kolumner?fil=0`);
    expect(page).toContain(`name="galler" value="${ekdala.units.get('12345678')}"`);
    expect(page).toContain('value="Alla"');
    const holds = { ...chosen, galler: String(ekdala.units.get('12345678')), system: 'Bara vi' };
    expect((await choose(own(), run, holds)).status).toBe(303);
    const next = await send(own(), 'egen igen.csv', headings);
    expect(await textOf(own(), next)).toContain('Filen kommer från Bara vi.');
    const theirs = await send(wide(), 'alla igen.csv', headings);
    expect(await textOf(wide(), `${theirs}/kolumner?fil=0`)).toContain('value="Alla"');
  });

  it('is not read in by a preview that was made before it was changed: the files are looked at anew', async () => {
    const holds = { ...chosen, galler: String(ekdala.units.get('12345678')) };
    const first = await send(own(), 'lista.csv', roster('Ny'));
    await choose(own(), first, holds);
    const seen = readInForm(await textOf(own(), first));
    const second = await send(own(), 'lista.csv', roster('Ny'));
    await choose(own(), second, { ...holds, 'kolumn-5': '' });
    const answer = await own().request(`${first}/las-in`, { method: 'POST', body: seen });
    expect(answer.headers.get('location')).toBe(`${first}?svar=andrad`);
    const looked = await textOf(own(), `${first}?svar=andrad`);
    expect(looked).toContain('Sidan hade hunnit bli gammal.');
    expect(looked).toContain('5 av 7 kolumner läses');
  });

  it('does not exist for others, nor across organisers', async () => {
    const [mapping] = await kept();
    const foreign = appOf(other, null);
    expect(await textOf(foreign, '/import/kolumner')).toContain('Inga kolumner är sparade än');
    for (const path of [`/import/kolumner/${mapping.mapping_id}`, '/import/1/kolumner?fil=0'])
      expect((await foreign.request(path)).status).toBe(404);
    const nobody = appOf(ekdala, []);
    for (const path of ['/import/kolumner', `/import/kolumner/${mapping.mapping_id}`, '/import/1/kolumner'])
      expect([path, (await nobody.request(path)).status]).toEqual([path, 404]);
    for (const path of [`/import/kolumner/${mapping.mapping_id}/glom`, '/import/1/kolumner?fil=0'])
      expect([path, (await nobody.request(path, { method: 'POST' })).status]).toEqual([path, 404]);
  });
});

function readInForm(page: string): URLSearchParams {
  const form = /<form action="[^"]*las-in".*?<\/form>/s.exec(page)?.[0] ?? '';
  return new URLSearchParams(
    [...form.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]),
  );
}

async function pressReadIn(app: App, run: string): Promise<void> {
  const body = readInForm(await textOf(app, run));
  const answer = await app.request(`${run}/las-in`, { method: 'POST', body });
  expect(answer.headers.get('location')).toBe(run);
  expect(await textOf(app, run)).toContain('Filerna är inlästa');
}
