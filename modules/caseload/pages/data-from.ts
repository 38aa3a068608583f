import type { Tx } from '../../../platform/server/db.ts';
import { weekdayShort } from '../../../platform/web/format.ts';
import { latestLessonDay } from '../../attendance/index.ts';

/** How fresh the figures are, for the foot of a page: "Närvaro inläst till och med fre 20 nov". */
export async function dataFrom(tx: Tx): Promise<string> {
  const day = await latestLessonDay(tx);
  return day ? `Närvaro inläst till och med ${weekdayShort(day)}` : 'Ingen närvaro är inläst än';
}
