import type { LocalDate } from '../../../platform/local-date.ts';

/** Something that held from a day to a day (null: goes on), of one of two persons. */
export interface Span {
  /** What it was: a unit, a group, a mentor. Only spans of the same are joined. */
  readonly of: string;
  readonly goes: boolean;
  readonly starts: LocalDate;
  readonly ends: LocalDate | null;
}

/** A time that both persons' spans tell of. */
export interface Joined<Row extends Span> {
  /** The span that stays, the latest of the one that stayed. */
  readonly stays: Row;
  /** From the first day of all to the last. */
  readonly starts: LocalDate;
  readonly ends: LocalDate | null;
  /** The others, which are told by it now. */
  readonly absorbed: readonly Row[];
}

/** What the spans of two persons who are one come to. Spans that are not named are left as they are. */
export interface JoinedSpans<Row extends Span> {
  /** Of the one that goes, at a time that the other knows nothing of. */
  readonly moved: readonly Row[];
  readonly joined: readonly Joined<Row>[];
}

/**
 * Joins the spans of the one that goes with those of the one that stays: where both tell of the same at the same time
 * there is one span, so that nobody is enrolled twice at a unit and leaves it once. Spans that only meet are not joined.
 */
export function joinSpans<Row extends Span>(rows: readonly Row[]): JoinedSpans<Row> {
  const clusters = [...Map.groupBy(rows, (row) => row.of).values()].flatMap(overlapping);
  const touched = clusters.filter((cluster) => cluster.some((row) => row.goes));
  return {
    moved: touched.filter((cluster) => cluster.every((row) => row.goes)).flat(),
    joined: touched.filter((cluster) => cluster.some((row) => !row.goes)).map(asOne),
  };
}

function overlapping<Row extends Span>(rows: readonly Row[]): Row[][] {
  const clusters: Row[][] = [];
  let last: LocalDate | null = '';
  for (const row of rows.toSorted((a, b) => (a.starts < b.starts ? -1 : 1))) {
    if (last === null || row.starts <= last) clusters.at(-1)!.push(row);
    else clusters.push([row]);
    const apart = clusters.at(-1)!.length === 1;
    last = apart ? row.ends : later(last, row.ends);
  }
  return clusters;
}

function asOne<Row extends Span>(cluster: readonly Row[]): Joined<Row> {
  const stays = cluster.findLast((row) => !row.goes)!;
  return {
    stays,
    starts: cluster[0]!.starts,
    ends: cluster.map((row) => row.ends).reduce(later),
    absorbed: cluster.filter((row) => row !== stays),
  };
}

function later(a: LocalDate | null, b: LocalDate | null): LocalDate | null {
  if (a === null || b === null) return null;
  return a > b ? a : b;
}
