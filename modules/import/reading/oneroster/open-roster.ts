import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportFile } from '../opened-file.ts';
import { readRecords } from './record-table.ts';
import { type RosterTables, type TranslatedRow, translateRoster } from './translate.ts';

/** The files of a run, a OneRoster roster among them replaced by files in our own headings. */
export interface OpenedRoster {
  readonly files: readonly ImportFile[];
  /** Files that were read together with others, and what is said of them. */
  readonly companions: readonly { readonly file: string; readonly says: string }[];
  /** Deletes what was written down meanwhile. */
  clean(): Promise<void>;
}

/**
 * Looks for a OneRoster roster among the files and writes it down as files of the kinds `elever` and `personal`, row by
 * row under the number that the row has in its own file, so that a refused row is found there. Without a file of users
 * everything stays as it is.
 */
export async function openRoster(files: readonly ImportFile[]): Promise<OpenedRoster> {
  const read = await Promise.all(
    files.map(async (file) => ((await mayBe(file)) ? readRecords(file) : undefined)),
  );
  const ofRoster = read.map((each) => (each ? { ...each, file: each.table.file } : undefined));
  const users = ofRoster.filter((each) => each?.is === 'users');
  const [only] = users;
  if (!only || users.length > 1) return { files, companions: [], clean: async () => undefined };
  const tables = Object.fromEntries(
    ofRoster.flatMap((each) => (each && each.is !== 'unused' ? [[each.is, each.table]] : [])),
  ) as RosterTables;
  const { elever, personal } = translateRoster(tables);
  const folder = await mkdtemp(join(tmpdir(), 'fullfolj-roster-'));
  const written = [
    ...(await writeLists(folder, 'elever', only.file, elever)),
    ...(await writeLists(folder, 'personal', only.file, personal)),
  ];
  const says =
    written.length > 0
      ? `Läst tillsammans med ${only.file}.`
      : `${only.file} innehåller varken elever eller personal.`;
  const companions = ofRoster.flatMap((each) =>
    each && (each !== only || written.length === 0) ? [{ file: each.file, says: saysOf(each.is, says) }] : [],
  );
  return {
    files: [...files.filter((_, index) => !read[index]), ...written],
    companions,
    clean: () => rm(folder, { recursive: true, force: true }),
  };
}

const lookedAt = 2_000;

/** Whether a file's beginning has a heading of the standard: files of lessons are large and not looked through twice. */
async function mayBe(file: ImportFile): Promise<boolean> {
  const opened = await open(file.path);
  try {
    const { buffer, bytesRead } = await opened.read(Buffer.alloc(lookedAt), 0, lookedAt, 0);
    return /sourcedid|propertyname/i.test(buffer.toString('latin1', 0, bytesRead));
  } finally {
    await opened.close();
  }
}

function saysOf(is: string, says: string): string {
  return is === 'unused'
    ? 'Behövs inte: filen hör till en OneRoster-lista men säger inget om elever eller grupper.'
    : says;
}

async function writeLists(
  folder: string,
  kind: 'elever' | 'personal',
  file: string,
  lists: readonly (readonly TranslatedRow[])[],
): Promise<readonly ImportFile[]> {
  return Promise.all(
    lists.map(async (rows, index) => {
      const path = join(folder, `${kind}-${index}.csv`);
      await writeFile(path, asText(rows), { mode: 0o600 });
      const part = index === 0 ? kind : `${kind}, skolenhet ${index + 1}`;
      return { path, name: `${file} (${part})` };
    }),
  );
}

/** Blank lines stand for the users who are not in this list: row numbers are those of the file of users. */
function asText(rows: readonly TranslatedRow[]): string {
  const headings = [...new Set(rows.flatMap((row) => Object.keys(row.cells)))];
  const lines: string[] = [headings.map(quoted).join(';')];
  for (const { number, cells } of rows)
    lines[number - 1] = headings.map((heading) => quoted(cells[heading] ?? '')).join(';');
  return `${Array.from(lines, (line) => line ?? '').join('\n')}\n`;
}

function quoted(cell: string): string {
  return /[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
