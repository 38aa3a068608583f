import { type CopiedLines, copyCsv, copyJsonLines } from '../../platform/server/copy-lines.ts';
import type { Snapshot } from '../../platform/server/snapshot.ts';
import type { ZipArchive } from '../../platform/server/zip-archive.ts';
import { type FileRows, readmeText } from './readme-text.ts';
import { prepareScope, type Scope, type Taken } from './scope.ts';
import { fileQuery, headsOf, type Sheet } from './sheet.ts';
import { aterkoppling, loggen, oro, samtal, signaler } from './sheets/act-sheets.ts';
import { betyg, narvaro, narvaroSumma } from './sheets/attendance-sheets.ts';
import { slutbetyg } from './sheets/final-grades-sheet.ts';
import {
  elever,
  grupper,
  identiteter,
  inskrivningar,
  mentorer,
  personal,
  vardnadshavare,
} from './sheets/roster-sheets.ts';
import { gransvarden, inlasningar, lasar, rutiner, skolenheter } from './sheets/setting-sheets.ts';
import { lessonsQuery, monthsWithLessons, periodTotalsQuery, tableQuery } from './table-query.ts';
import { exportedTables } from './tables.ts';

/** What was written: whom it is about, and how many rows each file has. */
export interface Written {
  readonly taken: Taken;
  readonly files: readonly FileRows[];
}

/** What is told about an export while it is made. */
export interface ExportLabels {
  readonly organiserName: string;
  /** The names of the units, when only some are taken. */
  readonly unitNames: readonly string[];
  /** Hears of each file as it is begun. */
  readonly onFile?: (name: string) => void;
}

/** The files that are read in again, in the order of reading, but for the lessons. */
export const readableSheets: readonly Sheet[] = [
  elever,
  personal,
  vardnadshavare,
  narvaroSumma,
  betyg,
  slutbetyg,
];
const furtherSheets: readonly Sheet[] = [skolenheter, lasar, identiteter, inskrivningar, grupper, mentorer];
/** Files of the whole organiser alone. */
export const wholeSheets: readonly Sheet[] = [
  samtal,
  oro,
  signaler,
  aterkoppling,
  gransvarden,
  rutiner,
  inlasningar,
  loggen,
];

/** Writes everything that the scope takes into an archive, file by file as the database finds it, and the story of it last. */
export async function writeOrganiser(
  snapshot: Snapshot,
  scope: Scope,
  zip: ZipArchive,
  labels: ExportLabels,
): Promise<Written> {
  const taken = await prepareScope(snapshot, scope);
  const months = await monthsWithLessons(snapshot, scope);
  const files: FileRows[] = [];
  const add = async (name: string, key: string, lines: CopiedLines) => {
    labels.onFile?.(name);
    await zip.add(name, lines.content);
    files.push({ name, key, rows: lines.rows() });
  };
  const sheets = [
    ...readableSheets,
    ...months.map(narvaro),
    ...furtherSheets,
    ...(scope.units === null ? wholeSheets : []),
  ];
  for (const sheet of sheets)
    await add(
      `${sheet.file}.csv`,
      sheet.file.replace(/-\d{4}-\d{2}$/, ''),
      copyCsv(snapshot, headsOf(sheet), fileQuery(sheet, scope)),
    );
  for await (const { table, query } of documents(snapshot, scope, months))
    await add(`json/${table}.jsonl`, 'json', copyJsonLines(snapshot, query));
  await zip.add(...readmeText(scope, labels, taken, files));
  zip.end();
  return { taken, files };
}

async function* documents(snapshot: Snapshot, scope: Scope, months: readonly string[]) {
  for (const [table, { whole }] of Object.entries(exportedTables))
    if (!whole || scope.units === null) yield { table, query: await tableQuery(snapshot, table, scope) };
  for (const month of months)
    yield { table: `attendance.lesson-${month.slice(0, 7)}`, query: lessonsQuery(scope, month) };
  yield { table: 'attendance.period_total', query: periodTotalsQuery(scope) };
}
