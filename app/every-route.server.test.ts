import type { Hono } from 'hono';
import { beforeAll, expect, test } from 'vitest';
import { cast } from '../fixtures/cast.ts';
import { expectedPages } from '../fixtures/expected-access.ts';
import { loadCast } from '../fixtures/load-cast.ts';
import type { RegisteredOrganiser } from '../fixtures/register-cast.ts';
import { testDatabase } from '../fixtures/test-database.ts';
import type { PageEnv } from '../modules/access/index.ts';
import { stoppedClock } from '../platform/server/clock.ts';
import { readConfig } from '../platform/server/config.ts';
import { type Database, withOrganiser } from '../platform/server/db.ts';
import { createLog } from '../platform/server/log.ts';
import { createApp } from './server.ts';

const today = '2026-11-23';
const { db } = await testDatabase();
let [ekdala, norra]: readonly RegisteredOrganiser[] = [];
let app: Hono<PageEnv>;
let ids: Record<string, number>;

beforeAll(async () => {
  [ekdala, norra] = await loadCast(db, cast(today));
  const parts = { db, config: readConfig({}), port: 0, host: '', clock: stoppedClock(today), env: {} };
  app = createApp({ ...parts, log: createLog('silent'), publicUrl: new URL('http://localhost:3000') });
  ids = await somethingOf(db, ekdala!);
});

/** One of each thing that an address names by number, of an organiser: waiting, done, set up, merged. */
async function somethingOf(db: Database, { organiser, persons }: RegisteredOrganiser) {
  const lars = persons.get('lars')!;
  const insert = (statement: string, values: unknown[]) =>
    withOrganiser(db, organiser, async ({ client }) => (await client.query(statement, values)).rows[0].id);
  const at = [organiser, lars];
  return {
    run: await insert(
      `insert into imports.run (organiser_id, started_by, started_at, finished_at, source, state, counts) values
         ($1, $2, now(), now(), 'x.csv', 'preview', '{"upload": {"id": "x", "files": ["x.csv"], "bytes": 1, "units": null}}')
       returning run_id as id`,
      at,
    ),
    mapping: await insert(
      `insert into imports.column_mapping (organiser_id, signature, kind, headings, columns, day_order, in_hours, source, set_by)
       values ($1, 'x', 'elever', '{Namn}', '[null]', 'year-first', false, '', $2) returning mapping_id as id`,
      at,
    ),
    source: await insert(
      `insert into ss12000.source (organiser_id, name, address, login) values ($1, 'Skolsystemet', 'https://skola.example', 'token')
       returning source_id as id`,
      [organiser],
    ),
    merge: await insert(
      `insert into people.merge (organiser_id, change_set, gone_id, into_id, merged_at, merged_by)
       values ($1, 1, 1000000, $2, now(), $2) returning merge_id as id`,
      at,
    ),
  };
}

async function logIn({ organiser, persons }: RegisteredOrganiser, key: string): Promise<string> {
  const body = new URLSearchParams({ huvudman: String(organiser), person: String(persons.get(key)) });
  const headers = { 'sec-fetch-site': 'same-origin' };
  const answer = await app.request('/logga-in/demonstration', { method: 'POST', body, headers });
  expect(answer.status).toBe(303);
  return answer.headers.getSetCookie()[0]!.split(';')[0]!;
}

interface Route {
  readonly method: string;
  readonly path: string;
  readonly names: boolean;
}

/** Every page and act under /import and /export that the server has, with the numbers of what is there in its address. */
function routes(): readonly Route[] {
  const own = app.routes.filter(
    ({ method, path }) => method !== 'ALL' && /^\/(import|export)(\/|$)/.test(path),
  );
  const found = own.map(({ method, path }) => ({
    method,
    path: path.replaceAll(/:(\w+)/g, (_, name: string) => String(ids[name])),
    names: path.includes(':'),
  }));
  return [...new Map(found.map((each) => [`${each.method} ${each.path}`, each])).values()];
}

async function statusOf({ method, path }: Route, cookie: string): Promise<number> {
  const headers = { cookie, 'sec-fetch-site': 'same-origin' };
  const body = method === 'POST' ? new URLSearchParams({ x: 'y' }) : null;
  return (await app.request(path, { method, headers, body })).status;
}

/** Whose each route is, by the longest beginning of its address. */
const opens: readonly (readonly [beginning: string, who: string])[] = [
  ['/import/kallor', expectedPages['source.manage']],
  ['/import/dubbletter', expectedPages['person.merge']],
  ['/import', expectedPages['import.run']],
  ['/export', expectedPages['export.organiser']],
];
const whoOpens = (path: string) => opens.find(([beginning]) => path.startsWith(beginning))![1].split(/\s+/);

test('every address of import and export has its numbers filled in, and there are as many as there should be', () => {
  expect(routes().filter(({ path }) => path.includes('undefined'))).toEqual([]);
  expect(routes().length).toBeGreaterThan(30);
});

test('no page and no act of import and export is there for anybody but whom the table says', async () => {
  const open: string[] = [];
  const { staff, students, guardians } = ekdala!.cast;
  const others = [...staff, ...students.slice(0, 3), ...guardians.slice(0, 2)].map(({ key }) => key);
  for (const key of others.filter((each) => each !== 'saba')) {
    const cookie = await logIn(ekdala!, key);
    for (const route of routes()) {
      if (whoOpens(route.path).includes(key)) continue;
      const status = await statusOf(route, cookie);
      if (status !== 404) open.push(`${key} ${route.method} ${route.path}: ${status}`);
    }
  }
  expect(open).toEqual([]);
});

test('nothing that an address names by number is there for an administrator of another organiser, or of one unit', async () => {
  const open: string[] = [];
  for (const [organiser, key] of [
    [norra!, 'nadja'],
    [norra!, 'mats'],
    [ekdala!, 'camilla'],
  ] as const) {
    const cookie = await logIn(organiser, key);
    for (const route of routes().filter(({ names }) => names)) {
      const status = await statusOf(route, cookie);
      // Whoever may merge is told that a pair is not as it was, whatever its number.
      const told = status === 303 && route.path.endsWith('/dela-upp');
      if (status !== 404 && !told) open.push(`${key} ${route.method} ${route.path}: ${status}`);
    }
  }
  expect(open).toEqual([]);
  const { rows } = await db.pool.query(
    `select r.state, s.paused, s.name, m.parted_at, c.forgotten_at from imports.run r, ss12000.source s, people.merge m, imports.column_mapping c
     where r.run_id = $1 and s.source_id = $2 and m.merge_id = $3 and c.mapping_id = $4`,
    [ids.run, ids.source, ids.merge, ids.mapping],
  );
  const before = {
    state: 'preview',
    paused: false,
    name: 'Skolsystemet',
    parted_at: null,
    forgotten_at: null,
  };
  expect(rows).toEqual([before]);
});

test('no table with an organiser’s rows shows, changes, takes or gives rows of another', async () => {
  const { rows: tables } = await db.pool.query<{ name: string; secured: boolean; column: string }>(
    `select c.oid::regclass::text as name, c.relrowsecurity as secured,
       (select quote_ident(w.attname) from pg_attribute w where w.attrelid = c.oid and w.attnum > 0 and not w.attisdropped
          and w.attidentity = '' and w.attgenerated = '' and w.attname <> 'organiser_id' limit 1) as column
     from pg_class c join pg_attribute a on a.attrelid = c.oid
     where a.attname = 'organiser_id' and c.relkind in ('r', 'p') and not c.relispartition order by 1`,
  );
  expect(tables.filter(({ secured }) => !secured).map(({ name }) => name)).toEqual([]);
  const theirs = ekdala!.organiser;
  const wrong: string[] = [];
  for (const { name, column } of tables) {
    const where = `where organiser_id = ${theirs}`;
    for (const statement of [
      `select from ${name} ${where}`,
      `update ${name} set ${column} = ${column} ${where}`,
      `delete from ${name} ${where}`,
      `insert into ${name} overriding system value
         select r.* from jsonb_populate_record(null::${name}, '{"organiser_id": ${theirs}, "day": "2026-11-02"}') r`,
    ]) {
      const touched = await withOrganiser(db, norra!.organiser, async ({ client }) => {
        const { rowCount } = await client.query(statement);
        return rowCount ? `${rowCount} rows` : undefined;
      }).catch((error) => (error.code === '42501' ? undefined : error.message));
      if (touched) wrong.push(`${statement}: ${touched}`);
    }
  }
  expect(wrong).toEqual([]);
});
