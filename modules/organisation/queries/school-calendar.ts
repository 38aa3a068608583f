import type { Tx } from '../../../platform/server/db.ts';
import type { SchoolCalendar } from '../calendar.ts';

/** The declared school years and breaks of the organiser, in the order of their days. */
export async function schoolCalendar(tx: Tx): Promise<SchoolCalendar> {
  const years = await tx.q
    .selectFrom('organisation.school_year')
    .select(['starts', 'ends'])
    .where('organiser_id', '=', tx.organiser)
    .orderBy('starts')
    .execute();
  const breaks = await tx.q
    .selectFrom('organisation.school_break')
    .select(['starts', 'ends', 'name', 'unit_id as unitId'])
    .where('organiser_id', '=', tx.organiser)
    .orderBy('starts')
    .orderBy('break_id')
    .execute();
  return { years, breaks };
}
