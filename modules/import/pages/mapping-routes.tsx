import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Tx } from '../../../platform/server/db.ts';
import { type Form, readForm } from '../../../platform/server/read-form.ts';
import type { PageEnv } from '../../access/index.ts';
import { record } from '../../audit/index.ts';
import { organiserOf, units } from '../../organisation/index.ts';
import { type Run, runById } from '../queries/runs.ts';
import { checkMapping, type MappingDraft } from '../reading/check-mapping.ts';
import { withoutEmptyEnd } from '../reading/column-mapping.ts';
import { searchedRows } from '../reading/find-headings.ts';
import { reopenRun, saveMapping } from '../store-mapping.ts';
import {
  type ImportContext,
  type Importer,
  type ImportPages,
  importerOf,
  inBoth,
  inOrganiser,
  runIdOf,
  seenIn,
} from './import-parts.ts';
import { lookAgain } from './look-again.ts';
import { choicesOf, holdsForOf, limitsOf, type MappingChoices } from './mapping-choices.ts';
import { draftFields, draftFrom, fieldsAt, kindOf } from './mapping-draft.ts';
import { type FileToMap, fileToMap, type Stale, startOf } from './mapping-file.ts';
import { MappingPage, type MappingPageProps } from './mapping-page.tsx';
import { StaleMappingPage } from './mapping-stale-page.tsx';

/** `/import/:run/kolumner?fil=0`: a person says what the columns of a file are; then it is looked at again. */
export function mappingRoutes(pages: ImportPages): Hono<PageEnv> {
  return new Hono<PageEnv>()
    .get('/import/:run/kolumner', async (c) => {
      const asked = { kind: kindOf(c.req.query(draftFields.kind)), row: rowOf(c.req.query(draftFields.row)) };
      const found = await inOrganiser(pages, c, (tx) => findFile(tx, pages, c));
      if ('why' in found) return stale(c, found, 200);
      const start = startOf(found.file, asked);
      const draft: MappingDraft | undefined = start.kind && {
        ...start,
        kind: start.kind,
        fields: fieldsAt(start.columns, start.headings),
        holdsFor: holdsForOf(start.holdsFor, found.choices),
      };
      return c.html(<MappingPage {...pageOf(found, start.row, draft)} kind={start.kind} />);
    })
    .post('/import/:run/kolumner', (c) => save(pages, c));
}

/** A file of a run that may be mapped, and by whom. */
interface Found {
  readonly importer: Importer;
  readonly run: Run;
  readonly index: number;
  readonly file: FileToMap;
  readonly choices: MappingChoices;
}

/** Its run is over, or its files are gone. */
interface TooLate {
  readonly importer: Importer;
  readonly run: Run;
  readonly why: Stale;
}

async function findFile(tx: Tx, pages: ImportPages, c: ImportContext): Promise<Found | TooLate> {
  const importer = importerOf(c);
  const run = await runById(tx, runIdOf(c), importer.sees);
  const index = Number(c.req.query('fil') ?? 0);
  const report = run?.report?.files[index];
  if (!run || (run.report && !report)) throw new HTTPException(404);
  const reach = run.upload ? inBoth(importer.onlyUnits, run.upload.units) : importer.onlyUnits;
  const file = await fileToMap(tx, pages.uploads, { run, file: report?.file ?? '', reach });
  if (typeof file === 'string') return { importer, run, why: file };
  return { importer, run, index, file, choices: choicesOf(await units(tx), reach) };
}

function stale(
  c: ImportContext,
  { importer, run, why }: TooLate,
  status: 200 | 409,
): Response | Promise<Response> {
  return c.html(<StaleMappingPage importer={importer} runId={run.runId} why={why} />, status);
}

function pageOf(
  { importer, run, index, file, choices }: Found,
  row: number,
  draft: MappingDraft | undefined,
  faults: NonNullable<MappingPageProps['form']>['faults'] = [],
): Omit<MappingPageProps, 'kind'> {
  const { top } = file.table;
  const hidden = { [draftFields.row]: String(row), sett: run.finishedAt?.toISOString() ?? '' };
  const form = draft && { draft, choices, faults, examples: top.slice(row), hidden };
  return { importer, run, index, file: file.file, row, top, form };
}

async function save(pages: ImportPages, c: ImportContext): Promise<Response> {
  importerOf(c);
  const form = await readForm(c);
  const answer = await inOrganiser(pages, c, async (tx) => {
    const found = await findFile(tx, pages, c);
    if ('why' in found) return found;
    const draft = draftOf(form, found);
    if (!draft) return { ...found, row: 1, draft, faults: [] };
    const faults = checkMapping(draft, limitsOf(found.choices, false));
    const row = rowOf(form[draftFields.row]) ?? 1;
    if (faults.length > 0) return { ...found, row, draft, faults };
    const { run } = found;
    const seen = seenIn(form);
    const said = { file: found.file.file, wholeFile: draft.wholeFile };
    const opened = seen !== undefined && (await reopenRun(tx, run.runId, { seen, ...said }));
    if (!opened) return { importer: found.importer, run, why: 'reading' as const };
    await keep(tx, pages, found, draft);
    const after = await runById(tx, run.runId, found.importer.sees);
    return { importer: found.importer, begun: after ?? run, organiser: await organiserOf(tx) };
  });
  if ('why' in answer) return stale(c, answer, 409);
  if ('faults' in answer) {
    const { row, draft, faults } = answer;
    return c.html(<MappingPage {...pageOf(answer, row, draft, faults)} kind={draft?.kind} />, 422);
  }
  const { begun: run, importer, organiser } = answer;
  await lookAgain(pages, c, { run, importer, organiser });
  return c.redirect(`/import/${run.runId}`, 303);
}

/** What was chosen, about the headings of the row that it was chosen for; undefined when it says no kind. */
function draftOf(form: Form, { file }: Found): MappingDraft | undefined {
  const kind = kindOf(form[draftFields.kind]);
  const headings = file.table.top[(rowOf(form[draftFields.row]) ?? 1) - 1] ?? [];
  return kind && draftFrom(form, kind, withoutEmptyEnd(headings));
}

async function keep(tx: Tx, pages: ImportPages, found: Found, draft: MappingDraft): Promise<void> {
  const { importer, run } = found;
  const { kind, headings, fields, dayOrder, inHours, source, holdsFor } = draft;
  const mapping = await saveMapping(tx, {
    kind,
    headings: headings.map((heading) => heading.trim()),
    fields,
    dayOrder,
    inHours,
    source,
    unitId: holdsFor === '' ? null : Number(holdsFor),
    setBy: importer.actor.personId,
  });
  record(tx, {
    actor: importer.actor,
    action: 'import.run',
    what: 'Kolumner sparade',
    because: importer.because,
    subjects: [],
    detail: { run: run.runId, mapping },
    at: pages.clock.now(),
  });
}

function rowOf(text: string | undefined): number | undefined {
  const row = Number(text);
  return Number.isInteger(row) && row >= 1 && row <= searchedRows ? row : undefined;
}
