import type { Tx } from '../../../platform/server/db.ts';

/** A school unit (skolenhet) with its eight-digit code. */
export interface SchoolUnit {
  readonly unitId: number;
  readonly code: string;
  readonly name: string;
}

/** The organiser's school units, by name. */
export async function units(tx: Tx): Promise<readonly SchoolUnit[]> {
  return tx.q
    .selectFrom('organisation.school_unit')
    .select(['unit_id as unitId', 'code', 'name'])
    .where('organiser_id', '=', tx.organiser)
    .orderBy('name')
    .execute();
}
