import { type IncomingFinalGrades, registerFinalGrades } from '../../grades/index.ts';
import { dangerouslyAllStudentIdentifiers } from '../../people/index.ts';
import { finalGradesReader } from '../reading/final-grade-row.ts';
import { finalGradeSentences } from '../reading/final-grade-sentences.ts';
import { studentFinder } from '../reading/find-student.ts';
import { warningOf } from '../warnings.ts';
import { readAll, type StepContext, type StepResult, settle } from './step.ts';

/** Reads `slutbetyg` files and registers the final grades of students who are read in. */
export async function readCompulsoryGrades(context: StepContext): Promise<StepResult> {
  const known = await dangerouslyAllStudentIdentifiers(context.tx, context.onlyUnits);
  const { values, places, rows } = await readAll<IncomingFinalGrades>(context, 'slutbetyg', (file) => {
    const columns = { civic: file.cells.heading('civic'), source: file.cells.heading('source') };
    const find = studentFinder(known, context.on, columns);
    return finalGradesReader(file.cells, file.table.found.headings.length, find, context.on);
  });
  const registered = await registerFinalGrades(context.tx, values);
  const older = registered.filter((each) => each.became === 'older').length;
  const outcomes = registered.map(({ row, became }) => ({
    row,
    became: became === 'older' ? ('unchanged' as const) : became,
  }));
  const twice = {
    column: null,
    code: 'final-grades-twice',
    says: finalGradeSentences['final-grades-twice'],
  };
  const counts = settle(context, outcomes, places, twice);
  const warnings = warningOf(
    'older-file',
    older,
    'En senare fil med slutbetyg är redan inläst. De äldre slutbetygen ändrar inget.',
  );
  return { ...counts, rows, warnings, students: [], differences: [] };
}
