import { afterAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../fixtures/test-database.ts';
import { withOrganiser } from '../../../platform/server/db.ts';
import { fileFolder, patiently, smallSchool, whileHeldUp } from '../import-fixture.ts';
import { saveMapping } from '../store-mapping.ts';
import { buttonOf, importOffice, press, read, send } from './pages-fixture.ts';

const { db } = await testDatabase();
const folder = fileFolder();
afterAll(folder.clean);
const school = smallSchool(12);
const { organiser, camilla, administrator } = await importOffice(db, folder.path);

describe('many who read in at once', () => {
  it('leave the other pages their connections while they wait for their turn', async () => {
    const app = administrator();
    const paths = await whileHeldUp(db, organiser, async () => {
      const sending = Array.from({ length: db.pool.options.max + 1 }, () =>
        send(app, { 'elever.csv': school.elever() }),
      );
      const sent = await Promise.all(sending);
      expect((await app.request('/import')).status).toBe(200);
      return sent;
    });
    for (const path of paths) expect(await read(app, path)).toContain('Förhandsvisning');
  }, 60_000);

  const isConfirmed = async (path: string): Promise<boolean> => {
    const { rows } = await db.pool.query(
      `select counts ? 'confirmed' as is from imports.run where run_id = $1`,
      [path.split('/').at(-1)],
    );
    return rows[0].is;
  };

  /** Lets `meanwhile` happen between a click on "Läs in" and its turn. */
  async function pressedWhileBusy(path: string, meanwhile: () => Promise<unknown>): Promise<string> {
    const button = await buttonOf(administrator(), path);
    const app = administrator();
    const { first, pressed } = await whileHeldUp(db, organiser, async (letGo) => {
      const first = await send(app, { 'elever.csv': school.elever() });
      const pressed = press(app, path, button);
      await expect.poll(() => isConfirmed(path), patiently).toBe(true);
      await meanwhile();
      await letGo();
      return { first, pressed };
    });
    await pressed;
    await read(app, first);
    return read(app, path);
  }

  it('get what they looked at, though somebody says meanwhile what columns are', async () => {
    const path = await send(administrator(), {
      'elever.csv': school.elever((cells) => ({ ...cells, Mellannamn: 'Kim' })),
    });
    const headings = Object.keys(
      Object.fromEntries(
        school
          .elever()
          .split('\r\n')[0]!
          .split(';')
          .map((each) => [each, 1]),
      ),
    );
    const other = [...headings, 'Mellannamn'];
    const fields: Record<string, string> = {
      Personnummer: 'civic',
      Förnamn: 'familyName',
      Efternamn: 'givenName',
      Skolenhetskod: 'unit',
    };
    const result = await pressedWhileBusy(path, () =>
      withOrganiser(db, organiser.id, (tx) =>
        saveMapping(tx, {
          kind: 'elever',
          headings: other,
          fields: other.map((heading) => fields[heading] ?? null),
          dayOrder: 'year-first',
          inHours: false,
          source: 'Annat',
          unitId: null,
          setBy: camilla,
        }),
      ),
    );
    await db.pool.query('delete from imports.column_mapping');
    expect(result).toContain('Filerna är inlästa');
    const { rows } = await db.pool.query(
      `select count(*)::int as turned from people.person where organiser_id = $1 and given_name = 'Åström'`,
      [organiser.id],
    );
    expect(rows[0].turned).toBe(0);
  });

  it('are asked again when something is read in between their yes and their turn', async () => {
    const path = await send(administrator(), {
      'elever.csv': school.elever((cells) => ({ ...cells, Klass: 'TE25Q' })),
    });
    expect((await buttonOf(administrator(), path)).get('anda')).toBe('ja');
    const result = await pressedWhileBusy(path, () =>
      db.pool.query(
        `insert into imports.run (organiser_id, started_at, finished_at, source, state, counts)
         values ($1, now(), clock_timestamp(), 'narvaro.csv', 'done', '{}')`,
        [organiser.id],
      ),
    );
    expect(result).toContain('Inläsningen stannade och inget är ändrat.');
    await administrator().request(`${path}/avbryt`, { method: 'POST' });
  });

  it('need not wait to cut off what waits', async () => {
    const app = administrator();
    await whileHeldUp(db, organiser, async () => {
      const [, second] = await Promise.all([1, 2].map(() => send(app, { 'elever.csv': school.elever() })));
      await app.request(`${second}/avbryt`, { method: 'POST' });
      await expect
        .poll(async () => (await app.request(second!)).headers.has('refresh'), patiently)
        .toBe(false);
    });
  }, 60_000);
});

describe('a run that was cut off', () => {
  it('is not taken for one that waits for its turn at another server', async () => {
    const { rows } = await db.pool.query(
      `insert into imports.run (organiser_id, started_by, started_at, source, state, counts) values ($1, $2, '2026-11-21', 'v.csv', 'preview', '{}') returning run_id`,
      [organiser.id, camilla],
    );
    const path = `/import/${rows[0].run_id}`;
    await whileHeldUp(db, organiser, async () => {
      expect((await administrator().request(path)).headers.get('refresh')).toBe('2');
    });
    expect(await read(administrator(), path)).toContain('Blev inte av: v.csv');
  });

  it('is said to have come to nothing when nobody reads it any more', async () => {
    const { rows } = await db.pool.query(
      `insert into imports.run (organiser_id, started_by, started_at, source, state, counts) values ($1, $2, '2026-11-21', 'x.csv', 'preview', '{}') returning run_id`,
      [organiser.id, camilla],
    );
    expect(await read(administrator(), `/import/${rows[0].run_id}`)).toContain('Blev inte av: x.csv');
  });
});
