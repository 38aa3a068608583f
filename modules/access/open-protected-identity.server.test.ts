import { beforeAll, expect, test } from 'vitest';
import { cast } from '../../fixtures/cast.ts';
import { type RegisteredOrganiser, registerCast } from '../../fixtures/register-cast.ts';
import { testDatabase } from '../../fixtures/test-database.ts';
import { withOrganiser } from '../../platform/server/db.ts';
import { readLog } from '../audit/index.ts';
import { loadActor, openProtectedIdentity } from './index.ts';

const today = '2026-11-23';
const { db } = await testDatabase();
let ekdala: RegisteredOrganiser;

beforeAll(async () => {
  [ekdala] = (await registerCast(db, cast(today))) as [RegisteredOrganiser];
});

/** Somebody of the cast asks to see who the protected student is; the answer, and how many lines the log then has about it. */
async function ask(who: string, reason: string) {
  const at = new Date(`${today}T08:00:00Z`);
  const asked = { studentId: ekdala.persons.get('skyddad')!, reason, on: today, at };
  const answer = await withOrganiser(db, ekdala.organiser, async (tx) =>
    openProtectedIdentity(tx, (await loadActor(tx, ekdala.persons.get(who)!, today))!, asked),
  );
  const log = await withOrganiser(db, ekdala.organiser, (tx) =>
    readLog(tx, { action: 'identity.open-protected' }, { page: 1, size: 10 }),
  );
  return { answer, lines: log.total, log };
}

test('the principal sees the name, and the log says that she did and why, but not the name', async () => {
  const before = (await ask('maria', 'authority')).lines;
  const { answer, lines, log } = await ask('henrik', 'authority');
  expect(answer).toMatchObject({ ok: true, identity: { givenName: 'Agnes', familyName: 'Törnblad' } });
  expect(lines).toBe(before + 1);
  expect(log.entries[0]).toMatchObject({
    actorName: 'Henrik Sandell',
    because: 'leads-unit',
    detail: { reason: 'authority' },
  });
  expect(JSON.stringify(log)).not.toMatch(/Agnes|Törnblad/);
});

test.each(['maria', 'sofia', 'eva', 'birgitta', 'skyddad', 'viveka'])(
  '%s does not, and nothing is logged as opened',
  async (who) => {
    const before = (await ask('maria', 'authority')).lines;
    const { answer, lines } = await ask(who, 'authority');
    expect([answer.ok, lines]).toEqual([false, before]);
  },
);

test.each(['', 'nyfiken', 'toString'])(
  'no purpose, or one that is not on the list, opens nothing: "%s"',
  async (reason) => {
    const before = (await ask('maria', 'authority')).lines;
    const { answer, lines } = await ask('camilla', reason);
    expect(answer).toEqual({ ok: false, because: { code: 'no-reason-given' } });
    expect(lines).toBe(before);
  },
);
