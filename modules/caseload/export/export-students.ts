import type { LocalDate } from '../../../platform/local-date.ts';
import { type Database, type Tx, withOrganiser } from '../../../platform/server/db.ts';
import { type Actor, becauseCode, type Why } from '../../access/index.ts';
import { record } from '../../audit/index.ts';
import type { CaseloadRow } from '../queries/indicator-row.ts';
import { caseloadRows, findStudents } from '../queries/student-list.ts';
import { listChoices } from '../queries/student-list-choices.ts';
import { parseFilter } from '../queries/student-list-filter.ts';
import type { FileKind } from './student-file.ts';

const atATime = 1_000;

/** Who takes which selection out, as which kind of file. `why` allows it. */
export interface StudentExport {
  readonly actor: Actor;
  readonly why: Why;
  readonly query: URLSearchParams;
  readonly kind: FileKind;
  readonly today: LocalDate;
  readonly now: Date;
}

/**
 * Finds the selection and writes the export in the log, with every student it concerns. The log is written before the first
 * byte is sent and not in the transaction of the reading: a file that is broken off half way has still gone out.
 */
export async function logExport(tx: Tx, asked: StudentExport): Promise<readonly number[]> {
  const { actor, today } = asked;
  const choices = await listChoices(tx, actor, today);
  const filter = parseFilter(asked.query, choices);
  const ids = await findStudents(tx, { actor, action: 'student.export', today, filter, choices }, 'all');
  record(tx, {
    actor,
    action: 'student.export',
    what: 'Elevlistan som fil',
    because: becauseCode(asked.why.because),
    subjects: ids,
    detail: { count: ids.length, format: asked.kind },
    at: asked.now,
  });
  return ids;
}

/** The rows of the selection, a thousand at a time, each in a short transaction: a slow receiver holds none open. */
export async function* batchesOf(
  db: Database,
  organiser: number,
  ids: readonly number[],
): AsyncGenerator<readonly CaseloadRow[]> {
  for (let first = 0; first < ids.length; first += atATime) {
    const some = ids.slice(first, first + atATime);
    yield await withOrganiser(db, organiser, (tx) => caseloadRows(tx, some));
  }
}
