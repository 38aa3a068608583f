import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { cast } from '../../fixtures/cast.ts';
import { expectedAccess, expectedPages } from '../../fixtures/expected-access.ts';
import { meantBy } from '../../fixtures/meant-by.ts';
import { type RegisteredOrganiser, registerCast } from '../../fixtures/register-cast.ts';
import { testDatabase } from '../../fixtures/test-database.ts';
import { type Tx, withOrganiser } from '../../platform/server/db.ts';
import {
  type Action,
  type Actor,
  actions,
  loadActor,
  relationsTo,
  type StudentSubject,
  visibleStudents,
  whyMay,
} from './index.ts';

const today = '2026-11-23';
const { db } = await testDatabase();
/** Open to everybody who works there, and about no student. */
const aboutNoStudent: readonly Action[] = ['thresholds.read', 'rules.read'];
const everyAction = Object.keys(actions) as Action[];
let organisers: readonly RegisteredOrganiser[] = [];

beforeAll(async () => {
  organisers = await registerCast(db, cast(today));
});

function expected(action: Action, person: string, registered: RegisteredOrganiser): readonly string[] {
  const words = expectedAccess[action][person]?.split(' ') ?? [];
  // Classmates have no row of their own in the table: each may open what is hers.
  if (words.length === 0 && person.startsWith('classmate-'))
    return ownActions.includes(action) ? [person] : [];
  return [...new Set(words.flatMap((word) => meantBy(word, registered.cast)))].toSorted();
}

const ownActions: readonly Action[] = ['student.read-own', 'wish.raise', 'export.student', 'people.log-read'];

/** Students by key, as the pages ask one by one, and as the lists ask in one condition. */
async function may(tx: Tx, actor: Actor, to: RegisteredOrganiser) {
  const students = to.cast.students.map(({ key }) => ({ key, id: to.persons.get(key)! }));
  const subjects: { key: string; subject: StudentSubject }[] = [];
  for (const { key, id } of students)
    subjects.push({ key, subject: await relationsTo(tx, actor, id, today) });
  const keys = new Map(students.map(({ key, id }) => [id, key]));
  return {
    oneByOne: (action: Action) =>
      subjects.filter(({ subject }) => whyMay(actor, action, subject).allowed).map(({ key }) => key),
    inOne: async (action: Action) => {
      const { rows } = await sql<{ student_id: number }>`
        select student_id from people.placement p where ${visibleStudents(actor, action, today)}`.execute(
        tx.q,
      );
      return rows.map((row) => keys.get(row.student_id) ?? 'somebody else');
    },
  };
}

describe.each([['ekdala'], ['norra']])('everybody at %s', (key) => {
  test('may do with each student what the table says, asked one by one and as a list', async () => {
    const registered = organisers.find((each) => each.cast.key === key)!;
    await withOrganiser(db, registered.organiser, async (tx) => {
      for (const [person, id] of registered.persons) {
        const actor = (await loadActor(tx, id, today))!;
        const asked = await may(tx, actor, registered);
        for (const action of everyAction) {
          const wanted = aboutNoStudent.includes(action) ? [] : expected(action, person, registered);
          expect([person, action, asked.oneByOne(action).toSorted()]).toEqual([person, action, wanted]);
          expect([person, action, (await asked.inOne(action)).toSorted()]).toEqual([person, action, wanted]);
        }
      }
    });
  });

  test('may open the pages that are about no student as the table says', async () => {
    const registered = organisers.find((each) => each.cast.key === key)!;
    await withOrganiser(db, registered.organiser, async (tx) => {
      for (const [action, names] of Object.entries(expectedPages)) {
        const open: string[] = [];
        for (const [person, id] of registered.persons) {
          const actor = (await loadActor(tx, id, today))!;
          if (whyMay(actor, action as Action, 'organiser').allowed) open.push(person);
        }
        const wanted = names.split(/\s+/).filter((name) => registered.persons.has(name));
        expect([action, open.toSorted()]).toEqual([action, wanted.toSorted()]);
      }
    });
  });
});

test('nobody reaches anybody of the other organiser, with whatever ids', async () => {
  for (const [mine, theirs] of [organisers, organisers.toReversed()] as [
    RegisteredOrganiser,
    RegisteredOrganiser,
  ][]) {
    for (const id of mine.persons.values()) {
      const actor = await withOrganiser(db, mine.organiser, (tx) => loadActor(tx, id, today));
      const disguised = { ...actor!, organiser: theirs.organiser };
      await withOrganiser(db, theirs.organiser, async (tx) => {
        expect(await loadActor(tx, id, today)).toBeUndefined();
        for (const one of [actor!, disguised]) {
          const asked = await may(tx, withoutUnits(one, one === disguised), theirs);
          for (const action of everyAction) {
            expect(asked.oneByOne(action)).toEqual([]);
            expect(await asked.inOne(action)).toEqual([]);
          }
        }
      });
      await withOrganiser(db, mine.organiser, async (tx) => {
        const asked = await may(tx, actor!, theirs);
        for (const action of everyAction) expect(asked.oneByOne(action)).toEqual([]);
      });
    }
  }
});

/** A disguise keeps its unit duties and relations, but not a duty for the whole organiser, which nobody but `loadActor` gives. */
function withoutUnits(actor: Actor, disguised: boolean): Actor {
  return disguised ? { ...actor, duties: actor.duties.filter(({ unitId }) => unitId !== null) } : actor;
}

test('a relation ends with its last day, and begins with its first', async () => {
  const [ekdala] = organisers as [RegisteredOrganiser];
  const { liv, johan, maria, daniel, alva } = Object.fromEntries(ekdala.persons) as Record<string, number>;
  const reads = (person: number, student: number, on: string) =>
    withOrganiser(db, ekdala.organiser, async (tx) => {
      const actor = (await loadActor(tx, person, on))!;
      return whyMay(actor, 'student.read', await relationsTo(tx, actor, student, on)).allowed;
    });
  expect(await reads(johan!, liv!, '2026-10-18')).toBe(true);
  expect(await reads(johan!, liv!, '2026-10-19')).toBe(false);
  expect(await reads(maria!, liv!, '2026-10-18')).toBe(false);
  expect(await reads(maria!, liv!, '2026-10-19')).toBe(true);
  expect(await reads(daniel!, alva!, '2026-10-23')).toBe(false);
  expect(await reads(daniel!, alva!, '2026-10-24')).toBe(true);
});

test('a principal for whom no unit is told leads none, while a head of education has them all', async () => {
  const [ekdala] = organisers as [RegisteredOrganiser];
  const reads = (role: 'principal' | 'head-of-education') =>
    withOrganiser(db, ekdala.organiser, async (tx) => {
      const duty = { role, unitId: null, unitName: null, title: null, since: today };
      const actor = { ...(await loadActor(tx, ekdala.persons.get('tobias')!, today))!, duties: [duty] };
      const asked = await may(tx, actor, ekdala);
      return [asked.oneByOne('student.read').length, (await asked.inOne('student.read')).length];
    });
  expect(await reads('principal')).toEqual([0, 0]);
  expect(await reads('head-of-education')).toEqual([30, 30]);
});
