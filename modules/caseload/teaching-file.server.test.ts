import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { cast } from '../../fixtures/cast.ts';
import { loadCast } from '../../fixtures/load-cast.ts';
import type { RegisteredOrganiser } from '../../fixtures/register-cast.ts';
import { testDatabase } from '../../fixtures/test-database.ts';
import { withOrganiser } from '../../platform/server/db.ts';
import { loadActor } from '../access/index.ts';
import { teachingFile } from './queries/teaching-file.ts';

const today = '2026-11-23';
const { db } = await testDatabase();
let ekdala: RegisteredOrganiser;

beforeAll(async () => {
  const organisers = await loadCast(db, cast(today));
  ekdala = organisers.find((each) => each.cast.key === 'ekdala')!;
  await withOrganiser(db, ekdala.organiser, (tx) =>
    sql`insert into grades.grade (organiser_id, student_id, course_code, graded_on, scale, value, is_pass)
      select ${tx.organiser}, ${ekdala.persons.get('nora')!}, code, '2026-11-20', 'A-F', 'E', true
      from unnest(array['SAMH2000X', 'ENGE2000X']) code`.execute(tx.q),
  );
});

/** What a teacher sees of Nora. */
async function seenBy(teacher: string) {
  return withOrganiser(db, ekdala.organiser, async (tx) => {
    const actor = (await loadActor(tx, ekdala.persons.get(teacher)!, today))!;
    return teachingFile(tx, actor, ekdala.persons.get('nora')!, today);
  });
}

test('a teacher sees attendance and grades in the courses taught, and no other', async () => {
  const file = (await seenBy('tobias'))!;
  expect(file.courses.map((course) => course.courseCode).toSorted()).toEqual(['GEOG1000X', 'SAMH2000X']);
  expect(file.grades.map((grade) => grade.courseCode)).toEqual(['SAMH2000X']);
});

test('a teacher who teaches her nothing finds no such page', async () => {
  expect(await seenBy('johan')).toBeUndefined();
});
