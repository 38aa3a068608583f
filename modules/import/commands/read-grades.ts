import { type IncomingGrade, registerGrades } from '../../grades/index.ts';
import { isKnownCourse } from '../../organisation/index.ts';
import { dangerouslyAllStudentIdentifiers } from '../../people/index.ts';
import { studentFinder } from '../reading/find-student.ts';
import { gradeReader } from '../reading/grade-row.ts';
import { gradeSentences } from '../reading/grade-sentences.ts';
import type { Difference } from '../rules/telling-differences.ts';
import { countCodes } from '../warnings.ts';
import { placeOf, readAll, type StepContext, type StepResult, settle } from './step.ts';

/** Reads `betyg` files and registers their grades. */
export async function readGrades(context: StepContext): Promise<StepResult> {
  const known = await dangerouslyAllStudentIdentifiers(context.tx, context.onlyUnits);
  const { values, places, rows } = await readAll<IncomingGrade>(context, 'betyg', (file) => {
    const columns = { civic: file.cells.heading('civic'), source: file.cells.heading('source') };
    return gradeReader(
      file.cells,
      file.table.found.headings.length,
      studentFinder(known, context.on, columns),
    );
  });
  const { outcomes, students, differences } = await registerGrades(context.tx, values);
  const twice = { column: null, code: 'grade-twice', says: gradeSentences['grade-twice'] };
  const counts = settle(context, outcomes, places, twice);
  const codes = countCodes();
  for (const { courseCode } of values) if (!isKnownCourse(courseCode)) codes.add(courseCode);
  const warnings = codes.warning(
    'unknown-course',
    (list) => `Okända kurskoder läses in som de står: ${list}.`,
  );
  const told = differences.map(
    ({ row, course, ...each }): Difference => ({
      ...each,
      what: course,
      unitId: null,
      masked: false,
      place: placeOf(places[row]!),
      size: 0,
    }),
  );
  return { ...counts, rows, warnings, students, differences: told };
}
