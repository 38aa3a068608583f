import { type KeptTable, writeKept } from '../../platform/server/change-set.ts';
import type { Tx } from '../../platform/server/db.ts';
import { moveRows } from '../../platform/server/move-rows.ts';
import { type Joined, joinSpans, type Span } from './rules/join-spans.ts';
import { keptKnown } from './store-known.ts';
import { keptPeople } from './store-roster.ts';

/** Two persons who are one: whose rows move, and to whom. */
export interface MovePerson {
  readonly goes: number;
  readonly stays: number;
}

const guardianship: KeptTable = {
  name: 'people.guardianship',
  key: ['student_id', 'guardian_id', 'starts'],
};
const teaching: KeptTable = { name: 'people.teaching', key: ['group_id', 'teacher_id', 'starts'] };
const toldApart: KeptTable = { name: 'people.told_apart', key: ['one_id', 'other_id'] };
const merges: KeptTable = { name: 'people.merge', key: ['merge_id'] };

/** The tables of people that merging two persons changes, in an order in which rows may be inserted. */
export const keptByMerge: readonly KeptTable[] = [...keptPeople, guardianship, teaching, toldApart, merges];

const [person, , , enrolment, , membership, duty, mentorship] = keptPeople as readonly KeptTable[];

/** Rows with a number of their own that hold for a time: their person changes, and times that overlap are joined. */
const timed = [
  { table: enrolment!, id: 'enrolment_id', person: 'student_id', of: 'unit_id::text' },
  { table: duty!, id: 'duty_id', person: 'person_id', of: `role || ' ' || coalesce(unit_id, 0)` },
];

/** Ties between a person and something else, from each end. */
const ties = [
  { table: membership!, person: 'student_id', other: 'group_id' },
  { table: mentorship!, person: 'student_id', other: 'mentor_id' },
  { table: mentorship!, person: 'mentor_id', other: 'student_id' },
  { table: guardianship, person: 'student_id', other: 'guardian_id' },
  { table: guardianship, person: 'guardian_id', other: 'student_id' },
  { table: teaching, person: 'teacher_id', other: 'group_id' },
];

/** Moves enrolments and duties; where both had the same at the same time one row tells of it all. */
export async function moveTimed(tx: Tx, ids: MovePerson): Promise<void> {
  for (const { table, id, person, of } of timed) {
    const { rows } = await tx.client.query<Span & { readonly id: number }>(
      `select ${id} as id, ${of} as of, ${person} = $2 as goes, starts, ends from ${table.name}
       where organiser_id = $1 and ${person} in ($2, $3)`,
      [tx.organiser, ids.goes, ids.stays],
    );
    const { moved, joined } = joinSpans(rows);
    const chosen = `organiser_id = $1 and ${id} = any($2)`;
    const absorbed = joined.flatMap((each) => each.absorbed.map((row) => row.id));
    await writeKept(tx, table, `delete from ${table.name} where ${chosen}`, [tx.organiser, absorbed]);
    await writeKept(tx, table, `update ${table.name} set ${person} = $3 where ${chosen}`, [
      tx.organiser,
      moved.map((row) => row.id),
      ids.stays,
    ]);
    for (const { stays, starts, ends } of joined.filter(changes))
      await writeKept(
        tx,
        table,
        `update ${table.name} set starts = $3, ends = $4 where organiser_id = $1 and ${id} = $2`,
        [tx.organiser, stays.id, starts, ends],
      );
  }
}

function changes<Row extends Span>({ stays, starts, ends }: Joined<Row>): boolean {
  return stays.starts !== starts || stays.ends !== ends;
}

/** Moves ties; nobody becomes the mentor or guardian of herself. */
export async function moveTies(tx: Tx, ids: MovePerson): Promise<void> {
  for (const { table, person, other } of ties) {
    const { rows } = await tx.client.query<Span & { readonly otherId: number }>(
      `select ${other} as "otherId", ${other}::text as of, ${person} = $2 as goes, starts, ends from ${table.name}
       where organiser_id = $1 and ${person} in ($2, $3)`,
      [tx.organiser, ids.goes, ids.stays],
    );
    const { moved, joined } = joinSpans(rows);
    const changed = joined.filter((each) => changes(each) || each.absorbed.some((row) => !row.goes));
    const own = changed.flatMap((each) => [each.stays, ...each.absorbed.filter((row) => !row.goes)]);
    const self = (row: { readonly otherId: number }) => other !== 'group_id' && row.otherId === ids.stays;
    const kept = [
      ...moved.filter((row) => !self(row)),
      ...changed.map(({ stays, starts, ends }) => ({ ...stays, starts, ends })),
    ];
    await writeKept(tx, table, `delete from ${table.name} where organiser_id = $1 and ${person} = $2`, [
      tx.organiser,
      ids.goes,
    ]);
    const asRows = `jsonb_to_recordset($3::jsonb) as n("otherId" int, starts date, ends date)`;
    await writeKept(
      tx,
      table,
      `delete from ${table.name} t using ${asRows}
       where t.organiser_id = $1 and t.${person} = $2 and t.${other} = n."otherId" and t.starts = n.starts`,
      [tx.organiser, ids.stays, JSON.stringify(own)],
    );
    await writeKept(
      tx,
      table,
      `insert into ${table.name} (organiser_id, ${person}, ${other}, starts, ends)
       select $1::int, $2::int, "otherId", starts, ends from ${asRows}`,
      [tx.organiser, ids.stays, JSON.stringify(kept)],
    );
  }
}

/** Moves what the person has been known by, whom she has been told apart from, and those who went into her before. */
export async function moveKnown(tx: Tx, { goes, stays }: MovePerson): Promise<void> {
  for (const table of keptKnown) await moveRows(tx, table, { column: 'person_id', from: goes, to: stays });
  await writeKept(
    tx,
    toldApart,
    `insert into people.told_apart (organiser_id, one_id, other_id, told_by, told_at)
     select organiser_id, least(other, $3), greatest(other, $3), told_by, told_at
     from people.told_apart cross join lateral (select case when one_id = $2 then other_id else one_id end as other) o
     where organiser_id = $1 and $2 in (one_id, other_id) and other <> $3
     on conflict (organiser_id, one_id, other_id) do nothing`,
    [tx.organiser, goes, stays],
  );
  await writeKept(
    tx,
    toldApart,
    'delete from people.told_apart where organiser_id = $1 and $2 in (one_id, other_id)',
    [tx.organiser, goes],
  );
  await writeKept(
    tx,
    merges,
    `update people.merge set into_id = $3 where organiser_id = $1 and into_id = $2 and parted_at is null`,
    [tx.organiser, goes, stays],
  );
}

/** Takes the person away, when nothing in the database names her any more: a row that still does is refused by it. */
export async function removePerson(tx: Tx, personId: number): Promise<void> {
  // Where the student is today is derived and computed anew when they are parted.
  await tx.client.query('delete from people.placement where organiser_id = $1 and student_id = $2', [
    tx.organiser,
    personId,
  ]);
  await writeKept(tx, person!, 'delete from people.person where organiser_id = $1 and person_id = $2', [
    tx.organiser,
    personId,
  ]);
}

/** Counts versions up, so that a form that was shown before is found to be old. */
export async function countVersionsUp(tx: Tx, personIds: readonly number[]): Promise<void> {
  await tx.client.query(
    'update people.person set version = version + 2 where organiser_id = $1 and person_id = any($2)',
    [tx.organiser, personIds],
  );
}
