import { open } from 'node:fs/promises';
import type { Allowance } from './archive.ts';
import type { SheetRow } from './sheet-rows.ts';

/**
 * Writes rows as a text file in UTF-8 with tabs between the cells (RFC 4180 quotes), to be read as any other file. Rows
 * keep their numbers: where the sheet has none, a blank line stands. What is written is taken from the allowance.
 */
export async function writeTable(
  path: string,
  batches: AsyncIterable<readonly SheetRow[]>,
  allowance: Allowance,
): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  let next = 1;
  try {
    for await (const rows of batches) {
      let text = '';
      for (const { number, cells } of rows) {
        text += '\n'.repeat(number - next) + lineOf(cells);
        next = number + 1;
      }
      const bytes = Buffer.from(text);
      allowance.take(bytes.length);
      await file.writeFile(bytes);
    }
  } finally {
    await file.close();
  }
}

function lineOf(cells: readonly string[]): string {
  let line = '';
  for (let at = 0; at < cells.length; at++) line += (at === 0 ? '' : '\t') + quoted(cells[at]!);
  return `${line}\n`;
}

function quoted(cell: string): string {
  return /["\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
