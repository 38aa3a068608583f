import { beforeAll, describe, expect, test } from 'vitest';
import { cast } from '../../fixtures/cast.ts';
import { loadCast } from '../../fixtures/load-cast.ts';
import { testDatabase } from '../../fixtures/test-database.ts';
import { withOrganiser } from '../../platform/server/db.ts';
import { loadActor } from '../access/index.ts';
import { record } from '../audit/index.ts';
import { raiseConcern } from '../concerns/index.ts';
import { everything, extractOf, type Files, takenOut } from './export-fixture.ts';
import { findStudent } from './queries/find-student.ts';
import { scopeOf } from './scope.ts';
import { furtherSheets, portableSheets } from './sheets/extract-sheets.ts';
import { lessonsQuery, periodTotalsQuery } from './table-query.ts';
import { exportedTables, extractCoverage, tablesLeftOut, tablesWithin } from './tables.ts';

const { db } = await testDatabase({
  name: 'cast 2026-11-22 for export',
  fill: async (filled) => void (await loadCast(filled, cast('2026-11-23'))),
});
const whole = scopeOf(1, '2026-11-22', everything);
let ekdala = 0;
const ids = new Map<string, number>();

beforeAll(async () => {
  const { rows } = await db.pool.query(
    `select organiser_id, person_id, given_name || ' ' || family_name as name from people.person order by organiser_id`,
  );
  ekdala = rows[0].organiser_id;
  for (const row of rows) ids.set(row.name, row.person_id);
});

/** Every table with rows of an organiser; parts of a large table are not tables of their own. */
async function tablesWith(columns: readonly string[]): Promise<readonly string[]> {
  const { rows } = await db.pool.query(
    `select distinct c.table_schema || '.' || c.table_name as name from information_schema.columns c
     join pg_class t on t.oid = format('%I.%I', c.table_schema, c.table_name)::regclass
     where c.column_name = any($1) and t.relkind in ('r', 'p') and not t.relispartition
       and c.table_schema not in ('pg_catalog', 'information_schema') order by 1`,
    [columns],
  );
  return rows.map(({ name }) => name);
}

describe('nothing is locked in', () => {
  test('every table goes out, or is named with the reason why it does not', async () => {
    const told = [exportedTables, tablesWithin, tablesLeftOut].flatMap((each) => Object.keys(each));
    expect(told.toSorted()).toEqual(await tablesWith(['organiser_id']));
    expect(new Set(told).size).toBe(told.length);
  });

  test('every table with rows about a person is in the register extract, or is named with the reason', async () => {
    const about = await tablesWith(['student_id', 'person_id', 'subjects']);
    expect(Object.keys(extractCoverage).toSorted()).toEqual(about);
    const sheets = [...portableSheets, ...furtherSheets].map(({ file }) => file);
    for (const told of Object.values(extractCoverage))
      if ('sheet' in told) expect(sheets).toContain(told.sheet);
  });

  test('every reason is a sentence', () => {
    for (const reason of Object.values(tablesLeftOut)) expect(reason).toMatch(/^[A-ZÅÄÖ].{15,}\.$/);
  });
});

describe('the whole of an organiser', () => {
  let files: Files;

  beforeAll(async () => {
    await withOrganiser(db, ekdala, async (tx) => {
      const { rows } = await tx.client.query(
        `select student_id, signal, since::text from signals.signal where until is null and state = 'aktiv' and signal like 'N%' limit 1`,
      );
      const [open] = rows;
      expect(open).toBeDefined();
      await tx.client.query(
        `insert into signals.feedback (organiser_id, request_key, student_id, signal, since, reason, given_by, given_on)
         values ($1, gen_random_uuid(), $2, $3, $4, 'already-known', $5, '2026-11-20')`,
        [ekdala, open.student_id, open.signal, open.since, ids.get('Maria Holm')],
      );
    });
    files = await takenOut(db, ekdala, { ...everything, withProtected: true });
  });

  test('has every row of every table that goes out', async () => {
    for (const table of [...Object.keys(exportedTables), 'attendance.period_total']) {
      const { rows } = await db.pool.query(
        `select count(*)::int as n from ${table} where organiser_id = $1`,
        [ekdala],
      );
      const out = files.get(`json/${table}.jsonl`)?.split('\n').filter(Boolean);
      expect([table, out?.length]).toEqual([table, rows[0].n]);
    }
  });

  test('has every lesson, each in its month', async () => {
    const { rows } = await db.pool.query(
      `select to_char(day, 'YYYY-MM') as month, count(*)::int as n from attendance.lesson where organiser_id = $1 group by 1 order by 1`,
      [ekdala],
    );
    expect(rows.length).toBeGreaterThan(2);
    for (const { month, n } of rows) {
      expect([month, files.get(`narvaro-${month}.csv`)?.trim().split('\r\n').length]).toEqual([month, n + 1]);
      expect(files.get(`json/attendance.lesson-${month}.jsonl`)?.trim().split('\n').length).toBe(n);
    }
  });

  test('has every column of a lesson and of a total, by name or in words', async () => {
    const inWords = ['organiser_id', 'activity_id', 'reason_id', 'change_set'];
    const shown = (query: string) => `${query} l.${inWords.join(' l.')}`;
    for (const [table, query] of [
      ['lesson', shown(lessonsQuery(whole, '2026-11-01'))],
      ['period_total', shown(periodTotalsQuery(whole))],
    ] as const) {
      const { rows } = await db.pool.query(
        `select column_name as name from information_schema.columns where table_schema = 'attendance' and table_name = $1`,
        [table],
      );
      expect(rows.length).toBeGreaterThan(10);
      for (const { name } of rows)
        expect([table, name, query.includes(`l.${name}`)]).toEqual([table, name, true]);
    }
  });

  test('has the other organiser’s nowhere', () => {
    for (const [name, text] of files) {
      expect([name, /Norra Fria|Norling|Petrović/.test(text)]).toEqual([name, false]);
      if (name.startsWith('json/')) expect([name, text.includes('organiser_id')]).toEqual([name, false]);
    }
  });

  test('has no session, and no hash of one', () => {
    expect([...files.keys()].filter((name) => name.includes('session'))).toEqual([]);
    for (const [name, text] of files) expect([name, text.includes('token_hash')]).toEqual([name, false]);
  });

  test('has what was said and thought in words', () => {
    expect(files.get('samtal.csv')).toContain('Samtal med');
    expect(files.get('samtal.csv')).toMatch(/Maria Holm;(Går bra|Behöver något|Behöver mer);/);
    expect(files.get('signaler.csv')).toMatch(/N01;Hög frånvaro;2026-.*Frånvaro \d+/);
    expect(files.get('aterkoppling.csv')).toContain('Vi känner redan till det');
    expect(files.get('personal.csv')).toContain('Rektor');
    expect(files.get('vardnadshavare.csv')).toContain('Lindgren');
    expect(files.get('loggen.csv')).toContain('ta ut uppgifterna som filer');
  });
});

describe('protected identities', () => {
  const secrets = async (): Promise<readonly string[]> => {
    const { rows } = await db.pool.query(
      `select given_name, family_name, civic_number, email, federated_name from people.person
       where organiser_id = $1 and protection <> 'none'`,
      [ekdala],
    );
    return rows
      .flatMap((row) => [row.family_name, row.civic_number, row.email, row.federated_name])
      .filter(Boolean);
  };

  test('are left out of every file, and counted', async () => {
    const files = await takenOut(db, ekdala);
    const hidden = await secrets();
    expect(hidden.length).toBeGreaterThan(1);
    for (const [name, text] of files)
      for (const secret of hidden)
        expect([name, secret, text.includes(secret)]).toEqual([name, secret, false]);
    expect(files.get('LÄSMIG.txt')).toMatch(/\d elev.* med skyddade uppgifter är inte med/);
  });

  test('come along when it is chosen, and are marked', async () => {
    const files = await takenOut(db, ekdala, { ...everything, withProtected: true });
    const marked = files
      .get('elever.csv')
      ?.split('\r\n')
      .filter((line) => /Sekretessmarkering;|Skyddad folkbokföring;/.test(line));
    expect(marked!.length).toBeGreaterThan(0);
    expect(files.get('LÄSMIG.txt')).toContain('med skyddade uppgifter är med');
  });
});

describe('the units of an administrator', () => {
  test('have their own students, and nothing of what was said about anybody', async () => {
    const { rows } = await db.pool.query(
      `select unit_id, name from organisation.school_unit where organiser_id = $1 order by name`,
      [ekdala],
    );
    const hamn = rows.find(({ name }) => /Hamn/.test(name));
    const files = await takenOut(db, ekdala, { ...everything, units: [hamn.unit_id] });
    expect(files.get('elever.csv')).not.toContain('Lindgren');
    expect(files.get('json/people.person.jsonl')).not.toContain('Lindgren');
    expect(files.get('elever.csv')!.split('\r\n').length).toBeGreaterThan(2);
    expect(
      [...files.keys()].filter((name) => /samtal|oro|signal|logg|audit|concern|talk/.test(name)),
    ).toEqual([]);
    const students = new Set(
      (
        await db.pool.query(
          `select student_id from people.enrolment where organiser_id = $1 and unit_id = $2`,
          [ekdala, hamn.unit_id],
        )
      ).rows.map((row) => row.student_id),
    );
    for (const [name, text] of files) {
      if (!name.startsWith('json/attendance')) continue;
      for (const line of text.split('\n').filter(Boolean))
        expect(students.has(JSON.parse(line).student_id)).toBe(true);
    }
  });

  test('have of a student who moved only the days when she went there', async () => {
    const { rows } = await db.pool.query(
      `select e.student_id, e.unit_id, e.ends::text from people.enrolment e where organiser_id = $1 and ends is not null
         and exists (select from attendance.lesson l where l.organiser_id = e.organiser_id and l.student_id = e.student_id and l.day > e.ends)
         and exists (select from attendance.lesson l where l.organiser_id = e.organiser_id and l.student_id = e.student_id and l.day <= e.ends)
       limit 1`,
      [ekdala],
    );
    const [moved] = rows;
    expect(moved).toBeDefined();
    const files = await takenOut(db, ekdala, { ...everything, units: [moved.unit_id] });
    const days = [...files]
      .filter(([name]) => name.startsWith('json/attendance.lesson'))
      .flatMap(([, text]) =>
        text
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line)),
      )
      .filter(({ student_id }) => student_id === moved.student_id)
      .map(({ day }) => day);
    expect(days.length).toBeGreaterThan(0);
    expect(days.filter((day: string) => day > moved.ends)).toEqual([]);
  });
});

describe('the register extract', () => {
  test('has what there is about the student, and nobody else’s', async () => {
    const files = await extractOf(db, ekdala, ids.get('Nora Lindgren')!);
    const page = files.get('Registerutdrag.html')!;
    for (const title of ['Lektioner', 'Samtal', 'Signaler', 'Vem har läst om dig'])
      expect(page).toContain(`>${title}</h2>`);
    const all = JSON.parse(files.get('registerutdrag.json')!);
    expect(all.elever[0]).toMatchObject({ Förnamn: 'Nora', Efternamn: 'Lindgren' });
    expect(all.narvaro.length).toBeGreaterThan(50);
    expect(all.signaler.map((row: Record<string, string>) => row.Underlag).join()).toMatch(/Frånvaro \d+/);
    expect(all['vem-har-last'].at(-1)).toMatchObject({ Gjorde: 'ta ut registerutdrag om en elev' });
    for (const [name, text] of files) expect([name, /Yusuf|Tuva/.test(text)]).toEqual([name, false]);
    expect(page).not.toMatch(/<script|href=|src=/);
  });

  test('says what an import changed, but no number of a mentor', async () => {
    const nora = ids.get('Nora Lindgren')!;
    await db.pool.query(
      `with run as (insert into imports.run (organiser_id, source, state) values ($1, 'elever.csv', 'done') returning run_id),
         missing as (insert into imports.missing_student select $1, run_id, 1, $2 from run)
       insert into imports.difference (organiser_id, run_id, number, kind, student_id, masked, before, after)
       select $1, run_id, n, kind, $2, false, before, after from run, (values (1, 'class', 'SA25A', 'SA25B'),
         (2, 'mentor', '4711', '4712')) told(n, kind, before, after)`,
      [ekdala, nora],
    );
    const { andringar } = JSON.parse((await extractOf(db, ekdala, nora)).get('registerutdrag.json')!);
    expect(andringar).toMatchObject([
      { Vad: 'stod inte med i filerna' },
      { Vad: 'byter klass', Förut: 'SA25A', Nu: 'SA25B' },
      { Vad: 'byter mentor', Förut: null, Nu: null },
    ]);
  });

  test('has the numbers that the student had before, and what the log tells of them', async () => {
    const tuva = (await db.pool.query(`select person_id from people.person where given_name = 'Tuva'`))
      .rows[0].person_id;
    const gone = 990_001;
    await withOrganiser(db, ekdala, async (tx) => {
      await tx.client.query(
        `insert into people.known_source_id (organiser_id, source_id, person_id) values ($1, 'GAMMAL-1', $2)`,
        [ekdala, tuva],
      );
      await tx.client.query(
        `insert into people.merge (organiser_id, change_set, gone_id, into_id, merged_at, merged_by) values ($1, 1, $3, $2, now(), $2)`,
        [ekdala, tuva, gone],
      );
      const line = {
        actor: null,
        action: 'student.read',
        because: 'system',
        at: new Date('2026-09-01T08:00:00Z'),
      };
      record(tx, { ...line, what: 'Innan de var en', subjects: [gone] });
    });
    const all = JSON.parse((await extractOf(db, ekdala, tuva)).get('registerutdrag.json')!);
    expect(all.identiteter).toContainEqual(expect.objectContaining({ 'Också känd som': 'GAMMAL-1' }));
    expect(all['vem-har-last']).toContainEqual(expect.objectContaining({ Vad: 'Innan de var en' }));
    await withOrganiser(db, ekdala, async (tx) => {
      expect(await findStudent(tx, 'GAMMAL-1', '2026-11-22')).toMatchObject({ studentId: tuva });
    });
  });

  test('has a portable part in the formats that are read', async () => {
    const files = await extractOf(db, ekdala, ids.get('Nora Lindgren')!);
    const portable = [...files.keys()].filter((name) => name.startsWith('flyttbara-uppgifter/'));
    expect(portable.map((name) => name.split('/')[1]).toSorted()).toEqual(
      [
        'betyg.csv',
        'elever.csv',
        'narvaro.csv',
        'narvaro_summa.csv',
        'slutbetyg.csv',
        'uppgifter.json',
      ].toSorted(),
    );
  });

  test('does not say who raised a concern, in any file', async () => {
    const nora = ids.get('Nora Lindgren')!;
    const teacher = await withOrganiser(db, ekdala, async (tx) => {
      const { rows } = await tx.client.query(
        `select p.person_id, p.family_name from people.person p
         where exists (select from people.duty d where d.organiser_id = p.organiser_id and d.person_id = p.person_id and d.role = 'teacher')
           and not exists (select from people.mentorship m where m.organiser_id = p.organiser_id and m.mentor_id = p.person_id) limit 1`,
      );
      const actor = (await loadActor(tx, rows[0].person_id, '2026-11-20'))!;
      const draft = {
        requestKey: crypto.randomUUID(),
        kind: 'staff-concern',
        area: 'wellbeing',
        chosenAdult: null,
      };
      const now = new Date('2026-11-20T08:00:00Z');
      const raised = await raiseConcern(tx, { actor, studentId: nora, draft, today: '2026-11-20', now });
      expect(raised).toMatchObject({ ok: true });
      return rows[0];
    });
    const files = await extractOf(db, ekdala, nora);
    const all = JSON.parse(files.get('registerutdrag.json')!);
    expect(all.oro).toContainEqual(
      expect.objectContaining({ Område: 'Mående', 'Lyft av': 'Någon som arbetar på skolan' }),
    );
    expect(all['vem-har-last']).toContainEqual(
      expect.objectContaining({ Vad: 'Oro', Vem: 'Någon som arbetar på skolan', 'Därför att': null }),
    );
    for (const [name, text] of files)
      expect([name, text.includes(teacher.family_name)]).toEqual([name, false]);
  });
});
