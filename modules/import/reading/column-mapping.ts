import { type Kind, kindSpecs } from './file-kinds.ts';
import {
  type Columns,
  type Found,
  fieldOfHeading,
  findHeadings,
  lackingOf,
  type NotFound,
  searchedRows,
} from './find-headings.ts';
import type { DayOrder, WholeFile } from './how-to-read.ts';
import { plainHeading } from './plain-heading.ts';

/** What the columns of a file are, as a person has said. */
export interface ColumnMapping {
  readonly kind: Kind;
  /** The headings as they stood in the file. */
  readonly headings: readonly string[];
  /** Heading by heading the field that it is read as; null is not read. */
  readonly fields: readonly (string | null)[];
  readonly dayOrder: DayOrder;
  readonly inHours: boolean;
}

/** A mapping that is remembered, as one run may use it. */
export interface RememberedMapping extends ColumnMapping {
  readonly mappingId: number;
  /** The system that the file comes from, in the words of whoever said; empty when not told. */
  readonly source: string;
  /** The unit whose files it holds for; null is the whole organiser. */
  readonly unitId: number | null;
  /** The unit code to give to files without a column for it; null when the run may be about several units. */
  readonly unit: string | null;
}

/** What is known of a file before it is opened: the mappings of its run, the preferred first, and what was said of it. */
export interface KnownOfFile {
  readonly mappings: readonly RememberedMapping[];
  readonly wholeFile: WholeFile;
  /** The code of the one unit that there is, or that the reader has; null or absent when there are several. */
  readonly onlyUnit?: string | null;
}

/** A file of which nothing is known. */
export const nothingKnown: KnownOfFile = { mappings: [], wholeFile: {} };

/** The fields that may be said of a whole file in place of a column, if the kind cannot do without them. */
const sayable = ['unit', 'starts', 'ends'] as const;

/** Which fields of a kind may be said of the whole file. */
export function wholeFileFields(kind: Kind): readonly (keyof WholeFile)[] {
  return sayable.filter((field) => kindSpecs[kind].needs.some((group) => group.includes(field)));
}

/** Where a mapping's fields stand in a row of headings. `exact`: the same headings in the same order, and no others. */
export interface MappedRow {
  readonly columns: Columns;
  readonly exact: boolean;
}

/**
 * Holds a mapping against a row of headings. The same headings in the same order are the same file. Otherwise every
 * heading that is read has to stand in the row, once, under whatever order; a column that was not there when the
 * mapping was made is read when its heading is a usual one, so that a new Sekretessmarkering is never passed over.
 * Undefined when the row is another file's.
 */
export function mappedRow(mapping: ColumnMapping, cells: readonly string[]): MappedRow | undefined {
  const there = withoutEmptyEnd(cells.map(plainHeading));
  const known = withoutEmptyEnd(mapping.headings.map(plainHeading));
  if (there.length === known.length && there.every((heading, index) => heading === known[index])) {
    return { columns: placesOf(mapping.fields, (index) => index), exact: true };
  }
  const read = mapping.fields.flatMap((field, index) => (field === null ? [] : [known[index] ?? '']));
  if (!read.every((heading) => heading !== '' && once(known, heading) && once(there, heading)))
    return undefined;
  const columns = placesOf(mapping.fields, (index) => there.indexOf(known[index]!));
  return { columns: { ...newColumns(mapping.kind, there, known), ...columns }, exact: false };
}

/** The headings up to the last that says anything: Excel writes empty cells after it. */
export function withoutEmptyEnd(headings: readonly string[]): readonly string[] {
  return headings.slice(0, headings.findLastIndex((heading) => heading.trim() !== '') + 1);
}

function once(headings: readonly string[], heading: string): boolean {
  return headings.indexOf(heading) === headings.lastIndexOf(heading) && headings.includes(heading);
}

function placesOf(fields: ColumnMapping['fields'], placeOf: (index: number) => number): Columns {
  return Object.fromEntries(
    fields.flatMap((field, index) => (field === null ? [] : [[field, placeOf(index)]])),
  );
}

function newColumns(kind: Kind, there: readonly string[], known: readonly string[]): Columns {
  const columns: Record<string, number> = {};
  for (const [index, heading] of there.entries()) {
    const field = known.includes(heading) ? undefined : fieldOfHeading(kind, heading);
    if (field !== undefined) columns[field] ??= index;
  }
  return columns;
}

/**
 * What a file is: as a person has said of its headings, or else by the headings that are known to all. A mapping that
 * holds for exactly these headings goes before one that only fits.
 * A file whose mapping needs what only a person can say of it (which unit, which period) is not read until it is said.
 */
export function findKnownHeadings(
  rows: readonly (readonly string[])[],
  known: KnownOfFile = nothingKnown,
): Found | NotFound {
  const matches = known.mappings.flatMap((mapping) =>
    rows.slice(0, searchedRows).flatMap((cells, index) => {
      const row = mappedRow(mapping, cells);
      return row ? [{ mapping, ...row, headings: cells, headingRow: index + 1 }] : [];
    }),
  );
  const [best] = matches.toSorted((a, b) => Number(b.exact) - Number(a.exact) || moreRead(a, b));
  if (!best) return findHeadings(rows, known.onlyUnit ?? null);
  const { mapping, columns, headings, headingRow } = best;
  const wholeFile = valuesFor(mapping, columns, known.wholeFile);
  const missing = lackingOf(mapping.kind, { ...columns, ...wholeFile });
  const hits = Object.keys(columns).length;
  if (missing.length > 0)
    return { kind: null, resembles: mapping.kind, missing, hits, title: null, mapping, headingRow };
  const how = { dayOrder: mapping.dayOrder, inHours: mapping.inHours, wholeFile };
  return { kind: mapping.kind, columns, headings, headingRow, how, mapping };
}

/** Of two that only fit, the one that reads more; of two for exactly these headings the preferred one, which stands first. */
function moreRead(a: MappedRow, b: MappedRow): number {
  return a.exact ? 0 : Object.keys(b.columns).length - Object.keys(a.columns).length;
}

/** What was said of the file, or goes without saying, for the fields that have no column. */
function valuesFor(mapping: RememberedMapping, columns: Columns, said: WholeFile): WholeFile {
  const all: WholeFile = mapping.unit === null ? said : { unit: mapping.unit, ...said };
  const wanted = wholeFileFields(mapping.kind).filter((field) => columns[field] === undefined);
  return Object.fromEntries(
    wanted.flatMap((field) => (all[field] === undefined ? [] : [[field, all[field]]])),
  );
}
