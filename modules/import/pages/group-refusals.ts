import { importWords as words } from '../../../messages/sv/import.ts';
import type { StoredRefusal } from '../queries/runs.ts';
import { fieldOf, namingFields } from '../reading/file-kinds.ts';
import type { FileReport } from '../report.ts';

/** Rows from the first to the last that follow each other. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** Rows that are refused for the same reason: that follow each other, or that are many. */
export interface RefusedGroup {
  readonly file: string;
  readonly spans: readonly [Span, ...Span[]];
  readonly count: number;
  readonly column: string | null;
  /** What stood in the column; a civic number only by its end, a name never; null where there is nothing to show. */
  readonly value: string | null;
  readonly says: string;
}

/** Puts rows together that are refused for the same reason: those that follow each other, and those of which there are many. */
export function groupRefusals(
  rows: readonly StoredRefusal[],
  files: readonly FileReport[],
): readonly RefusedGroup[] {
  const groups: RefusedGroup[] = [];
  for (const row of rows) {
    const before = groups.at(-1);
    const sameReason = before?.file === row.file && before.says === row.says && before.column === row.column;
    const { first, last } = before?.spans[0] ?? { first: 0, last: 0 };
    if (before && sameReason && row.row - last <= 1) {
      const spans = [{ first, last: row.row }] as const;
      groups[groups.length - 1] = { ...before, spans, count: before.count + 1, value: null };
    } else {
      const { file, column, says } = row;
      groups.push({
        file,
        spans: [{ first: row.row, last: row.row }],
        count: 1,
        column,
        value: shownValue(row, files),
        says,
      });
    }
  }
  return gathered(groups);
}

/** More places than this with the same reason and nothing to show of each are one line. */
const mostApart = 3;

/** Puts what is said over and over about rows here and there on the line where it is said first. */
function gathered(groups: readonly RefusedGroup[]): readonly RefusedGroup[] {
  const alike = Map.groupBy(groups, ({ file, column, says, value }) =>
    JSON.stringify([file, column, says, value]),
  );
  return [...alike.values()].flatMap((same) => {
    const [first] = same;
    if (!first || first.value !== null || same.length <= mostApart) return same;
    const [span, ...others] = same.flatMap(({ spans }) => spans);
    return [{ ...first, spans: [span!, ...others], count: same.reduce((sum, { count }) => sum + count, 0) }];
  });
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
