import { type KeptTable, writeKept } from '../../platform/server/change-set.ts';
import type { Tx } from '../../platform/server/db.ts';

/** The tables of what a person has been known by, whose changes are kept to be undone. */
export const keptKnown: readonly KeptTable[] = [
  { name: 'people.known_source_id', key: ['source_id'] },
  { name: 'people.former_civic_number', key: ['civic_number'] },
];
const [sourceIds, formerNumbers] = keptKnown as [KeptTable, KeptTable];

/** Notes ids that persons are known by in the systems that rows come from; one that is known already stays whose it is. */
export async function noteSourceIds(
  tx: Tx,
  told: readonly { readonly personId: number; readonly sourceId: string | null }[],
): Promise<void> {
  const rows = told.filter((each) => each.sourceId !== null);
  if (rows.length === 0) return;
  await writeKept(
    tx,
    sourceIds,
    `insert into people.known_source_id (organiser_id, source_id, person_id)
     select $1, "sourceId", "personId" from jsonb_to_recordset($2::jsonb) as n("personId" int, "sourceId" text)
     on conflict (organiser_id, source_id) do nothing`,
    [tx.organiser, JSON.stringify(rows)],
  );
}

/** Notes numbers that persons no longer have, so that rows that still tell them are found to be about them. */
export async function noteFormerNumbers(
  tx: Tx,
  former: readonly { readonly personId: number; readonly civicNumber: string }[],
): Promise<void> {
  if (former.length === 0) return;
  await writeKept(
    tx,
    formerNumbers,
    `insert into people.former_civic_number (organiser_id, civic_number, person_id)
     select $1, "civicNumber", "personId" from jsonb_to_recordset($2::jsonb) as n("personId" int, "civicNumber" text)
     on conflict (organiser_id, civic_number) do nothing`,
    [tx.organiser, JSON.stringify(former)],
  );
}
