import { afterAll, expect, test } from 'vitest';
import { testDatabase } from '../../fixtures/test-database.ts';
import { facitOf, pullingSchool } from './ss12000-fixture.ts';

const { db } = await testDatabase();
const school = await pullingSchool(db, 'Hela kommunen');
afterAll(() => school.server.close());
const { data } = school.generated;

test('everything that the source tells comes in, and each student’s minutes are right to the minute', async () => {
  const { report, pulled } = await school.pull();
  expect(report?.state).toBe('done');
  for (const kind of ['elever', 'narvaro', 'betyg'] as const)
    expect([kind, report!.kinds[kind].refused]).toEqual([kind, []]);
  expect(report!.kinds.elever.created).toBe(40);
  expect(report!.kinds.betyg.created).toBe(data.lists.grades.size);
  expect(pulled.objects.studyplans).toBe(data.lists.studyplans.size);
  const minutes = await school.minutes();
  for (const [student, facit] of await facitOf(school.generated))
    expect([student, minutes.get(student)]).toEqual([student, facit]);
});

test('classes, teaching groups and mentors are those of the source', async () => {
  const [counts] = await school.ask<Record<string, number>>(
    `select (select count(distinct name) from people.student_group where kind = 'class')::int as classes,
       (select count(*) from people.student_group where kind = 'teaching')::int as teaching,
       (select count(distinct student_id) from people.mentorship where ends is null or ends > '2026-09-05')::int as mentored,
       (select count(*) from people.placement)::int as placed`,
  );
  const groups = [...data.lists.groups];
  const ofType = (type: string) => groups.filter((each) => each.groupType === type).length;
  expect(counts).toMatchObject({ classes: ofType('Klass'), teaching: ofType('Undervisning') });
  expect(counts!.mentored).toBe(counts!.placed);
});

test('school units are called as the source calls them', async () => {
  const unit = [...data.lists.organisations].find((each) => each.schoolUnitCode === '12345678')!;
  const named = await school.ask<{ name: string }>(
    `select name from organisation.school_unit where code = '12345678'`,
  );
  expect(named).toEqual([{ name: unit.displayName }]);
});

test('attendance does not stay in the mirror once it is imported, and nothing waits', async () => {
  const [rows] = await school.ask<{ kept: number; waits: number }>(
    `select count(*) filter (where resource = 'attendances')::int as kept,
       count(*) filter (where not applied and not (resource = 'calendarEvents' and body->>'start' > '2026-09-05'))::int as waits
     from ss12000.object`,
  );
  expect(rows).toEqual({ kept: 0, waits: 0 });
});

test('the next pull asks for what has changed, and changes nothing when nothing has', async () => {
  const before = await school.minutes();
  const asked = school.server.seen.length;
  const { report } = await school.pull({ on: '2026-09-06' });
  expect(report?.kinds.narvaro).toMatchObject({ created: 0, updated: 0, unchanged: 0 });
  expect(report?.kinds.elever).toMatchObject({ created: 0, updated: 0, unchanged: 40 });
  expect(await school.minutes()).toEqual(before);
  const lists = school.server.seen
    .slice(asked)
    .filter(({ path, query }) => path === '/attendances' && query.get('limit') !== '1');
  expect(lists.map(({ query }) => query.get('meta.modified.after'))).toEqual(['2026-09-05T06:50:00.000Z']);
});

test('a pull of everything anew changes nothing', async () => {
  const before = await school.minutes();
  const { report } = await school.pull({ on: '2026-09-06', since: new Date('2026-01-01T00:00:00Z') });
  expect(report?.kinds.narvaro).toMatchObject({ created: 0, updated: 0 });
  expect(report!.kinds.narvaro.unchanged).toBe(data.lists.attendances.size);
  expect(await school.minutes()).toEqual(before);
});
