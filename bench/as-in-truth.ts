import { readFile } from 'node:fs/promises';
import { attendanceTotals } from '../modules/attendance/index.ts';
import { dangerouslyAllStudentIdentifiers } from '../modules/people/index.ts';
import type { LocalDate } from '../platform/local-date.ts';
import { type Database, withOrganiser } from '../platform/server/db.ts';

/** A student of the generator's facit: the civic number and the minutes that an import has to find. */
interface TrueStudent {
  readonly student: string;
  readonly minutes: Readonly<
    Record<'offered' | 'reported' | 'attended' | 'valid' | 'invalid' | 'other', number>
  >;
}

/** Whether each student's attendance, in minutes, is that of the facit: all six figures of every student. */
export async function asInTruth(
  db: Database,
  file: string,
  period: { readonly from: LocalDate; readonly to: LocalDate },
  organiser = 1,
): Promise<{ readonly met: boolean; readonly says: string }> {
  const { students } = JSON.parse(await readFile(file, 'utf8')) as { students: readonly TrueStudent[] };
  const { totals, ids } = await withOrganiser(db, organiser, async (tx) => ({
    totals: await attendanceTotals(tx, period.from, period.to),
    ids: await dangerouslyAllStudentIdentifiers(tx),
  }));
  const found = new Map(totals.map((total) => [total.studentId, total]));
  const equal = students.filter(({ student, minutes }) => {
    const total = found.get(ids.byCivicNumber.get(student as never) ?? -1);
    return Object.entries(minutes).every(
      ([name, value]) => (total?.[name as keyof TrueStudent['minutes']] ?? 0) === value,
    );
  });
  const met = equal.length === students.length && found.size <= students.length;
  const says = `Facit: ${equal.length} av ${students.length} elever har samma minuter som facit, i alla sex mått: ${met ? 'klarad' : 'inte klarad'}.`;
  return { met, says };
}
