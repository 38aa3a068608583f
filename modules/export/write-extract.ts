import { exportWords as words } from '../../messages/sv/export.ts';
import { byteOrderMark, csvLine } from '../../platform/csv-line.ts';
import type { Snapshot } from '../../platform/server/snapshot.ts';
import type { ZipArchive } from '../../platform/server/zip-archive.ts';
import { extractPage } from './extract-page.tsx';
import { prepareScope, type Scope } from './scope.ts';
import { headsOf, rowsQuery, type Sheet } from './sheet.ts';
import { furtherSheets, portableSheets } from './sheets/extract-sheets.ts';

/** A sheet with its rows, for one student. */
export interface FilledSheet {
  readonly sheet: Sheet;
  readonly rows: readonly (readonly (string | null)[])[];
}

/** Writes the register extract of the scope's student: a page to print, the same as JSON, and every sheet as CSV. */
export async function writeExtract(
  snapshot: Snapshot,
  scope: Scope,
  zip: ZipArchive,
  organiserName: string,
): Promise<Readonly<Record<string, number>>> {
  await prepareScope(snapshot, scope);
  const portable = await filled(snapshot, scope, portableSheets);
  const further = await filled(snapshot, scope, furtherSheets);
  const all = [...portable, ...further];
  const { extract } = words;
  await zip.add(extract.page, extractPage(all, { organiserName, today: scope.today }));
  await zip.add('registerutdrag.json', jsonOf(all));
  for (const each of portable) await zip.add(`${extract.portable}/${each.sheet.file}.csv`, csvOf(each));
  await zip.add(`${extract.portable}/uppgifter.json`, jsonOf(portable));
  for (const each of further) await zip.add(`${extract.folder}/${each.sheet.file}.csv`, csvOf(each));
  zip.end();
  return Object.fromEntries(all.map(({ sheet, rows }) => [sheet.file, rows.length]));
}

async function filled(
  { client }: Snapshot,
  scope: Scope,
  sheets: readonly Sheet[],
): Promise<readonly FilledSheet[]> {
  const answers: FilledSheet[] = [];
  for (const sheet of sheets) {
    const { rows } = await client.query<(string | null)[]>({
      text: rowsQuery(sheet, scope),
      rowMode: 'array',
    });
    answers.push({ sheet, rows });
  }
  return answers;
}

function csvOf({ sheet, rows }: FilledSheet): string {
  return byteOrderMark + [headsOf(sheet), ...rows].map((cells) => csvLine(cells)).join('');
}

function jsonOf(all: readonly FilledSheet[]): string {
  const objects = all.map(({ sheet, rows }) => [
    sheet.file,
    rows.map((cells) =>
      Object.fromEntries(sheet.columns.map(({ head }, index) => [head, cells[index] ?? null])),
    ),
  ]);
  return `${JSON.stringify(Object.fromEntries(objects), null, 1)}\n`;
}
