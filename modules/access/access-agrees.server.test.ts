import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { testCivicNumber } from '../../fixtures/test-civic-numbers.ts';
import { testDatabase } from '../../fixtures/test-database.ts';
import { addDays } from '../../platform/local-date.ts';
import { dangerouslyAcrossOrganisers, type Tx, withOrganiser } from '../../platform/server/db.ts';
import { createOrganiser, ensureUnits } from '../organisation/index.ts';
import {
  addGuardian,
  appointMentor,
  assignTeacher,
  type DutyRole,
  enrolStudent,
  ensureGroup,
  giveDuty,
  joinGroup,
  registerPerson,
} from '../people/index.ts';
import { type Action, actions, loadActor, relationsTo, visibleStudents, whyMay } from './index.ts';

const { db } = await testDatabase();
const people = 6;
const unitsMade = 3;
const firstDay = '2026-11-20';
const roles: readonly DutyRole[] = [
  'mentor',
  'teacher',
  'principal',
  'health-team',
  'career-counsellor',
  'coach',
  'administrator',
  'head-of-education',
  'data-protection-officer',
];
let organiser = 0;

beforeAll(async () => {
  organiser = await dangerouslyAcrossOrganisers(db, (tx) =>
    createOrganiser(tx, { name: 'Slumpens skola', kind: 'region', isDemonstration: false }),
  );
});

const person = fc.nat(people - 1);
const unit = fc.nat(unitsMade - 1);
const dates = fc.record({ from: fc.nat(6), days: fc.option(fc.nat(4)) }).map(({ from, days }) => ({
  starts: addDays(firstDay, from),
  ends: days === null ? null : addDays(firstDay, from + days),
}));

/** A small school in which anything may hold for a few days. */
const school = fc.record({
  on: fc.nat(8).map((days) => addDays(firstDay, days)),
  ages: fc.array(fc.constantFrom('child', 'adult', 'unknown'), { minLength: people, maxLength: people }),
  enrolments: fc.array(fc.record({ student: person, unit, dates }), { minLength: 3, maxLength: 10 }),
  mentors: fc.array(fc.record({ student: person, mentor: person, dates }), { maxLength: 5 }),
  guardians: fc.array(fc.record({ student: person, guardian: person, dates }), { maxLength: 4 }),
  members: fc.array(fc.record({ student: person, group: unit, dates }), { maxLength: 6 }),
  teachers: fc.array(fc.record({ teacher: person, group: unit, dates }), { maxLength: 4 }),
  duties: fc.array(fc.record({ person, unit: fc.option(unit), role: fc.constantFrom(...roles), dates }), {
    minLength: 2,
    maxLength: 8,
  }),
});

type School = typeof school extends fc.Arbitrary<infer T> ? T : never;

async function build(tx: Tx, made: School): Promise<readonly number[]> {
  const byCode = await ensureUnits(
    tx,
    [1, 2, 3].map((n) => ({ code: `9900090${n}` })),
  );
  const units = [...byCode.values()];
  const groups: number[] = [];
  for (const unitId of units)
    groups.push(await ensureGroup(tx, { unitId, kind: 'teaching', name: `G${unitId}` }));
  const ids: number[] = [];
  for (const [index, age] of made.ages.entries()) ids.push(await registerPerson(tx, somebody(index, age)));
  for (const { student, unit: at, dates: when } of made.enrolments) {
    const place = { unitId: units[at]!, schoolForm: 'GY', programmeCode: null, yearOfStudy: null };
    await enrolStudent(tx, { studentId: ids[student]!, ...place, ...when });
  }
  for (const { student, mentor, dates: when } of made.mentors)
    await appointMentor(tx, { studentId: ids[student]!, mentorId: ids[mentor]!, ...when });
  for (const { student, guardian, dates: when } of made.guardians)
    await addGuardian(tx, { studentId: ids[student]!, guardianId: ids[guardian]!, ...when });
  for (const { student, group, dates: when } of made.members)
    await joinGroup(tx, { studentId: ids[student]!, groupId: groups[group]!, ...when });
  for (const { teacher, group, dates: when } of made.teachers)
    await assignTeacher(tx, { groupId: groups[group]!, teacherId: ids[teacher]!, ...when });
  for (const { person: holder, unit: at, role, dates: when } of made.duties)
    await giveDuty(tx, { personId: ids[holder]!, role, unitId: at === null ? null : units[at]!, ...when });
  return ids;
}

function somebody(index: number, age: string) {
  const born = { child: '2010-05-01', adult: '2008-05-01', unknown: null }[age];
  const civicNumber = born ? testCivicNumber(born, index) : null;
  return { givenName: `P${index}`, familyName: 'Slump', protection: 'none' as const, civicNumber };
}

class Undone extends Error {}

test('asked one by one and as a list, whatever school it is, whoever asks and on whatever day: the same students', async () => {
  let allowed = 0;
  await fc.assert(
    fc.asyncProperty(school, async (made) => {
      const undone = withOrganiser(db, organiser, async (tx) => {
        const ids = await build(tx, made);
        for (const id of ids) {
          const actor = (await loadActor(tx, id, made.on))!;
          const subjects = [];
          for (const each of ids) subjects.push(await relationsTo(tx, actor, each, made.on));
          for (const action of Object.keys(actions) as Action[]) {
            const one = subjects.filter((subject) => whyMay(actor, action, subject).allowed);
            const { rows } = await sql<{ person_id: number }>`
              select person_id from people.person
              where ${visibleStudents(actor, action, made.on, sql.ref('person_id'))} order by person_id`.execute(
              tx.q,
            );
            expect(rows.map((row) => row.person_id)).toEqual(one.map((subject) => subject.studentId));
            allowed += rows.length;
          }
        }
        throw new Undone();
      });
      await expect(undone).rejects.toThrow(Undone);
    }),
    { numRuns: 40 },
  );
  expect(allowed).toBeGreaterThan(100);
});
