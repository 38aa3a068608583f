import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { cast } from '../../fixtures/cast.ts';
import { type RegisteredOrganiser, registerCast } from '../../fixtures/register-cast.ts';
import { testDatabase } from '../../fixtures/test-database.ts';
import { type Tx, withOrganiser } from '../../platform/server/db.ts';
import {
  appointMentor,
  displayName,
  displayNameSql,
  dutiesHeld,
  joinGroup,
  mentorOf,
  type Protection,
  personsByName,
  personsLike,
  refreshPlacements,
  studentCard,
  withProtectedIdentity,
} from './index.ts';

const today = '2026-11-23';
const { db } = await testDatabase();
let ekdala: RegisteredOrganiser;
let norra: RegisteredOrganiser;

beforeAll(async () => {
  [ekdala, norra] = (await registerCast(db, cast(today))) as [RegisteredOrganiser, RegisteredOrganiser];
});

const within = <T>(work: (tx: Tx) => Promise<T>) => withOrganiser(db, ekdala.organiser, work);
const id = (key: string) => ekdala.persons.get(key)!;

describe('the card of a student', () => {
  test('says who she is, where she goes and who is around her', async () => {
    const card = await within((tx) => studentCard(tx, id('nora'), today));
    expect(card).toMatchObject({
      name: 'Nora Lindgren',
      givenName: 'Nora',
      unitName: 'Ekdalagymnasiet',
      className: 'SA25B',
      programmeCode: 'SASAP',
      yearOfStudy: 2,
      age: 17,
      homeMunicipality: '0180',
      mentors: [{ name: 'Maria Holm', since: '2025-08-18' }],
      guardians: [{ name: 'Peter Lindgren' }, { name: 'Åsa Lindgren' }],
    });
  });

  test('says nothing that names or places a protected identity', async () => {
    const card = await within((tx) => studentCard(tx, id('skyddad'), today));
    expect(card).toMatchObject({
      name: 'Skyddade uppgifter',
      givenName: null,
      homeMunicipality: null,
      guardians: [],
    });
    expect(JSON.stringify(card)).not.toMatch(/Agnes|Törnblad/);
  });

  test('shows no guardians of somebody who has come of age', async () => {
    expect((await within((tx) => studentCard(tx, id('isak'), today)))?.guardians).toEqual([]);
    expect((await within((tx) => studentCard(tx, id('alva'), today)))?.guardians).toHaveLength(1);
  });

  test('follows a move between schools on its day', async () => {
    const before = await within((tx) => studentCard(tx, id('liv'), '2026-10-18'));
    expect(before).toMatchObject({
      unitName: 'Hamngymnasiet',
      className: 'SA25H',
      mentors: [{ name: 'Johan Wester' }],
    });
    const after = await within((tx) => studentCard(tx, id('liv'), '2026-10-19'));
    expect(after).toMatchObject({
      unitName: 'Ekdalagymnasiet',
      className: 'SA25B',
      mentors: [{ name: 'Maria Holm' }],
    });
    expect(after?.enrolments).toHaveLength(2);
  });

  test('is not known at another organiser', async () => {
    expect(
      await withOrganiser(db, norra.organiser, (tx) => studentCard(tx, id('nora'), today)),
    ).toBeUndefined();
  });

  test('says that the age is not known where no civic number is', async () => {
    expect((await within((tx) => studentCard(tx, id('meron'), today)))?.age).toBeNull();
  });
});

describe('placements', () => {
  const placements = (tx: Tx) =>
    tx.q
      .selectFrom('people.placement')
      .selectAll()
      .where('organiser_id', '=', tx.organiser)
      .orderBy('sort_name')
      .execute();

  test('stand in Swedish order, protected identities last and alike', async () => {
    const rows = await within(placements);
    const names = rows.map((row) => row.sort_name);
    expect(names.slice(0, 2)).toEqual(['Abdi Hassan', 'Ahlman Viktor']);
    expect(names.slice(-3)).toEqual(['Warsame Yusuf', 'Wretman Kajsa', '\uffff']);
    expect(rows.at(-1)?.student_id).toBe(id('skyddad'));
  });

  test('of a day gone by are those of that day, and only the asked students are touched', async () => {
    await within(async (tx) => {
      await refreshPlacements(tx, '2026-10-18', [id('liv')]);
      const rows = new Map((await placements(tx)).map((row) => [row.student_id, row]));
      expect(rows.get(id('liv'))).toMatchObject({
        as_of: '2026-10-18',
        class_name: 'SA25H',
        mentor_id: id('johan'),
      });
      expect(rows.get(id('nora'))).toMatchObject({ as_of: today, class_name: 'SA25B' });
    });
    await within((tx) => refreshPlacements(tx, today));
  });

  test('leave out who is enrolled nowhere that day, and take them back', async () => {
    await within(async (tx) => {
      const before = (await placements(tx)).length;
      await refreshPlacements(tx, '2024-08-17');
      expect(await placements(tx)).toEqual([]);
      await refreshPlacements(tx, today);
      expect(await placements(tx)).toHaveLength(before);
    });
  });

  test('take the class and the mentor that came last, when nobody has ended the one before', async () => {
    await within(async (tx) => {
      const groupId = ekdala.groups.get('FT25A')!;
      await joinGroup(tx, { studentId: id('elin'), groupId, starts: '2026-11-01' });
      await appointMentor(tx, { studentId: id('elin'), mentorId: id('karim'), starts: '2026-11-01' });
      await refreshPlacements(tx, today, [id('elin')]);
      const elin = (await placements(tx)).find((row) => row.student_id === id('elin'));
      expect(elin).toMatchObject({ class_name: 'FT25A', mentor_id: id('karim') });
      await sql`rollback`.execute(tx.q);
    });
  });

  test('stay as they are when nobody is asked about', async () => {
    await within(async (tx) => {
      const before = await placements(tx);
      await refreshPlacements(tx, '2024-08-17', []);
      expect(await placements(tx)).toEqual(before);
    });
  });
});

describe('names', () => {
  test.each(['Maria Holm', 'holm maria', ' HOLM,  Maria '])('"%s" is Maria Holm', async (text) => {
    expect(await within((tx) => personsByName(tx, text))).toEqual([
      { personId: id('maria'), name: 'Maria Holm' },
    ]);
  });

  test.each(['Agnes Törnblad', 'agnes', 'törn'])(
    '"%s" does not lead to a protected identity',
    async (text) => {
      expect(await within((tx) => personsByName(tx, text))).toEqual([]);
      expect(await within((tx) => personsLike(tx, text, 10))).toEqual([]);
    },
  );

  test('a part of a name is enough for a search, one letter is not', async () => {
    expect(await within((tx) => personsLike(tx, 'lindgr', 10))).toHaveLength(3);
    expect(await within((tx) => personsLike(tx, 'l', 10))).toEqual([]);
    expect(await within((tx) => personsLike(tx, '%', 10))).toEqual([]);
  });

  test('the real name is there for the one function whose name says so', async () => {
    const identity = await within((tx) => withProtectedIdentity(tx, id('skyddad')));
    expect(identity).toMatchObject({ givenName: 'Agnes', familyName: 'Törnblad' });
  });
});

test('the mentor of the day is the one appointed last', async () => {
  expect(await within((tx) => mentorOf(tx, id('liv'), today))).toMatchObject({
    name: 'Maria Holm',
    since: '2026-10-19',
  });
  expect(await within((tx) => mentorOf(tx, id('liv'), '2024-01-01'))).toBeNull();
});

test('the duties of a unit are its own and those for the whole organiser', async () => {
  const units = [ekdala.units.get('hamn')!];
  const held = await within((tx) => dutiesHeld(tx, today, { units, page: 1, size: 50 }));
  const duties = ekdala.cast.staff.flatMap((each) => each.duties.map((duty) => ({ ...duty, key: each.key })));
  const there = duties.filter(({ unit }) => unit === null || unit === 'hamn');
  expect(new Set(held.duties.map(({ personId }) => personId))).toEqual(
    new Set(there.map(({ key }) => id(key))),
  );
  expect(held.duties.map(({ name }) => name)).not.toContain('Henrik Sandell');
  expect(held.duties.find(({ role }) => role === 'mentor')).toMatchObject({
    name: 'Johan Wester',
    mentors: 2,
  });
  const page = await within((tx) => dutiesHeld(tx, today, { units: 'every', page: 2, size: 10 }));
  expect([page.duties.length, page.total]).toEqual([10, duties.length]);
});

test('the database refuses a civic number in any other form than twelve characters', async () => {
  const wrong = within((tx) =>
    sql`update people.person set civic_number = '090908-2380' where person_id = ${id('nora')}`.execute(tx.q),
  );
  await expect(wrong).rejects.toThrow('person_civic_number_check');
});

test('a name is shown alike by the program and by the database', async () => {
  const { rows } = await within((tx) =>
    sql<{ shown: string; given_name: string; family_name: string; protection: Protection }>`
      select ${sql.raw(displayNameSql('p'))} as shown, given_name, family_name, protection from people.person p`.execute(
      tx.q,
    ),
  );
  expect(rows.some((row) => row.protection !== 'none')).toBe(true);
  for (const { shown, given_name, family_name, protection } of rows)
    expect(shown).toBe(displayName({ givenName: given_name, familyName: family_name, protection }));
});
