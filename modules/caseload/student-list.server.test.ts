import { Hono } from 'hono';
import { sql } from 'kysely';
import readExcel from 'read-excel-file/node';
import { beforeAll, describe, expect, test } from 'vitest';
import { cast } from '../../fixtures/cast.ts';
import { type RegisteredOrganiser, registerCast } from '../../fixtures/register-cast.ts';
import { testDatabase } from '../../fixtures/test-database.ts';
import { stoppedClock } from '../../platform/server/clock.ts';
import { withOrganiser } from '../../platform/server/db.ts';
import { loadActor, type PageEnv } from '../access/index.ts';
import { studentListPages } from './pages/students-routes.tsx';

const today = '2026-11-23';
const { db } = await testDatabase();
let ekdala: RegisteredOrganiser;
let norra: RegisteredOrganiser;

/** What is counted of a student. Whoever is not told here has never been counted. */
const indicators: Readonly<
  Record<string, { share: number | null; rank?: number; open?: string; headline?: string; talk?: string }>
> = {
  nora: {
    share: 0.22,
    rank: 3,
    open: 'N01,N03',
    headline: 'Frånvaro 22 % senaste 4 skolveckorna: 18 av 82 lektioner, 5 tillfällen',
    talk: '2026-10-05',
  },
  viktor: {
    share: 0.4,
    rank: 102,
    open: 'N04',
    headline: 'Frånvarande 12 skoldagar i rad',
    talk: '2026-10-12',
  },
  elin: { share: 0.17, open: 'N01', talk: '2026-11-17' },
  yusuf: { share: 0.05, open: 'P18', talk: '2026-10-11' },
  tuva: { share: null, talk: '2026-11-19' },
  skyddad: { share: 0.02, talk: '2026-11-06' },
};

beforeAll(async () => {
  [ekdala, norra] = (await registerCast(db, cast(today))) as [RegisteredOrganiser, RegisteredOrganiser];
  await withOrganiser(db, ekdala.organiser, async (tx) => {
    for (const [key, { share, rank = 0, open, headline = '', talk }] of Object.entries(indicators))
      await sql`
        insert into signals.indicator (organiser_id, student_id, as_of, absent_lessons, reported_lessons, offered_lessons,
          absent_share, week_shares, weeks_from, rank, top_level, open_signals, headline, strengths, last_talk_on)
        values (${tx.organiser}, ${ekdala.persons.get(key)!}, ${today}, 18, 82, 84, ${share}, '{90,-1}', '2026-09-28', ${rank},
          ${rank > 0 ? 1 : 0}, ${open?.split(',') ?? []}::text[], ${headline}, '{}', ${talk ?? null}::date)`.execute(
        tx.q,
      );
  });
});

/** The pages as somebody of the cast sees them. */
async function as(person: string, organiser = ekdala) {
  const actor = await withOrganiser(db, organiser.organiser, (tx) =>
    loadActor(tx, organiser.persons.get(person)!, today),
  );
  const app = new Hono<PageEnv>()
    .use(async (c, next) => {
      c.set('actor', actor!);
      c.set('organiser', organiser.organiser);
      await next();
    })
    .route('/', studentListPages({ db, clock: stoppedClock(today) }));
  const open = async (path: string) => {
    const response = await app.request(path);
    return { status: response.status, html: (await response.text()).replaceAll('\u00a0', ' ') };
  };
  const list = async (query = '') => {
    const { html } = await open(`/elever${query}`);
    return namesIn(html);
  };
  return { app, open, list };
}

/** The row headers of the list, in its order. */
function namesIn(html: string): string[] {
  const rows = html.matchAll(/<th scope="row"[^>]*><a href="\/elever\/\d+">(.*?)<\/a>/gs);
  return [...rows].map((row) => row[1]!.replace(/<svg.*<\/svg>/s, '').trim());
}

function countBeside(html: string, chip: string): number {
  return Number(new RegExp(`value="${chip}"[^>]*/?>[^<]*<span>(\\d+)</span>`).exec(html)?.[1]);
}

interface LogLine {
  action: string;
  because: string;
  subjects: number[];
  detail: unknown;
}

/** What somebody did last, as the log has it. */
async function lastLine({ organiser, persons }: RegisteredOrganiser, person: string): Promise<LogLine> {
  const { rows } = await withOrganiser(db, organiser, (tx) =>
    sql<LogLine>`
      select action, because, subjects, detail from audit.entry
      where organiser_id = ${organiser} and actor_id = ${persons.get(person)!} order by seq desc limit 1`.execute(
      tx.q,
    ),
  );
  return rows[0]!;
}

describe('whose students the list holds', () => {
  test('a mentor sees her own, a principal those of the school, the head of education all of the organiser', async () => {
    expect((await (await as('maria')).open('/elever')).html).toContain('>25 elever<');
    const henrik = await (await as('henrik')).open('/elever');
    const eva = await (await as('eva')).open('/elever');
    const total = (html: string) => Number(/>(\d+) elever</.exec(html)?.[1]);
    expect(total(eva.html)).toBe(ekdala.cast.students.length);
    expect(total(henrik.html)).toBe(
      ekdala.cast.students.filter(({ enrolments }) => enrolments.at(-1)?.unit === 'ekdala').length,
    );
  });

  test('who only teaches, administers or guards the log finds no such page', async () => {
    for (const person of ['tobias', 'camilla', 'gunvor', 'nora']) {
      const { open } = await as(person);
      expect([person, (await open('/elever')).status]).toEqual([person, 404]);
      expect([person, (await open('/elever/ladda-ner')).status]).toEqual([person, 404]);
    }
  });

  test('nothing of another organiser is found, by name or by number', async () => {
    const { list } = await as('mats', norra);
    expect(await list('?namn=lindgren')).toEqual([]);
    expect(await list(`?enhet=${ekdala.units.get('ekdala')}`)).toEqual(await list());
    expect(await list()).toHaveLength(norra.cast.students.length);
  });

  test('the unit is a column only where there are several', async () => {
    expect((await (await as('henrik')).open('/elever')).html).not.toContain('Skolenhet');
    const { html } = await (await as('eva')).open('/elever');
    expect(html).toContain('>Skolenhet</th>');
    expect(html).toContain('<td role="cell" class="is-soft">Hamngymnasiet</td>');
  });
});

describe('which students are chosen', () => {
  test('a part of the name finds, and several parts find whoever has them all', async () => {
    const { list } = await as('henrik');
    expect(await list('?namn=lind')).toEqual(['Nora Lindgren']);
    expect(await list('?namn=nora+LINDGREN')).toEqual(['Nora Lindgren']);
    expect(await list('?namn=nora+ahlman')).toEqual([]);
  });

  test('a protected identity is never found by the real name, and never shown with it', async () => {
    const { list, open } = await as('henrik');
    for (const part of ['agnes', 'törnblad', 'agn', 'skyddade']) {
      expect([part, await list(`?namn=${encodeURIComponent(part)}`)].flat()).not.toContain(
        'Skyddade uppgifter',
      );
    }
    const { html } = await open('/elever?sortera=namn');
    expect(namesIn(html).at(-1)).toBe('Skyddade uppgifter');
    expect(html).not.toMatch(/Agnes|Törnblad/);
  });

  test('class, programme, mentor and signal narrow it down', async () => {
    const { list } = await as('eva');
    const maria = ekdala.persons.get('maria')!;
    expect(await list('?klass=SA25B')).toHaveLength(25);
    expect(await list(`?mentor=${maria}`)).toHaveLength(25);
    expect(await list('?signal=N01')).toEqual(['Nora Lindgren', expect.stringMatching(/^Elin /)]);
    expect(await list('?signal=P18')).toEqual([expect.stringMatching(/^Yusuf /)]);
    expect(await list(`?klass=SA25B&mentor=${ekdala.persons.get('johan')}`)).toEqual([]);
  });

  test('a programme is chosen by what it is called, and holds its orientations', async () => {
    const { open, list } = await as('eva');
    expect((await open('/elever')).html).toContain('<option value="Samhällsvetenskapsprogrammet">');
    expect((await list('?program=Samh%C3%A4llsvetenskapsprogrammet')).length).toBeGreaterThanOrEqual(25);
    expect(await list('?program=El-+och+energiprogrammet')).toEqual([expect.stringMatching(/^Viktor /)]);
  });

  test('unknown values change nothing', async () => {
    const { list } = await as('maria');
    expect(await list('?klass=9A&program=XX&mentor=x&visa=diagnos&signal=H01&halsa=ja')).toEqual(
      await list(),
    );
  });

  test('chips say how many they would show, and two of them show whoever either is true of', async () => {
    const { open, list } = await as('maria');
    const { html } = await open('/elever');
    expect(countBeside(html, 'aktiv')).toBe(1);
    expect(countBeside(html, 'vilande')).toBe(1);
    expect(await list('?visa=aktiv')).toEqual(['Nora Lindgren']);
    expect(await list('?visa=vilande')).toEqual([expect.stringMatching(/^Elin /)]);
    expect(await list('?visa=vilande&visa=aktiv')).toEqual([
      'Nora Lindgren',
      expect.stringMatching(/^Elin /),
    ]);
    const chosen = await open('/elever?visa=aktiv');
    expect(countBeside(chosen.html, 'vilande')).toBe(1);
  });

  test('six weeks without a talk: the day before counts, the day itself does not', async () => {
    const { list } = await as('henrik');
    const silent = await list('?visa=inget-samtal');
    expect(silent).toContainEqual(expect.stringMatching(/^Yusuf /));
    expect(silent).not.toContainEqual(expect.stringMatching(/^Viktor /));
    expect(silent).toContain('Nora Lindgren');
  });

  test('whoever has too little data, or has never been counted, lacks data and is not at zero', async () => {
    const { list, open } = await as('maria');
    const lacking = await list('?visa=underlag-saknas');
    expect(lacking).toContainEqual(expect.stringMatching(/^Tuva /));
    expect(lacking).toHaveLength(25 - 4);
    const { html } = await open('/elever?namn=tuva');
    expect(html).toContain('underlag </span>saknas');
    expect(html).not.toContain('0 %');
  });

  test('an empty selection says what can be done', async () => {
    const { html, status } = await (await as('maria')).open('/elever?namn=xyz');
    expect(status).toBe(200);
    expect(html).toContain('Inga elever stämmer med urvalet');
    expect(html).toContain('Visa alla elever');
  });

  test('the page says what cannot be searched, with the paragraph', async () => {
    const { html } = await (await as('maria')).open('/elever');
    expect(html).toContain('26 a kap. 4 § skollagen');
    expect(html).not.toMatch(/name="(kon|kön|halsa|modersmal|fodelseland)"/);
  });
});

describe('in which order', () => {
  test('the most urgent signal first, then everybody else by family name', async () => {
    const names = await (await as('henrik')).list();
    expect(names.slice(0, 2)).toEqual([expect.stringMatching(/^Viktor /), 'Nora Lindgren']);
    const rest = names.slice(2).filter((name) => name !== 'Skyddade uppgifter');
    const familyNames = rest.map((name) => name.split(' ').slice(1).join(' '));
    expect(familyNames).toEqual(familyNames.toSorted(new Intl.Collator('sv').compare));
  });

  test('by absence, whoever lacks data comes last both ways', async () => {
    const { list } = await as('maria');
    const most = await list('?sortera=franvaro');
    expect(most.slice(0, 2)).toEqual(['Nora Lindgren', expect.stringMatching(/^Elin /)]);
    const least = await list('?sortera=franvaro&ordning=stigande');
    expect(least.slice(0, 2)).toEqual(['Skyddade uppgifter', expect.stringMatching(/^Yusuf /)]);
    expect(least.slice(4)).toEqual(most.slice(4));
  });

  test('the sorted column says so', async () => {
    const { open } = await as('maria');
    expect((await open('/elever')).html).toMatch(/aria-sort="descending"><a[^>]*>Signaler/);
    expect((await open('/elever?sortera=namn')).html).toMatch(/aria-sort="ascending"><a[^>]*>Namn/);
  });
});

describe('in pages of fifty', () => {
  let big: RegisteredOrganiser;

  beforeAll(async () => {
    // 120 more, all with the same name: nothing but the id can tell them apart.
    big = norra;
    await withOrganiser(db, big.organiser, (tx) =>
      sql`
        with person as (
          insert into people.person (organiser_id, given_name, family_name)
          select ${tx.organiser}, 'Kim', 'Andersson' from generate_series(1, 120) returning person_id),
        enrolled as (
          insert into people.enrolment (organiser_id, student_id, unit_id, school_form, starts)
          select ${tx.organiser}, person_id, ${big.units.get('norra')!}, 'GY', '2026-08-01' from person)
        insert into people.placement (organiser_id, student_id, as_of, unit_id, sort_name)
        select ${tx.organiser}, person_id, ${today}, ${big.units.get('norra')!}, 'Andersson Kim' from person`.execute(
        tx.q,
      ),
    );
  });

  const idsOf = (html: string) =>
    [...html.matchAll(/<th scope="row"[^>]*><a href="\/elever\/(\d+)"/g)].map((match) => match[1]!);

  test('every student stands on exactly one page, however equal they are', async () => {
    const { open } = await as('mats', big);
    const pages = await Promise.all(
      [1, 2, 3].map(async (page) => idsOf((await open(`/elever?sortera=klass&sida=${page}`)).html)),
    );
    const total = 120 + big.cast.students.length;
    expect(pages.map((page) => page.length)).toEqual([50, 50, total - 100]);
    expect(new Set(pages.flat()).size).toBe(total);
  });

  test('a page that does not exist is the last', async () => {
    const { open } = await as('mats', big);
    const { html } = await open('/elever?sida=99');
    expect(html).toContain('Sida 3 av 3');
    expect(idsOf(html)).toEqual(idsOf((await open('/elever?sida=3')).html));
  });

  test('the log has whom the page showed, and no name that was searched for', async () => {
    const { open } = await as('karin', big);
    const shown = idsOf((await open('/elever?namn=kim&sida=2')).html);
    const line = await lastLine(big, 'karin');
    expect(line).toMatchObject({ action: 'student.list', because: 'leads-unit' });
    expect(line.subjects.map(String).toSorted()).toEqual(shown.toSorted());
    expect(JSON.stringify(line)).not.toMatch(/kim/i);
  });
});

describe('as a file', () => {
  async function csv(person: string, query = '') {
    const { app } = await as(person);
    const response = await app.request(`/elever/ladda-ner?format=csv${query}`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = new TextDecoder('utf-8').decode(bytes).split('\r\n');
    return { response, lines: lines.slice(0, -1).map((line) => line.split(';')) };
  }

  test('has the whole selection in the same order, with the figures of the list', async () => {
    const { lines, response } = await csv('henrik', '&visa=aktiv');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="elever-2026-11-23.csv"');
    expect(lines.map((cells) => cells[0])).toEqual([
      'Namn',
      expect.stringMatching(/^Viktor /),
      'Nora Lindgren',
    ]);
    expect(lines[2]).toEqual([
      'Nora Lindgren',
      'Ekdalagymnasiet',
      'SA25B',
      'Samhällsvetenskapsprogrammet',
      'Maria Holm',
      '22',
      '18',
      '82',
      'Hög frånvaro, Ökande frånvaro',
      '2026-10-05',
    ]);
  });

  test('names no protected identity, nor the class, programme or mentor that would point at her', async () => {
    const { lines } = await csv('henrik');
    const masked = lines.filter((cells) => cells[0] === 'Skyddade uppgifter');
    expect(masked).toEqual([
      ['Skyddade uppgifter', 'Ekdalagymnasiet', '', '', '', '2', '18', '82', '', '2026-11-06'],
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/Agnes|Törnblad/);
  });

  test('a name that looks like a formula is only text', async () => {
    await withOrganiser(db, ekdala.organiser, (tx) =>
      sql`update people.person set given_name = '=1+1' where person_id = ${ekdala.persons.get('tuva')!}`.execute(
        tx.q,
      ),
    );
    const { lines } = await csv('henrik', '&namn=tuva');
    expect(lines[1]![0]).toBe("'=1+1 Blomgren");
  });

  test('in Excel, figures are figures and days are days', async () => {
    const { app } = await as('eva');
    const response = await app.request('/elever/ladda-ner?format=xlsx&signal=N01');
    expect(response.headers.get('content-type')).toContain('spreadsheetml');
    const [sheet] = await readExcel(Buffer.from(await response.arrayBuffer()));
    const rows = (sheet as unknown as { data: unknown[][] }).data;
    expect(rows.map((row) => row[0])).toEqual(['Namn', 'Nora Lindgren', expect.stringMatching(/^Elin /)]);
    expect(rows[1]![5]).toBe(22);
    expect(rows[1]![9]).toEqual(new Date('2026-10-05T00:00:00Z'));
  });

  test('is logged as an export, with how many and whom', async () => {
    await csv('sofia', '&klass=SA25B');
    const line = await lastLine(ekdala, 'sofia');
    expect(line).toMatchObject({
      action: 'student.export',
      because: 'health-team',
      detail: { count: 25, format: 'csv' },
    });
    expect(line.subjects).toHaveLength(25);
  });

  test('a mentor, who may read the list, may not take it out', async () => {
    const { open } = await as('maria');
    expect((await open('/elever/ladda-ner?format=csv')).status).toBe(404);
    expect((await open('/elever')).html).not.toContain('Ladda ner');
  });
});
