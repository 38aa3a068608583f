import { Hono } from 'hono';
import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { cast } from '../../fixtures/cast.ts';
import { type RegisteredOrganiser, registerCast } from '../../fixtures/register-cast.ts';
import { testDatabase } from '../../fixtures/test-database.ts';
import { stoppedClock } from '../../platform/server/clock.ts';
import { withOrganiser } from '../../platform/server/db.ts';
import { loadActor, type PageEnv } from '../access/index.ts';
import { ownThresholds } from './index.ts';
import { signalPages } from './pages/routes.tsx';

const today = '2026-11-23';
const { db } = await testDatabase();
let ekdala: RegisteredOrganiser;

beforeAll(async () => {
  [ekdala] = (await registerCast(db, cast(today))) as [RegisteredOrganiser];
});

/** The pages as somebody of the cast sees them. */
async function as(person: string) {
  const actor = await withOrganiser(db, ekdala.organiser, (tx) =>
    loadActor(tx, ekdala.persons.get(person)!, today),
  );
  const app = new Hono<PageEnv>()
    .use(async (c, next) => {
      c.set('actor', actor!);
      c.set('organiser', ekdala.organiser);
      await next();
    })
    .route('/', signalPages({ db, clock: stoppedClock(today) }));
  const open = async (path: string) => {
    const response = await app.request(path);
    return { status: response.status, html: (await response.text()).replaceAll('\u00a0', ' ') };
  };
  /** Fills the form of N01 as the page shows it, with some fields changed. */
  const form = async (changes: Record<string, string>) => {
    const { html } = await open('/gransvarden');
    const own = /<form class="ff-form"[^>]*aria-label="Ändra gränserna: Hög frånvaro".*?<\/form>/s.exec(
      html,
    )![0];
    const fields = [...own.matchAll(/<input [^>]*>/g)].map(([input]) => [
      / name="([^"]+)"/.exec(input)![1]!,
      / value="([^"]*)"/.exec(input)![1]!,
    ]);
    return new URLSearchParams({ ...Object.fromEntries(fields), ...changes });
  };
  const send = async (body: URLSearchParams) => {
    const response = await app.request('/gransvarden', { method: 'POST', body });
    const html = (await response.text()).replaceAll('\u00a0', ' ');
    return { status: response.status, to: response.headers.get('location'), html };
  };
  return { open, form, send };
}

const rows = () => withOrganiser(db, ekdala.organiser, (tx) => ownThresholds(tx));

async function logged(): Promise<readonly { because: string; detail: unknown }[]> {
  const found = await withOrganiser(db, ekdala.organiser, (tx) =>
    sql<{ because: string; detail: unknown }>`
      select because, detail from audit.entry where organiser_id = ${tx.organiser} and action = 'thresholds.change'
      order by chain, seq`.execute(tx.q),
  );
  return found.rows;
}

describe('Gränsvärden', () => {
  beforeEach(async () => {
    await withOrganiser(db, ekdala.organiser, (tx) => sql`delete from signals.threshold`.execute(tx.q));
  });

  test('everybody who works there sees them, and once why they cannot be changed; students and guardians find nothing', async () => {
    for (const person of ['maria', 'tobias', 'henrik', 'camilla']) {
      const { status, html } = await (await as(person)).open('/gransvarden');
      expect([person, status]).toEqual([person, 200]);
      expect(html.split('Gränserna bestäms av skolchefen')).toHaveLength(2);
      expect(html).not.toContain('Ändra gränserna');
      expect(html).not.toContain('name="N01.level1"');
    }
    for (const person of ['nora', 'asa'])
      for (const path of ['/gransvarden', '/sa-raknar-vi', '/signaler/N01'])
        expect([person, path, (await (await as(person)).open(path)).status]).toEqual([person, path, 404]);
  });

  test('the head of education sets a limit from next Monday, with her name and the day beside it', async () => {
    const { form, send, open } = await as('eva');
    const body = await form({ 'N01.level1': '12' });
    expect(body.get('fran')).toBe('2026-11-30');
    const answer = await send(body);
    expect([answer.status, answer.to]).toEqual([303, '/gransvarden?sparat=N01&fran=2026-11-30']);
    expect(await rows()).toMatchObject([
      { key: 'N01.level1', value: 12, from: '2026-11-30', setByName: 'Eva Rönnlund' },
    ]);
    const { html } = await open(answer.to!);
    expect(html).toContain('gäller från och med måndag 30 november');
    expect(html).toContain('12 % från 30 nov');
    expect(html).toContain('Frånvaro, bevaka: 15 % blev 12 %');
    expect((await logged()).at(-1)).toEqual({
      because: 'head-of-education',
      detail: { from: '2026-11-30', 'N01.level1': '15 → 12' },
    });
  });

  test('a limit from today says that figures are counted again tonight', async () => {
    const { form, send, open } = await as('eva');
    const answer = await send(await form({ 'N01.level1': '12', fran: today }));
    expect((await open(answer.to!)).html).toContain('räknas om i natt');
  });

  test('sending the same form twice sets and logs it once', async () => {
    const { form, send } = await as('eva');
    const before = (await logged()).length;
    const body = await form({ 'N01.level2': '24' });
    const answers = [await send(body), await send(body), ...(await Promise.all([send(body), send(body)]))];
    expect(new Set(answers.map(({ status, to }) => `${status} ${to}`)).size).toBe(1);
    expect(await rows()).toHaveLength(1);
    expect(await logged()).toHaveLength(before + 1);
  });

  test('all that is wrong comes back at once with what was written, and nothing is set', async () => {
    const { form, send } = await as('eva');
    const body = await form({ 'N01.level1': '33', 'N01.episodes': 'tre', fran: '2026-11-01' });
    const { status, html } = await send(body);
    expect(status).toBe(422);
    expect(html).toContain('3 saker behöver rättas');
    expect(html).toContain('redan har sett');
    expect(html).toContain('Minsta antal frånvarotillfällen: skriv ett heltal mellan 1 och 10.');
    expect(html).toContain('”Frånvaro, bevaka” ska vara lägre än ”Frånvaro, agera”. Nu är de 33 och 20.');
    expect(html).toMatch(/name="N01.episodes"[^>]*value="tre"/);
    expect(await rows()).toEqual([]);
  });

  test('a form that somebody else has overtaken is refused, with both texts shown', async () => {
    const { form, send } = await as('eva');
    const old = await form({ 'N01.level1': '12' });
    await send(await form({ 'N01.level1': '13' }));
    const { status, html } = await send(old);
    expect(status).toBe(422);
    expect(html).toContain('Gränserna har ändrats av Eva Rönnlund medan du skrev');
    expect(html).toMatch(/name="N01.level1"[^>]*value="12"/);
    expect(html).toContain('13 % från 30 nov');
    expect((await rows()).map(({ value }) => value)).toEqual([13]);
  });

  test('who may not change them is answered as if the page were not there', async () => {
    const body = await (await as('eva')).form({ 'N01.level1': '12' });
    for (const person of ['henrik', 'maria', 'gunvor', 'nora']) {
      expect([person, (await (await as(person)).send(body)).status]).toEqual([person, 404]);
    }
    expect(await rows()).toEqual([]);
  });
});

describe('the page of a signal', () => {
  test('has the limits in force, with who set them', async () => {
    const { form, send, open } = await as('eva');
    await send(await form({ 'N01.level1': '12', fran: today }));
    const { html } = await open('/signaler/N01');
    expect(html).toMatch(/Frånvaro, bevaka<\/th><td [^>]*>12 %<\/td>/);
    expect(html).toContain('Eva Rönnlund, från 23 november 2026');
  });

  test('is found for every signal that the page Så räknar vi names, and for no other', async () => {
    const { open } = await as('maria');
    const { html } = await open('/sa-raknar-vi');
    const links = [...html.matchAll(/href="(\/signaler\/[^"]+)"/g)].map((match) => match[1]!);
    expect(links).toHaveLength(6);
    for (const link of links) expect([link, (await open(link)).status]).toEqual([link, 200]);
    expect((await open('/signaler/n04')).status).toBe(200);
    expect((await open('/signaler/X99')).status).toBe(404);
  });

  test('says what it is never counted on, and what must not be searched for', async () => {
    const { html } = await (await as('maria')).open('/sa-raknar-vi');
    expect(html).toMatch(/id="anvands-aldrig".*modersmål.*26\sa\skap.\s4\s§ skollagen/s);
  });

  test('counts those in the reader’s scope, and never shows a figure under five', async () => {
    const students = ekdala.cast.students.slice(0, 30).map(({ key }) => ekdala.persons.get(key)!);
    const light = (some: readonly number[], signal: string) =>
      withOrganiser(db, ekdala.organiser, (tx) =>
        sql`
          insert into signals.signal (organiser_id, student_id, signal, since, level, state, evidence)
          select ${tx.organiser}, s, ${signal}, '2026-11-09', 1, 'aktiv', '{}' from unnest(${[...some]}::integer[]) s`.execute(
          tx.q,
        ),
      );
    await light(students, 'N02');
    await light(students.slice(0, 4), 'N03');
    const seen = async (person: string, signal: string) =>
      /Har den nu<\/dt><dd>(.*?) elever/.exec(
        (await (await as(person)).open(`/signaler/${signal}`)).html,
      )?.[1];
    expect(await seen('eva', 'N02')).toBe(String(students.length));
    expect(Number(await seen('maria', 'N02'))).toBe(25);
    expect(await seen('eva', 'N03')).toBe('färre än 5');
    expect(await seen('birgitta', 'N02')).toBe('färre än 5');
    expect(await seen('tobias', 'N02')).toBeUndefined();
  });

  test('counts "Stämmer inte" by reason, and hides the few', async () => {
    const maria = ekdala.persons.get('maria')!;
    const nora = ekdala.persons.get('nora')!;
    await withOrganiser(db, ekdala.organiser, (tx) =>
      sql`
        insert into signals.feedback (organiser_id, request_key, student_id, signal, since, reason, given_by, given_on)
        select ${tx.organiser}, gen_random_uuid(), ${nora}, 'N02', '2026-11-09',
          case when n <= 6 then 'wrong-data' else 'other' end, ${maria}, ${today} from generate_series(1, 8) n`.execute(
        tx.q,
      ),
    );
    const { html } = await (await as('henrik')).open('/signaler/N02');
    expect(html).toContain('<dt>Uppgifterna är fel</dt><dd>6 gånger</dd>');
    expect(html).toContain('<dt>Annat</dt><dd>färre än 5 gånger</dd>');
    expect(html).toContain('<dt>Vi känner redan till det</dt><dd>ingen gång</dd>');
  });
});
