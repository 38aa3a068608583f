import { expect, onTestFinished, test } from 'vitest';
import type { Mode, SchoolObject } from '../../fixtures/ss12000-server/index.ts';
import { testCivicNumber } from '../../fixtures/test-civic-numbers.ts';
import { testDatabase } from '../../fixtures/test-database.ts';
import { withOrganiser } from '../../platform/server/db.ts';
import { ensureUnits } from '../organisation/index.ts';
import { enrolStudent, registerPerson } from '../people/index.ts';
import { facitOf, on, pullingSchool } from './ss12000-fixture.ts';

const { db } = await testDatabase();

async function schoolOf(name: string, mode: Mode = 'v2.1') {
  const school = await pullingSchool(db, name, { mode, students: 30 });
  onTestFinished(() => school.server.close());
  return school;
}

test('the older edition of the standard gives the same students and the same minutes', async () => {
  const school = await schoolOf('Äldre', 'v2.0');
  const { report } = await school.pull();
  expect(report!.kinds.elever).toMatchObject({ created: 30, refused: [] });
  const minutes = await school.minutes();
  for (const [student, facit] of await facitOf(school.generated)) expect(minutes.get(student)).toEqual(facit);
});

test('a source with the roster and nothing more gives the roster, and no lesson counts as unreported', async () => {
  const school = await schoolOf('Skolverkets', 'dnp');
  const { report, pulled } = await school.pull();
  const withNumber = [...school.generated.data.lists.persons].filter(
    (each) => each.civicNo && (each.enrolments as object[]).length > 0,
  );
  expect(report!.kinds.elever).toMatchObject({ created: withNumber.length, refused: [] });
  expect(Object.keys(pulled.objects).toSorted()).toEqual([
    'activities',
    'duties',
    'groups',
    'organisations',
    'persons',
  ]);
  expect(await school.minutes()).toEqual(new Map());
});

test('a source that gives sums and has no pages adds its minutes to students who came by file', async () => {
  const school = await schoolOf('Summor', 'aggregated-only');
  const students = [...school.generated.data.lists.persons].filter(
    (each) => (each.enrolments as object[]).length > 0,
  );
  await withOrganiser(db, school.organiser.id, async (tx) => {
    const units = await ensureUnits(tx, [{ code: '12345678' }]);
    const names = { givenName: 'Elev', familyName: 'Elevsson', protection: 'none' } as const;
    const enrolment = { schoolForm: 'GY', programmeCode: null, yearOfStudy: null, starts: '2026-08-17' };
    for (const { id } of students) {
      const studentId = await registerPerson(tx, { ...names, sourceId: id });
      await enrolStudent(tx, { ...enrolment, studentId, unitId: units.get('12345678')! });
    }
  });
  const { report, pulled } = await school.pull();
  expect(pulled.withoutPages).toEqual(['aggregatedAttendance']);
  expect(report!.kinds.narvaro_summa.refused).toEqual([]);
  const minutes = await school.minutes();
  for (const [student, facit] of await facitOf(school.generated)) expect(minutes.get(student)).toEqual(facit);
  const again = await school.pull({ on: '2026-09-06' });
  expect([again.report, again.pulled.objects.aggregatedAttendance! > 0]).toEqual([null, true]);
  expect(await school.minutes()).toEqual(minutes);
});

test('a student at two units is enrolled at both, with the groups of each', async () => {
  const school = await schoolOf('Två enheter');
  const { data } = school.generated;
  const unit = [...data.lists.organisations].find((each) => each.schoolUnitCode)!;
  const other: SchoolObject = {
    ...unit,
    id: 'cccccccc-0000-4000-8000-000000000001',
    schoolUnitCode: '87654321',
  };
  // A part of a unit has no code of its own: that of the unit above it counts.
  const part: SchoolObject = {
    id: 'cccccccc-0000-4000-8000-000000000002',
    meta: unit.meta,
    displayName: 'Teknikprogrammet',
    organisationType: 'Övrigt',
    parentOrganisation: { id: other.id },
  };
  data.put('organisations', [other, part]);
  const student = [...data.lists.persons].find((each) => (each.enrolments as object[]).length > 0)!;
  const [first] = student.enrolments as Record<string, unknown>[];
  const second = { ...first, enroledAt: { id: part.id }, startDate: '2026-08-17' };
  data.put('persons', [{ ...student, enrolments: [first!, second] }]);
  const { report } = await school.pull();
  expect(report!.kinds.elever).toMatchObject({ created: 31, refused: [] });
  const codes = await school.ask<{ code: string }>(
    `select u.code from people.enrolment e join people.person p on p.organiser_id = e.organiser_id and p.person_id = e.student_id
     join organisation.school_unit u on u.organiser_id = e.organiser_id and u.unit_id = e.unit_id
     where p.source_id = $1 order by u.code`,
    [student.id],
  );
  expect(codes.map((row) => row.code)).toEqual(['12345678', '87654321']);
});

test('a protected identity comes in masked, and stays so when the source says nothing of it', async () => {
  const school = await schoolOf('Skyddade');
  const { data } = school.generated;
  const [one, two, three] = [...data.lists.persons].filter(
    (each) => (each.enrolments as object[]).length > 0,
  );
  const marked = (person: SchoolObject, securityMarking: string) => ({ ...person, securityMarking });
  data.put('persons', [
    marked(one!, 'Sekretessmarkering'),
    marked(two!, 'Skyddad folkbokföring'),
    marked(three!, 'Fingerade uppgifter'),
  ]);
  const { report } = await school.pull();
  const protections = await school.ask<{ source_id: string; protection: string }>(
    `select source_id, protection from people.person where source_id = any($1)`,
    [[one!.id, two!.id, three!.id]],
  );
  expect(new Map(protections.map((row) => [row.source_id, row.protection]))).toEqual(
    new Map([
      [one!.id, 'confidential'],
      [two!.id, 'protected-registration'],
      [three!.id, 'confidential'],
    ]),
  );
  const text = JSON.stringify(report);
  for (const person of [one!, two!, three!]) {
    expect(text).not.toContain(person.familyName);
    expect(text).not.toContain((person.civicNo as { value: string } | undefined)?.value ?? person.id);
  }
});

test('children of other school forms are not kept: no name, no number', async () => {
  const school = await schoolOf('Alla barn');
  const { data } = school.generated;
  const unit = [...data.lists.organisations].find((each) => each.schoolUnitCode)!;
  const id = 'dddddddd-0000-4000-8000-000000000001';
  const civic = testCivicNumber('2012-01-01', 3);
  data.put('persons', [
    {
      id,
      meta: unit.meta,
      givenName: 'Barnet',
      familyName: 'Grundskolesson',
      civicNo: { value: civic },
      enrolments: [{ enroledAt: { id: unit.id }, schoolType: 'GR', startDate: '2018-08-17' }],
    },
  ]);
  await school.pull();
  const kept = await school.ask<{ body: object }>('select body from ss12000.object where object_id = $1', [
    id,
  ]);
  expect(kept).toEqual([{ body: { elsewhere: true } }]);
  expect(await school.ask(`select from people.person where civic_number = $1`, [civic])).toEqual([]);
});

test('a preview changes nothing that anybody sees, and the run after it reads in what was previewed', async () => {
  const school = await schoolOf('Förhandsvisning');
  const preview = await school.pull({ dryRun: true });
  expect(preview.report).toMatchObject({ state: 'preview', runId: null });
  expect(preview.report!.kinds.elever.created).toBe(30);
  expect(await school.minutes()).toEqual(new Map());
  expect(await school.ask('select from people.person')).toEqual([]);
  expect(await school.ask('select from imports.run')).toEqual([]);
  expect((await school.pull()).report!.kinds.narvaro.created).toBeGreaterThan(1_000);
});

test('another organiser sees nothing of the source, its mirror or how far it has come', async () => {
  const school = await schoolOf('Den ena');
  const other = await schoolOf('Den andra');
  await school.pull();
  for (const table of ['source', 'cursor', 'object']) {
    const own = await school.ask(`select source_id from ss12000.${table} where source_id = $1`, [
      school.source,
    ]);
    expect([table, own.length > 0]).toEqual([table, true]);
    const seen = await other.ask(`select source_id from ss12000.${table} where source_id = $1`, [
      school.source,
    ]);
    expect([table, seen]).toEqual([table, []]);
  }
});

test('attendance of a student who was stopped waits, and comes in when the student is put right', async () => {
  const school = await schoolOf('Rättas senare');
  const { data } = school.generated;
  const student = [...data.lists.persons].find(
    (each) => each.civicNo && (each.enrolments as object[]).length > 0,
  )!;
  const { value } = student.civicNo as { value: string };
  const wrong = `${value.slice(0, -1)}${(Number(value.at(-1)) + 1) % 10}`;
  data.put('persons', [{ ...student, civicNo: { value: wrong } }]);
  const { report } = await school.pull();
  expect(report!.kinds.elever.refused.map((row) => row.code)).toEqual(['civic-number-checksum']);
  expect(report!.kinds.narvaro.refused.length).toBeGreaterThan(10);
  data.change('persons', student.id, { civicNo: { value } }, `${on}T08:00:00Z`);
  const next = await school.pull({ on: '2026-09-06' });
  expect(next.report!.kinds.elever).toMatchObject({ created: 1, refused: [] });
  const facit = await facitOf(school.generated);
  const minutes = (await school.minutes()).get(student.id) as { reported: number; valid: number };
  expect(minutes.reported).toBe((facit.get(student.id) as { reported: number }).reported);
});

test('a student who goes to adult education instead leaves, and nothing more of her is kept than was', async () => {
  const school = await schoolOf('Går vidare');
  const { data } = school.generated;
  await school.pull();
  const student = [...data.lists.persons].find((each) => (each.enrolments as object[]).length > 0)!;
  const [enrolment] = student.enrolments as object[];
  const enrolments = [{ ...enrolment, schoolType: 'VUXGY' }];
  data.change('persons', student.id, { enrolments }, `${on}T08:00:00Z`);
  const { report } = await school.pull({ on: '2026-09-06' });
  expect(report!.kinds.elever).toMatchObject({ updated: 1, refused: [] });
  const ends = await school.ask<{ ends: string }>(
    `select e.ends from people.enrolment e join people.person p on p.organiser_id = e.organiser_id
       and p.person_id = e.student_id where p.source_id = $1`,
    [student.id],
  );
  expect(ends).toEqual([{ ends: '2026-09-06' }]);
});
