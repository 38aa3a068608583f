import type { Hono } from 'hono';
import { beforeAll, expect, test } from 'vitest';
import { cast } from '../fixtures/cast.ts';
import { expectedAccess, expectedPages } from '../fixtures/expected-access.ts';
import { loadCast } from '../fixtures/load-cast.ts';
import { meantBy } from '../fixtures/meant-by.ts';
import type { RegisteredOrganiser } from '../fixtures/register-cast.ts';
import { testDatabase } from '../fixtures/test-database.ts';
import type { Action, PageEnv } from '../modules/access/index.ts';
import { stoppedClock } from '../platform/server/clock.ts';
import { readConfig } from '../platform/server/config.ts';
import { createLog } from '../platform/server/log.ts';
import { createApp } from './server.ts';

const today = '2026-11-23';
const { db } = await testDatabase();
let organisers: readonly RegisteredOrganiser[] = [];
let app: Hono<PageEnv>;

beforeAll(async () => {
  organisers = await loadCast(db, cast(today));
  const parts = { db, config: readConfig({}), port: 0, host: '', clock: stoppedClock(today), env: {} };
  app = createApp({ ...parts, log: createLog('silent'), publicUrl: new URL('http://localhost:3000') });
});

/** The pages about one student, and the actions of the table that open each: any of them will do. */
const pages: readonly { path: string; opens: readonly Action[] }[] = [
  { path: '', opens: ['student.read', 'student.read-teaching'] },
  { path: '/samtal', opens: ['talk.record'] },
  { path: '/oro', opens: ['concern.raise'] },
  { path: '/skyddade-uppgifter', opens: ['identity.open-protected'] },
];

/** The answer to somebody who logs in as one of the cast. */
function enter(organiser: number, person: number): Promise<Response> | Response {
  const body = new URLSearchParams({ huvudman: String(organiser), person: String(person) });
  const headers = { 'sec-fetch-site': 'same-origin' };
  return app.request('/logga-in/demonstration', { method: 'POST', body, headers });
}

/** The cookie of somebody who has logged in. */
async function logIn(organiser: number, person: number): Promise<string> {
  const answer = await enter(organiser, person);
  expect(answer.status).toBe(303);
  return answer.headers.getSetCookie()[0]!.split(';')[0]!;
}

const statusOf = async (path: string, cookie: string) =>
  (await app.request(path, { headers: { cookie } })).status;

/** Everybody with a story, and one classmate. */
function studentsOf({ cast: { students } }: RegisteredOrganiser): readonly string[] {
  return students.filter(({ key, story }) => story || key === 'classmate-1').map(({ key }) => key);
}

/** Staff, those students, and guardians; Saba's child is of unknown age, so she is nobody yet and cannot log in. */
function visitorsOf(registered: RegisteredOrganiser): readonly string[] {
  const { staff, guardians } = registered.cast;
  return [...staff, ...guardians]
    .map(({ key }) => key)
    .filter((key) => key !== 'saba')
    .concat(studentsOf(registered));
}

function mayOpen(registered: RegisteredOrganiser, action: Action, person: string): ReadonlySet<string> {
  const words = expectedAccess[action][person]?.split(' ') ?? [];
  return new Set(words.flatMap((word) => meantBy(word, registered.cast)));
}

test('every page about every student opens for whom the table says, and is not there for anybody else', async () => {
  const wrong: string[] = [];
  for (const registered of organisers) {
    for (const person of visitorsOf(registered)) {
      const cookie = await logIn(registered.organiser, registered.persons.get(person)!);
      for (const { path, opens } of pages) {
        const allowed = new Set(opens.flatMap((action) => [...mayOpen(registered, action, person)]));
        for (const student of studentsOf(registered)) {
          const status = await statusOf(`/elever/${registered.persons.get(student)}${path}`, cookie);
          const wanted = allowed.has(student) ? 200 : 404;
          if (status !== wanted)
            wrong.push(`${person} ${path || 'page'} ${student}: ${status}, not ${wanted}`);
        }
      }
    }
  }
  expect(wrong).toEqual([]);
});

test('every page that is about no student opens for whom the table says', async () => {
  const general: readonly { path: string; open: readonly string[] }[] = [
    { path: '/mina-elever', open: 'maria karim stig johan oskar'.split(' ') },
    { path: '/elever', open: expectedPages['student.list'].split(/\s+/) },
    { path: '/import', open: expectedPages['import.run'].split(/\s+/) },
    { path: '/import/kallor', open: expectedPages['source.manage'].split(/\s+/) },
    { path: '/import/kallor/ny', open: expectedPages['source.manage'].split(/\s+/) },
    { path: '/import/kolumner', open: expectedPages['import.run'].split(/\s+/) },
    { path: '/import/dubbletter', open: expectedPages['person.merge'].split(/\s+/) },
    { path: '/export', open: expectedPages['export.organiser'].split(/\s+/) },
    { path: '/gransvarden', open: expectedPages['thresholds.read'].split(/\s+/) },
    { path: '/regler', open: expectedPages['rules.read'].split(/\s+/) },
    { path: '/logg', open: expectedPages['people.duties-read'].split(/\s+/) },
  ];
  const wrong: string[] = [];
  for (const registered of organisers) {
    for (const person of visitorsOf(registered)) {
      const cookie = await logIn(registered.organiser, registered.persons.get(person)!);
      for (const { path, open } of general) {
        const status = await statusOf(path, cookie);
        const wanted = open.includes(person) ? 200 : 404;
        if (status !== wanted) wrong.push(`${person} ${path}: ${status}, not ${wanted}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});

test('nobody opens any page about a student of the other organiser', async () => {
  const open: string[] = [];
  for (const [mine, theirs] of [organisers, organisers.toReversed()]) {
    for (const person of visitorsOf(mine!)) {
      const cookie = await logIn(mine!.organiser, mine!.persons.get(person)!);
      for (const student of studentsOf(theirs!)) {
        const status = await statusOf(`/elever/${theirs!.persons.get(student)}`, cookie);
        if (status !== 404) open.push(`${person} ${student}: ${status}`);
      }
    }
  }
  expect(open).toEqual([]);
});

test('the lists of one organiser name nobody of the other, and no protected identity', async () => {
  for (const [mine, theirs] of [organisers, organisers.toReversed()]) {
    const names = [...theirs!.cast.students, ...theirs!.cast.staff].map(
      (each) => `${each.givenName} ${each.familyName}`,
    );
    const hidden = [...mine!.cast.students, ...mine!.cast.guardians].filter((each) => each.protection);
    const secret = hidden.flatMap((each) => [each.familyName]);
    for (const person of mine!.cast.staff.map(({ key }) => key)) {
      const cookie = await logIn(mine!.organiser, mine!.persons.get(person)!);
      for (const path of ['/mina-elever', '/elever', '/logg', '/logg/logg.csv']) {
        const text = await (await app.request(path, { headers: { cookie } })).text();
        for (const name of [...names, ...secret])
          expect([person, path, text.includes(name) && name]).toEqual([person, path, false]);
      }
    }
  }
});

test('who has no duty, goes nowhere and has no child under 18 is not let in', async () => {
  const [ekdala] = organisers;
  expect((await enter(ekdala!.organiser, ekdala!.persons.get('saba')!)).status).toBe(403);
});

test('nothing but the log-in is there for who is not logged in', async () => {
  const student = organisers[0]!.persons.get('nora');
  for (const path of [
    '/',
    '/mina-elever',
    '/elever',
    `/elever/${student}`,
    '/logg',
    '/min-sida',
    '/finns-inte',
  ])
    expect([path, await statusOf(path, '')]).toEqual([path, 303]);
});
