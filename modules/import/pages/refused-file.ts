import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { importWords as words } from '../../../messages/sv/import.ts';
import { byteOrderMark, csvLine } from '../../../platform/csv-line.ts';
import type { PageEnv } from '../../access/index.ts';
import { record } from '../../audit/index.ts';
import { refusedRows, runById, type StoredRefusal } from '../queries/runs.ts';
import type { FileReport } from '../report.ts';
import { type ImportContext, type ImportPages, importerOf, inOrganiser, runIdOf } from './import-parts.ts';
import { reasonAndAdvice } from './refusal-advice.ts';

const rowsAtATime = 2_000;

/** `/import/:run/stoppade-rader.csv?fil=0`: the refused rows of one file, to put right and send again. */
export function refusedFileRoutes(pages: ImportPages): Hono<PageEnv> {
  return new Hono<PageEnv>().get('/import/:run/stoppade-rader.csv', async (c) => {
    const { file, runId } = await logged(pages, c);
    const name = `stoppade-rader-${runId}-${Number(c.req.query('fil') ?? 0) + 1}.csv`;
    return c.body(linesOf(pages, c, runId, file), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
    });
  });
}

/** Finds the file in the run and logs that its refused rows are taken out. */
async function logged(pages: ImportPages, c: ImportContext): Promise<{ file: FileReport; runId: number }> {
  const importer = importerOf(c);
  const runId = runIdOf(c);
  return inOrganiser(pages, c, async (tx) => {
    const run = await runById(tx, runId, importer.sees);
    const file = run?.report?.files[Number(c.req.query('fil') ?? 0)];
    if (!file) throw new HTTPException(404);
    record(tx, {
      actor: importer.actor,
      action: 'import.run',
      what: 'Stoppade rader som fil',
      because: importer.because,
      subjects: [],
      detail: { run: runId },
      at: pages.clock.now(),
    });
    return { file, runId };
  });
}

/** The file's own headings and cells with the reason after them, some rows at a time. */
function linesOf(
  pages: ImportPages,
  c: ImportContext,
  runId: number,
  file: FileReport,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let after = 0;
  return new ReadableStream({
    start(controller) {
      controller.enqueue(encoder.encode(byteOrderMark + csvLine([...file.headings, ...reasonHeadings])));
    },
    async pull(controller) {
      const wanted = { after, most: rowsAtATime, file: file.file };
      const { rows, last } = await inOrganiser(pages, c, (tx) => refusedRows(tx, runId, wanted));
      after = last;
      for (const row of rows)
        controller.enqueue(encoder.encode(csvLine(refusedLine(row, file.headings.length))));
      if (rows.length < rowsAtATime) controller.close();
    },
  });
}

/** After the file's own headings: which row it was, which column is wrong, why, and what to do. */
const reasonHeadings = [
  words.refused.number,
  words.refused.column,
  words.refused.reason,
  words.refused.advice,
];

/** A refused row under the file's headings, so that it can be put right and sent again as it is. */
export function refusedLine(row: StoredRefusal, headings: number): readonly (string | number)[] {
  const cells = Array.from({ length: headings }, (_, index) => row.cells[index] ?? '');
  const { reason, advice } = reasonAndAdvice(row.says);
  return [...cells, row.row, row.column ?? '', reason, advice];
}
