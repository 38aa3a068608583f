import { writeKept } from '../../platform/server/change-set.ts';
import type { Tx } from '../../platform/server/db.ts';
import type { GuardianPlan } from './guardians/guardian-snapshot.ts';
import { beginTies, guardianship, insertPersons, noteKnown, updatePersons } from './store-roster.ts';

/** Carries a plan of guardians out, in the order that its ids need. */
export async function carryOutGuardians(tx: Tx, plan: GuardianPlan): Promise<void> {
  const person = await insertPersons(tx, plan.newPersons);
  await updatePersons(tx, plan.changedPersons);
  await noteKnown(tx, plan, person);
  const moved = plan.moved.map(({ before, after }) => ({ ...after, was: before.starts }));
  await writeKept(
    tx,
    guardianship,
    `update people.guardianship g set starts = n.starts, ends = n.ends
     from jsonb_to_recordset($2::jsonb) as n("studentId" int, "otherId" int, was date, starts date, ends date)
     where g.organiser_id = $1 and g.student_id = n."studentId" and g.guardian_id = n."otherId" and g.starts = n.was`,
    [tx.organiser, JSON.stringify(moved)],
  );
  await beginTies(
    tx,
    'guardianship',
    plan.begun.map((tie) => ({ ...tie, otherId: person(tie.otherId) })),
  );
}
