import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import type { ImportFile } from '../../import/index.ts';
import { plainCell } from './identity.ts';
import type { Cells } from './student-rows.ts';

/** A file of rows on its way to the disk: memory does not grow with it. */
export interface RowFile {
  add(row: string): void;
  /** Waits until the disk has taken in enough. Call it once per some thousand rows. */
  breathe(): Promise<void>;
  /** Ends the file; null when it has no rows, and then there is no file. */
  close(): Promise<ImportFile | null>;
}

const enoughCharacters = 1 << 16;

/** Begins a file `<kind>.csv` in a folder; made when the first row comes. Others than this user cannot read it. */
export function rowFile(folder: string, kind: string, headings: readonly string[]): RowFile {
  const name = `${kind}.csv`;
  const path = join(folder, name);
  let stream: WriteStream | undefined;
  let failure: Error | undefined;
  let waiting = '';
  let full = false;
  const send = (): void => {
    if (!stream) {
      stream = createWriteStream(path, { mode: 0o600 });
      stream.once('error', (error) => {
        failure = error;
      });
      waiting = `${headings.join(';')}\n${waiting}`;
    }
    full = !stream.write(waiting);
    waiting = '';
  };
  return {
    add(row) {
      waiting += `${row}\n`;
      if (waiting.length >= enoughCharacters) send();
    },
    async breathe() {
      if (failure) throw failure;
      if (full) await once(stream!, 'drain');
      full = false;
    },
    async close() {
      if (!stream && waiting === '') return null;
      send();
      stream!.end();
      await finished(stream!);
      return { path, name };
    },
  };
}

/**
 * Writes rows told by heading. A column in which no row says anything is left out: the import takes an empty cell for
 * "not there", and no column for "not said". Those in `always` are written all the same.
 */
export async function writeCells(
  folder: string,
  kind: string,
  rows: readonly Cells[],
  always: readonly string[] = [],
): Promise<ImportFile | null> {
  const all = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const headings = all.filter(
    (heading) => always.includes(heading) || rows.some((row) => (row[heading] ?? '') !== ''),
  );
  const file = rowFile(folder, kind, headings);
  for (const row of rows) file.add(headings.map((heading) => plainCell(row[heading] ?? '')).join(';'));
  return file.close();
}
