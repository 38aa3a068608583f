import { Hono } from 'hono';
import { beforeAll, describe, expect, test } from 'vitest';
import { cast } from '../../../fixtures/cast.ts';
import { type RegisteredOrganiser, registerCast } from '../../../fixtures/register-cast.ts';
import { today } from '../../../fixtures/stand-twice.ts';
import { testDatabase } from '../../../fixtures/test-database.ts';
import { stoppedClock } from '../../../platform/server/clock.ts';
import { withOrganiser } from '../../../platform/server/db.ts';
import { loadActor, type PageEnv } from '../../access/index.ts';
import { enrolStudent, registerPerson } from '../../people/index.ts';
import { doublesPages } from './index.tsx';

const { db } = await testDatabase();
let ekdala: RegisteredOrganiser;
let norra: RegisteredOrganiser;
let noras: { stays: number; goes: number };

beforeAll(async () => {
  [ekdala, norra] = (await registerCast(db, cast(today))) as [RegisteredOrganiser, RegisteredOrganiser];
  const nora = ekdala.cast.students.find((each) => each.key === 'nora')!;
  const goes = await withOrganiser(db, ekdala.organiser, (tx) =>
    registerPerson(tx, {
      givenName: 'Nora',
      familyName: 'Lindgren',
      protection: 'none',
      civicNumber: `${nora.civicNumber!.slice(0, 8)}TF20`,
      email: '<script>@exempel.se',
    }),
  );
  noras = { stays: ekdala.persons.get('nora')!, goes };
});

async function appFor(organiser: RegisteredOrganiser, key: string): Promise<Hono<PageEnv>> {
  const actor = (await withOrganiser(db, organiser.organiser, (tx) =>
    loadActor(tx, organiser.persons.get(key)!, today),
  ))!;
  return new Hono<PageEnv>()
    .use(async (c, next) => {
      c.set('actor', actor);
      c.set('organiser', organiser.organiser);
      await next();
    })
    .route('/', doublesPages({ db, clock: stoppedClock(today) }));
}

const page = '/import/dubbletter';
const post = (app: Hono<PageEnv>, path: string, fields: Record<string, string> = {}) =>
  app.request(`${page}${path}`, { method: 'POST', body: new URLSearchParams(fields) });
const acts = ['/sla-ihop', '/inte-samma', '/1/dela-upp'];

describe('who is no administrator', () => {
  test.each(['maria', 'henrik', 'eva', 'gunvor', 'nora'])('finds nothing there (%s)', async (key) => {
    const app = await appFor(ekdala, key);
    expect((await app.request(page)).status).toBe(404);
    for (const act of acts) expect((await post(app, act)).status).toBe(404);
  });
});

describe('an administrator', () => {
  test('sees the pair with both numbers, and what somebody wrote is only text', async () => {
    const text = await (await (await appFor(ekdala, 'lars')).request(page)).text();
    expect(text).toContain('TF20');
    expect(text).not.toContain('<script>@');
  });

  test('of the other organiser sees nothing of it and can do nothing to it', async () => {
    const app = await appFor(norra, 'nadja');
    expect(await (await app.request(page)).text()).toContain('Inga troliga dubbletter');
    const sent = await post(app, '/sla-ihop', {
      stannar: String(noras.stays),
      gar: String(noras.goes),
      'stannar-version': '1',
      'gar-version': '1',
    });
    expect(sent.headers.get('location')).toBe(`${page}?svar=andrad`);
  });

  test('is answered in words when the form is not what the page sent', async () => {
    const app = await appFor(ekdala, 'lars');
    const forms: Record<string, string>[] = [
      {},
      { stannar: 'x', gar: '-1' },
      { stannar: '99999999999999', gar: '1' },
      { stannar: String(noras.stays), gar: String(noras.stays) },
      { stannar: String(noras.goes), gar: String(noras.stays), 'stannar-version': '1', 'gar-version': '1' },
    ];
    for (const form of forms)
      for (const act of ['/sla-ihop', '/inte-samma'].slice(0, form['gar-version'] ? 1 : 2))
        expect((await post(app, act, form)).headers.get('location')).toBe(`${page}?svar=andrad`);
    for (const merge of ['0', 'x', '999999'])
      expect((await post(app, `/${merge}/dela-upp`)).headers.get('location')).toBe(`${page}?svar=andrad`);
    for (const query of ['svar=constructor', 'svar=x', 'sida=0', 'sida=999', 'sida=x'])
      expect((await app.request(`${page}?${query}`)).status).toBe(200);
  });

  test('is written down when the page is shown, with the persons on it', async () => {
    await (await appFor(ekdala, 'lars')).request(page);
    const { rows } = await db.pool.query(
      `select subjects from audit.entry where action = 'person.doubles-read' order by seq desc limit 1`,
    );
    expect(rows[0].subjects.toSorted()).toEqual([noras.stays, noras.goes].toSorted());
  });

  test('of one unit is told of a pair that has gone on to another, but not where to, nor their numbers and addresses', async () => {
    const { organiser, persons } = ekdala;
    const [own, others] = await withOrganiser(db, organiser, async (tx) => {
      const { rows } = await tx.client.query(
        `select d.unit_id as id from people.duty d where d.person_id = any($1) and d.role = 'administrator' or d.person_id = $2
           and d.role = 'principal' order by d.role`,
        [[persons.get('camilla')], persons.get('birgitta')],
      );
      return rows.map((row) => row.id as number);
    });
    const moved = await withOrganiser(db, organiser, async (tx) => {
      const one = { givenName: 'Flytt', familyName: 'Flyttsson', protection: 'none' } as const;
      const ids = [
        await registerPerson(tx, { ...one, email: 'flytt@hem.example' }),
        await registerPerson(tx, { ...one, sourceId: 'HAMN-77', email: 'flytt@hem.example' }),
      ];
      for (const studentId of ids) {
        const school = { studentId, schoolForm: 'GY', programmeCode: null, yearOfStudy: 1 };
        await enrolStudent(tx, { ...school, unitId: own!, starts: '2025-08-17', ends: '2026-06-10' });
        await enrolStudent(tx, { ...school, unitId: others!, starts: '2026-08-17', ends: null });
      }
      return ids;
    });
    const seen = async (key: string) => {
      const text = await (await (await appFor(ekdala, key)).request(page)).text();
      return (
        new RegExp(`id="par-(${moved.join('-')}|${moved.toReversed().join('-')})".*?</section>`, 's').exec(
          text,
        )?.[0] ?? ''
      );
    };
    const hidden = ['flytt@hem.example', 'HAMN-77', 'Hamngymnasiet'];
    const whole = await seen('lars');
    for (const each of hidden) expect(whole).toContain(each);
    const narrow = await seen('camilla');
    expect(narrow).toContain('Flytt Flyttsson');
    for (const each of hidden) expect(narrow).not.toContain(each);
  });
});
