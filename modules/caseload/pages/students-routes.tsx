import { Hono } from 'hono';
import { together } from '../../../platform/server/db.ts';
import { becauseCode, type PageEnv, type PageParts, whyMay } from '../../access/index.ts';
import { record } from '../../audit/index.ts';
import { batchesOf, logExport } from '../export/export-students.ts';
import { type FileKind, fileKinds, studentFile } from '../export/student-file.ts';
import { recently } from '../queries/answers-of.ts';
import { studentListView } from '../queries/student-list-view.ts';
import { inOrganiser, notFound, type PageContext } from './answers.ts';
import { dataFrom } from './data-from.ts';
import { StudentsPage } from './students-page.tsx';

/** Choices change when a file is read in; counts whenever a talk is recorded. */
const choicesKept = 60_000;
const selectionKept = 3_000;

/** `/elever` and its files. Mount before `/elever/:id`. */
export function studentListPages(parts: PageParts): Hono<PageEnv> {
  const answers = { choices: recently(choicesKept), selection: recently(selectionKept) };
  return new Hono<PageEnv>()
    .get('/elever/ladda-ner', (c) => download(parts, c))
    .get('/elever', async (c) => {
      const actor = c.get('actor');
      const why = whyMay(actor, 'student.list', 'organiser');
      if (!why.allowed) notFound();
      const today = parts.clock.today();
      const found = await inOrganiser(parts, c, async (tx) => {
        const { searchParams } = new URL(c.req.url);
        const [view, from] = await together(tx, [
          () => studentListView(tx, actor, searchParams, today, answers),
          () => dataFrom(tx),
        ]);
        record(tx, {
          actor,
          action: 'student.list',
          what: 'Elever',
          because: becauseCode(why.because),
          subjects: view.students.map((student) => student.studentId),
          detail: { page: view.filter.page, total: view.counts.total },
          at: parts.clock.now(),
        });
        return { view, from };
      });
      return c.html(
        <StudentsPage
          frame={{ actor, dataFrom: found.from }}
          view={found.view}
          today={today}
          mayExport={whyMay(actor, 'student.export', 'organiser').allowed}
        />,
      );
    });
}

/** The selection as a file, logged as an export. */
async function download(parts: PageParts, c: PageContext): Promise<Response> {
  const actor = c.get('actor');
  const why = whyMay(actor, 'student.export', 'organiser');
  if (!why.allowed) notFound();
  const { searchParams: query } = new URL(c.req.url);
  const kind: FileKind = query.get('format') === 'csv' ? 'csv' : 'xlsx';
  const today = parts.clock.today();
  const asked = { actor, why, query, kind, today, now: parts.clock.now() };
  const ids = await inOrganiser(parts, c, (tx) => logExport(tx, asked));
  const body = await studentFile(kind, batchesOf(parts.db, c.get('organiser'), ids));
  return c.body(body, 200, {
    'content-type': fileKinds[kind],
    'content-disposition': `attachment; filename="elever-${today}.${kind}"`,
  });
}
