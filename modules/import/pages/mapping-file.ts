import type { Tx } from '../../../platform/server/db.ts';
import { withUnpacked } from '../commands/with-unpacked.ts';
import { mappingsFor } from '../queries/mappings.ts';
import { type Run, waitsIn } from '../queries/runs.ts';
import { type KnownOfFile, mappedRow, withoutEmptyEnd } from '../reading/column-mapping.ts';
import type { Kind } from '../reading/file-kinds.ts';
import { type Columns, guessColumns, searchedRows } from '../reading/find-headings.ts';
import { shownDayOrder, type WholeFile } from '../reading/how-to-read.ts';
import { looksLikeData } from '../reading/looks-like-data.ts';
import type { Table } from '../reading/open-table.ts';
import { type ImportFile, lookInto } from '../reading/opened-file.ts';
import { UnreadableFile } from '../reading/unreadable-file.ts';
import type { NotUnpacked } from '../reading/workbook/unpack-files.ts';
import { uploadedFiles } from '../uploads.ts';
import type { MappingStart } from './mapping-form.tsx';

/** Why the columns of a run's file cannot be said any more. */
export type Stale = 'done' | 'gone' | 'reading';

/** A file whose columns may be said: its name, its first rows, and what has been said of it as a whole. */
export interface FileToMap {
  readonly file: string;
  readonly table: Table;
  readonly said: WholeFile;
}

/** Finds a file of a run that waits, among the files that were sent. `reach` are the units the run may be about. */
export async function fileToMap(
  tx: Tx,
  uploads: string,
  asked: { readonly run: Run; readonly file: string; readonly reach: readonly number[] | null },
): Promise<FileToMap | Stale> {
  const { run, file, reach } = asked;
  if (run.finishedAt === null) return 'reading';
  if (run.state === 'done') return 'done';
  const files = waitsIn(run) && run.upload ? await uploadedFiles(uploads, run.upload) : undefined;
  if (!files) return 'gone';
  const said = run.upload?.said?.[file] ?? {};
  const known: KnownOfFile = { mappings: await mappingsFor(tx, reach), wholeFile: said };
  return withUnpacked(files, uploads, (unpacked) => tableOf(unpacked, file, known)).then((table) =>
    table ? { file, table, said } : 'gone',
  );
}

/** The file or sheet of that name, looked into; undefined when it is not there or no table. */
async function tableOf(
  files: readonly (ImportFile | NotUnpacked)[],
  file: string,
  known: KnownOfFile,
): Promise<Table | undefined> {
  const sent = files.find(({ name }) => name === file);
  if (!sent || 'says' in sent) return undefined;
  try {
    return (await lookInto(sent, known)).table;
  } catch (error) {
    if (error instanceof UnreadableFile) return undefined;
    throw error;
  }
}

/** What the page begins with: what is remembered or guessed of the file, unless the address says a kind or a row. */
export function startOf(
  { table, said }: FileToMap,
  asked: { readonly kind?: Kind | undefined; readonly row?: number | undefined },
): MappingStart {
  const { found, top } = table;
  const kind = asked.kind ?? found.kind ?? found.resembles ?? undefined;
  const row = asked.row ?? (found.headingRow || likelyRow(top, kind));
  const headings = withoutEmptyEnd(top[row - 1] ?? []);
  const examples = top.slice(row);
  const mapping = found.mapping?.kind === kind ? found.mapping : undefined;
  return {
    kind,
    row,
    headings,
    columns: kind ? columnsAt(table, kind, row) : {},
    examples,
    dayOrder: mapping?.dayOrder ?? shownDayOrder(examples.flat()),
    inHours: mapping?.inHours ?? false,
    wholeFile: said,
    source: mapping?.source ?? '',
    holdsFor: mapping ? String(mapping.unitId ?? '') : undefined,
  };
}

function columnsAt({ found, top }: Table, kind: Kind, row: number): Columns {
  const cells = top[row - 1] ?? [];
  const mapped = found.mapping?.kind === kind ? mappedRow(found.mapping, cells) : undefined;
  return mapped?.columns ?? guessColumns(kind, cells);
}

/** The row with most headings that are known, or else with most cells that could be headings. */
function likelyRow(top: Table['top'], kind: Kind | undefined): number {
  const points = top.slice(0, searchedRows).map((cells) => {
    const filled = cells.filter((cell) => cell.trim() !== '').length;
    const known = kind ? Object.keys(guessColumns(kind, cells)).length : 0;
    return known * 1_000 + (looksLikeData(cells) ? 0 : filled);
  });
  return points.indexOf(Math.max(...points)) + 1 || 1;
}
