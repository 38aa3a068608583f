import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Tx } from '../../../platform/server/db.ts';
import { withOrganiser } from '../../../platform/server/db.ts';
import { type LogPage as FoundPage, readLog, record, verifyChain } from '../../audit/index.ts';
import { dutiesHeld, namesOf } from '../../people/index.ts';
import { whyMay } from '../access.ts';
import { becauseCode } from '../because.ts';
import { coveredUnits } from '../covered-units.ts';
import { type LogScope, logScope } from '../queries/log-for.ts';
import { logFile } from './log-file.ts';
import { type LogQuestion, logFilter, logQuestion } from './log-filter.ts';
import { ChainPage, LogPage } from './log-page.tsx';
import type { LogPanelProps } from './log-panel.tsx';
import type { PageEnv, PageParts } from './page-env.ts';

const pageSize = 50;
const fileSize = 50_000;
const dutiesSize = 25;

type LogContext = Context<PageEnv>;

/** `/logg`: Behörigheter och logg, its file and the check of its chain. Who may not gets what a page that does not exist gives. */
export function logRoutes(parts: PageParts): Hono<PageEnv> {
  return new Hono<PageEnv>()
    .get('/logg', (c) => showPage(parts, c))
    .get('/logg/logg.csv', (c) => sendFile(parts, c))
    .get('/logg/kedja', (c) => showChain(parts, c));
}

async function showPage(parts: PageParts, c: LogContext): Promise<Response> {
  const actor = c.get('actor');
  const today = parts.clock.today();
  const duties = Math.max(1, Number.parseInt(c.req.query('uppdragssida') ?? '1', 10) || 1);
  if (!whyMay(actor, 'people.duties-read', 'organiser').allowed) throw new HTTPException(404);
  const units = coveredUnits(actor, 'people.duties-read');
  const shown = await withOrganiser(parts.db, actor.organiser, async (tx) => {
    const held = await dutiesHeld(tx, today, { units, page: duties, size: dutiesSize });
    const scope = await logScope(tx, actor, today);
    const log = scope && (await readFor(tx, parts, c, scope, pageSize));
    if (scope && log) await logged(tx, parts, c, scope, 'Loggen', log.question);
    return { held, log: log && { ...log, today, size: pageSize, ownUnitOnly: scope.among !== 'everybody' } };
  });
  const props = { held: shown.held, page: duties, size: dutiesSize, today };
  return c.html(<LogPage actor={actor} log={shown.log} duties={props} />);
}

async function sendFile(parts: PageParts, c: LogContext): Promise<Response> {
  const text = await inScope(parts, c, async (tx, scope) => {
    const { question, found, names } = await readFor(tx, parts, c, scope, fileSize);
    await logged(tx, parts, c, scope, 'Loggen som fil', question);
    return logFile(found.entries, names);
  });
  return c.body(text, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="logg-${parts.clock.today()}.csv"`,
  });
}

async function showChain(parts: PageParts, c: LogContext): Promise<Response> {
  const report = await inScope(parts, c, async (tx, scope) => {
    const found = await verifyChain(tx);
    await logged(tx, parts, c, scope, 'Loggens kedja');
    return found;
  });
  return c.html(<ChainPage actor={c.get('actor')} report={report} />);
}

function inScope<T>(
  parts: PageParts,
  c: LogContext,
  work: (tx: Tx, scope: LogScope) => Promise<T>,
): Promise<T> {
  const actor = c.get('actor');
  return withOrganiser(parts.db, actor.organiser, async (tx) => {
    const scope = await logScope(tx, actor, parts.clock.today());
    if (!scope) throw new HTTPException(404);
    return work(tx, scope);
  });
}

type Read = Pick<LogPanelProps, 'question' | 'names'> & { readonly found: FoundPage };

async function readFor(
  tx: Tx,
  { clock }: PageParts,
  c: LogContext,
  scope: LogScope,
  size: number,
): Promise<Read> {
  const question = logQuestion((name) => c.req.query(name), clock.today());
  const filter = await logFilter(tx, question, scope.among);
  const found = await readLog(tx, filter, { page: size === fileSize ? 1 : question.page, size });
  const single = found.entries.flatMap(({ subjects }) => (subjects.length === 1 ? subjects : []));
  return { question, found, names: await namesOf(tx, single) };
}

/** Reading the log is itself a line in it; about whom, when one student was asked for. */
async function logged(
  tx: Tx,
  { clock }: PageParts,
  c: LogContext,
  { because }: LogScope,
  what: string,
  question?: LogQuestion,
): Promise<void> {
  const subjects = question && question.student > 0 ? [question.student] : [];
  const at = clock.now();
  record(tx, {
    actor: c.get('actor'),
    action: 'people.log-read',
    what,
    because: becauseCode(because),
    subjects,
    at,
  });
}
