import { importWords as words } from '../../../messages/sv/import.ts';
import type { StoredRefusal } from '../queries/runs.ts';
import { fieldOf, namingFields } from '../reading/file-kinds.ts';
import type { FileReport } from '../report.ts';

/** Rows that follow each other and are refused for the same reason. */
export interface RefusedGroup {
  readonly file: string;
  readonly first: number;
  readonly last: number;
  readonly count: number;
  readonly column: string | null;
  /** What stood in the column; a civic number only by its end, a name never; null where there is nothing to show. */
  readonly value: string | null;
  readonly says: string;
}

/** Puts rows together that follow each other, one after the other or with one blank row between, for the same reason. */
export function groupRefusals(
  rows: readonly StoredRefusal[],
  files: readonly FileReport[],
): readonly RefusedGroup[] {
  const groups: RefusedGroup[] = [];
  for (const row of rows) {
    const before = groups.at(-1);
    const sameReason = before?.file === row.file && before.says === row.says && before.column === row.column;
    if (before && sameReason && row.row - before.last <= 1) {
      groups[groups.length - 1] = { ...before, last: row.row, count: before.count + 1, value: null };
    } else {
      const { file, column, says } = row;
      groups.push({
        file,
        first: row.row,
        last: row.row,
        count: 1,
        column,
        value: shownValue(row, files),
        says,
      });
    }
  }
  return groups;
}

/** Names are never shown, and of a civic number two digits: a page is read over a shoulder, and the row is found by them. */
function shownValue(row: StoredRefusal, files: readonly FileReport[]): string | null {
  const file = files.find((each) => each.file === row.file);
  if (!file?.kind || row.column === null) return null;
  const at = file.headings.findIndex((heading) => heading.trim() === row.column);
  const value = row.cells[at]?.trim();
  const read = file.columns.find(({ heading }) => heading === row.column);
  const field = read?.field ?? fieldOf(file.kind, row.column);
  if (value === undefined || field === undefined) return null;
  if (value === '' || !namingFields.has(field)) return value;
  return field === 'civic' ? words.refused.endsWith(value.slice(-2)) : null;
}
