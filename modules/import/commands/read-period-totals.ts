import { type IncomingPeriodTotal, mergePeriodTotals } from '../../attendance/index.ts';
import { dangerouslyAllStudentIdentifiers } from '../../people/index.ts';
import { studentFinder } from '../reading/find-student.ts';
import { periodReader } from '../reading/period-row.ts';
import { periodSentences } from '../reading/period-sentences.ts';
import { readAll, type StepContext, type StepResult, settle } from './step.ts';

/** Reads `narvaro_summa` files and merges their totals. */
export async function readPeriodTotals(context: StepContext): Promise<StepResult> {
  const known = await dangerouslyAllStudentIdentifiers(context.tx, context.onlyUnits);
  const { values, places, rows } = await readAll<IncomingPeriodTotal>(context, 'narvaro_summa', (file) => {
    const columns = { civic: file.cells.heading('civic'), source: file.cells.heading('source') };
    return periodReader(
      file.cells,
      file.table.found.headings.length,
      studentFinder(known, context.on, columns),
    );
  });
  const outcomes = await mergePeriodTotals(context.tx, values);
  const twice = { column: null, code: 'total-twice', says: periodSentences['total-twice'] };
  const counts = settle(context, outcomes, places, twice);
  return { ...counts, rows, warnings: [], students: [], differences: [] };
}
