import { writeKept } from '../../platform/server/change-set.ts';
import type { Tx } from '../../platform/server/db.ts';
import type { StaffPlan } from './staff/staff-plan.ts';
import type { StoredDuty } from './staff/staff-snapshot.ts';
import {
  beginTies,
  duty,
  endTies,
  insertGroups,
  insertPersons,
  noteKnown,
  type RealId,
  updatePersons,
} from './store-roster.ts';

const dutyRows = `jsonb_to_recordset($2::jsonb) as n("dutyId" int, "personId" int, "unitId" int, role text, title text,
  starts date, ends date)`;

async function insertDuties(tx: Tx, duties: readonly StoredDuty[]): Promise<void> {
  await writeKept(
    tx,
    duty,
    `insert into people.duty (organiser_id, person_id, unit_id, role, title, starts, ends)
     select $1, "personId", "unitId", role, title, starts, ends from ${dutyRows}`,
    [tx.organiser, JSON.stringify(duties)],
  );
}

async function updateDuties(tx: Tx, duties: readonly StoredDuty[]): Promise<void> {
  await writeKept(
    tx,
    duty,
    `update people.duty d set title = n.title, starts = n.starts, ends = n.ends
     from ${dutyRows} where d.organiser_id = $1 and d.duty_id = n."dutyId"`,
    [tx.organiser, JSON.stringify(duties)],
  );
}

/** Carries a plan of staff out, in the order that its ids need. Answers the real ids of its persons. */
export async function carryOutStaff(tx: Tx, plan: StaffPlan): Promise<RealId> {
  const person = await insertPersons(tx, plan.newPersons);
  await updatePersons(tx, plan.changedPersons);
  await noteKnown(tx, plan, person);
  await insertDuties(
    tx,
    plan.newDuties.map((duty) => ({ ...duty, personId: person(duty.personId) })),
  );
  await updateDuties(tx, plan.changedDuties);
  const group = await insertGroups(tx, plan.newGroups);
  await endTies(tx, 'teaching', plan.endedTeaching);
  const begun = plan.newTeaching.map((tie) => ({
    ...tie,
    studentId: person(tie.studentId),
    otherId: group(tie.otherId),
  }));
  await beginTies(tx, 'teaching', begun);
  return person;
}
