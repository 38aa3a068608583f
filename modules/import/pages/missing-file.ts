import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { byteOrderMark, csvLine } from '../../../platform/csv-line.ts';
import type { PageEnv } from '../../access/index.ts';
import { record } from '../../audit/index.ts';
import { formatCivicNumber } from '../../people/index.ts';
import { type MissingRow, missingRows } from '../queries/missing-students.ts';
import { runById } from '../queries/runs.ts';
import { kindSpecs } from '../reading/file-kinds.ts';
import { type ImportPages, importerOf, inOrganiser, runIdOf } from './import-parts.ts';

/**
 * `/import/:run/elever-som-saknas.csv`: those whom the run's files left out, in our own `elever` format with Ta bort empty,
 * so that the school can write Ja for those who have left and send the file in. Columns that would change something when
 * they are sent back (e-mail, protection, last day) are not in it.
 */
export function missingFileRoutes(pages: ImportPages): Hono<PageEnv> {
  return new Hono<PageEnv>().get('/import/:run/elever-som-saknas.csv', async (c) => {
    const importer = importerOf(c);
    const runId = runIdOf(c);
    const rows = await inOrganiser(pages, c, async (tx) => {
      const run = await runById(tx, runId, importer.sees);
      if (!run?.report) throw new HTTPException(404);
      const found = await missingRows(tx, runId, importer.onlyUnits, pages.clock.today());
      record(tx, {
        actor: importer.actor,
        action: 'import.run',
        what: 'Elever som saknas i filerna, som fil',
        because: importer.because,
        subjects: found.map((row) => row.studentId),
        detail: { run: runId, rows: found.length },
        at: pages.clock.now(),
      });
      return found;
    });
    return c.body(missingFile(rows), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="elever-som-saknas-${runId}.csv"`,
    });
  });
}

const columns: readonly (readonly [field: string, cellOf: (row: MissingRow) => string | number | null])[] = [
  ['source', (row) => row.sourceId],
  ['civic', (row) => row.civicNumber && formatCivicNumber(row.civicNumber)],
  ['givenName', (row) => row.givenName],
  ['familyName', (row) => row.familyName],
  ['schoolForm', (row) => row.schoolForm],
  ['unit', (row) => row.unitCode],
  ['year', (row) => row.year],
  ['programme', (row) => row.programme],
  ['className', (row) => row.className],
  ['starts', (row) => row.starts],
  ['remove', () => null],
];

/** The rows under our own headings. */
export function missingFile(rows: readonly MissingRow[]): string {
  const headings = columns.map(([field]) => kindSpecs.elever.fields[field]!.heading);
  const lines = rows.map((row) => csvLine(columns.map(([, cellOf]) => cellOf(row))));
  return [byteOrderMark, csvLine(headings), ...lines].join('');
}
