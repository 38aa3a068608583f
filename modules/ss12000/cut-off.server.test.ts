import { expect, onTestFinished, test } from 'vitest';
import { testDatabase } from '../../fixtures/test-database.ts';
import { undoRun } from '../import/index.ts';
import { refreshSignals } from '../signals/index.ts';
import { SourceIsBusy, withSourceLock } from './source-lock.ts';
import { facitOf, pullingSchool } from './ss12000-fixture.ts';

const { db } = await testDatabase();

async function someSchool(name: string) {
  const school = await pullingSchool(db, name, { students: 30 });
  onTestFinished(() => school.server.close());
  return school;
}

const pagesOf = (school: Awaited<ReturnType<typeof someSchool>>, path: string) =>
  school.server.seen.filter((each) => each.path === path && each.query.get('limit') !== '1').length;

test('a pull that is cut off in the middle of a list goes on from that page, and nothing was seen meanwhile', async () => {
  const school = await someSchool('Avbruten');
  const stop = new AbortController();
  let pages = 0;
  const cut = school.pull({
    signal: stop.signal,
    onPulled: ({ resource }) => {
      if (resource !== 'attendances') return;
      pages += 1;
      if (pages === 5) stop.abort(new Error('strömmen gick'));
    },
  });
  await expect(cut).rejects.toThrow('strömmen gick');
  expect(await school.minutes()).toEqual(new Map());
  const before = { attendances: pagesOf(school, '/attendances'), events: pagesOf(school, '/calendarEvents') };
  expect(before.attendances).toBe(5);
  const { report } = await school.pull();
  expect(report!.state).toBe('done');
  const all = Math.ceil(school.generated.data.lists.attendances.size / 200);
  expect(pagesOf(school, '/attendances') - before.attendances).toBe(all - 5);
  const minutes = await school.minutes();
  for (const [student, facit] of await facitOf(school.generated)) expect(minutes.get(student)).toEqual(facit);
});

test('a page token that the source has forgotten meanwhile makes the list begin anew', async () => {
  const school = await someSchool('Glömd sida');
  const stop = new AbortController();
  const cut = school.pull({
    signal: stop.signal,
    onPulled: ({ resource, objects }) => {
      if (resource === 'attendances' && objects >= 400) stop.abort(new Error('slut'));
    },
  });
  await expect(cut).rejects.toThrow('slut');
  school.server.fault({ kind: 'status', status: 400, path: '/attendances', after: 1 });
  expect((await school.pull()).report!.state).toBe('done');
  const minutes = await school.minutes();
  for (const [student, facit] of await facitOf(school.generated)) expect(minutes.get(student)).toEqual(facit);
});

test('when the machine stops before the import is committed, neither it nor the note of what was told stands', async () => {
  const school = await someSchool('Mellan två');
  const refreshSignals = async (): Promise<never> => {
    throw new Error('strömmen gick');
  };
  await expect(school.pull({ refreshSignals })).rejects.toThrow('strömmen gick');
  expect(await school.minutes()).toEqual(new Map());
  expect(await school.ask('select from ss12000.object where applied or told is not null')).toEqual([]);
  expect((await school.pull()).report!.state).toBe('done');
  const minutes = await school.minutes();
  for (const [student, facit] of await facitOf(school.generated)) expect(minutes.get(student)).toEqual(facit);
});

test('a source is never pulled twice at once', async () => {
  const school = await someSchool('Två servrar');
  await withSourceLock(db, school.source, async () => {
    await expect(school.pull()).rejects.toThrow(SourceIsBusy);
  });
  expect((await school.pull()).report!.state).toBe('done');
});

test('a token that is refused stops the pull in words, and it goes on with a new one', async () => {
  const school = await someSchool('Utgången nyckel');
  school.server.fault({ kind: 'status', status: 401, path: '/groups', times: 20 });
  await expect(school.pull()).rejects.toMatchObject({ name: 'SourceProblem', code: 'unauthorised' });
  expect(await school.ask('select from people.person')).toEqual([]);
});

test('an import that is undone comes in whole with the next pull', async () => {
  const school = await someSchool('Ångrad');
  const { report } = await school.pull();
  const before = await school.minutes();
  const undone = await undoRun(db, {
    organiser: school.organiser.id,
    runId: report!.runId!,
    actor: null,
    on: '2026-09-05',
    now: () => new Date('2026-09-05T09:00:00Z'),
    refreshSignals,
  });
  expect(undone.undone).toBe(true);
  expect(await school.minutes()).toEqual(new Map());
  await school.pull({ on: '2026-09-06' });
  expect(await school.minutes()).toEqual(before);
});
