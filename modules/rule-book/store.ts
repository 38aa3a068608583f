import type { LocalDate } from '../../platform/local-date.ts';
import type { Tx } from '../../platform/server/db.ts';

/** A routine as it is saved: from a day on, until the next row of the same key. No value ends it. */
export interface SavedRoutine {
  readonly rule: string;
  readonly key: string;
  readonly from: LocalDate;
  readonly value: number | string | null;
  readonly setBy: number;
}

/** Saves a routine; the same rule, key and day again replaces what was set. */
export async function saveRoutine(tx: Tx, { rule, key, from, value, setBy }: SavedRoutine): Promise<void> {
  const set = { value: value === null ? null : String(value), set_by: setBy, set_at: new Date() };
  await tx.q
    .insertInto('rule_book.routine')
    .values({ organiser_id: tx.organiser, rule, key, starts: from, ...set })
    .onConflict((conflict) => conflict.columns(['organiser_id', 'rule', 'key', 'starts']).doUpdateSet(set))
    .execute();
}
