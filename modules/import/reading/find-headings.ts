import type { RememberedMapping } from './column-mapping.ts';
import {
  type FieldSpec,
  forEachKind,
  type Kind,
  type KnownFile,
  kindSpecs,
  kinds,
  notRead,
} from './file-kinds.ts';
import { fixedOrder, isCivic } from './fixed-order.ts';
import { type HowToRead, usualWay } from './how-to-read.ts';
import { plainHeading } from './plain-heading.ts';

/** Where a kind's fields stand: field → column number, counted from 0. */
export type Columns = Readonly<Partial<Record<string, number>>>;

/** A file whose kind is known. */
export interface Found {
  readonly kind: Kind;
  readonly columns: Columns;
  /** The headings as they stand in the file. */
  readonly headings: readonly string[];
  /** The heading row's number; the first row is 1. */
  readonly headingRow: number;
  /** How its cells are to be read; absent is the usual way. */
  readonly how?: HowToRead;
  /** The mapping that said what its columns are; absent when the headings are known to all. */
  readonly mapping?: RememberedMapping;
}

/** A file whose kind is not known: what it resembles most, and what is missing for that. */
export interface NotFound {
  readonly kind: null;
  readonly resembles: Kind | null;
  readonly missing: readonly string[];
  /** How many headings it has of the kind that it resembles. */
  readonly hits: number;
  /** Set when it is a file that we know of and do not read. */
  readonly title: string | null;
  /** Nothing is missed by not reading it. */
  readonly isNeedless?: boolean;
  /** It begins with a person and not with headings. */
  readonly isHeadless?: boolean;
  /** The mapping that its headings are known by, when only something else is missing, and where they stand. */
  readonly mapping?: RememberedMapping;
  readonly headingRow?: number;
}

/** How many rows from the top the headings may stand: templates begin with a title. */
export const searchedRows = 10;

/** A field that a heading stands for, and how likely it does: 0 for the field's own heading, more for the others. */
interface Meaning {
  readonly field: string;
  readonly rank: number;
}

const synonyms = forEachKind((kind) => synonymsOf(kindSpecs[kind].fields));

function synonymsOf(fields: Readonly<Record<string, FieldSpec>>): ReadonlyMap<string, Meaning> {
  const found = new Map<string, Meaning>();
  for (const [field, spec] of Object.entries(fields))
    found.set(plainHeading(spec.heading), { field, rank: 0 });
  for (const [field, spec] of Object.entries(fields)) {
    for (const [index, other] of spec.alsoCalled.entries()) {
      const plain = plainHeading(other);
      if (!found.has(plain)) found.set(plain, { field, rank: index + 1 });
    }
  }
  return found;
}

/**
 * Finds the row of headings among the first rows of a file, and by it what kind of file it is. A file of persons without a
 * unit is about `onlyUnit`, where there is only one; null when there are several.
 */
export function findHeadings(
  rows: readonly (readonly string[])[],
  onlyUnit: string | null = null,
): Found | NotFound {
  const candidates = rows
    .slice(0, searchedRows)
    .flatMap((cells, index) => kinds.map((kind) => matchRow(kind, cells, index + 1)));
  const [best] = candidates.toSorted(
    (a, b) =>
      Number(b.complete) - Number(a.complete) || generality(a, b) || b.hits - a.hits || a.ranks - b.ranks,
  );
  if (best?.complete)
    return { kind: best.kind, columns: best.columns, headings: best.cells, headingRow: best.row };
  const known = knownFile(rows);
  const ordered = known ? undefined : fixedOrder(rows);
  if (ordered) return ordered;
  const [placed] = candidates
    .filter(lacksOnlyUnit)
    .toSorted((a, b) => isGeneral(a) - isGeneral(b) || b.hits - a.hits);
  if (placed && onlyUnit !== null && !known) {
    const how = { ...usualWay, wholeFile: { unit: onlyUnit } };
    return {
      kind: placed.kind,
      columns: placed.columns,
      headings: placed.cells,
      headingRow: placed.row,
      how,
    };
  }
  const resembles = placed ?? (best && best.hits > 0 ? best : undefined);
  return {
    kind: null,
    resembles: resembles?.kind ?? null,
    missing: resembles?.missing ?? [],
    hits: resembles?.hits ?? 0,
    title: known?.title ?? null,
    isNeedless: known?.isNeedless === true,
    isHeadless: !resembles && rows[0]?.some((cell) => isCivic(cell.trim())) === true,
  };
}

interface Candidate {
  readonly kind: Kind;
  readonly columns: Columns;
  readonly cells: readonly string[];
  readonly row: number;
  readonly hits: number;
  /** How far from the kind's own headings those of the row are, in all. */
  readonly ranks: number;
  readonly missing: readonly string[];
  readonly complete: boolean;
}

/** A file that is complete both as students and as something else is something else: lists of all kinds hold names. */
function generality(a: Candidate, b: Candidate): number {
  if (!a.complete || !b.complete) return 0;
  return isGeneral(a) - isGeneral(b);
}

const isGeneral = ({ kind }: Candidate): number => Number(kindSpecs[kind].isGeneral ?? false);

/** A file of persons that has all but where they are, and something that says what they are. */
function lacksOnlyUnit({ kind, columns, missing }: Candidate): boolean {
  const { fields, withoutUnit = [] } = kindSpecs[kind];
  const [only] = missing;
  return (
    missing.length === 1 &&
    only === fields.unit?.heading &&
    withoutUnit.some((field) => columns[field] !== undefined)
  );
}

function matchRow(kind: Kind, cells: readonly string[], row: number): Candidate {
  const { columns, ranks } = guess(kind, cells);
  const missing = lackingOf(kind, columns);
  const hits = Object.keys(columns).length;
  return { kind, columns, cells, row, hits, ranks, missing, complete: missing.length === 0 };
}

/** The field of a kind that a heading is known for; undefined for one that is not known. */
export function fieldOfHeading(kind: Kind, heading: string): string | undefined {
  return synonyms[kind].get(plainHeading(heading))?.field;
}

/** Where the fields of a kind stand in a row of headings, as far as the headings are known. */
export function guessColumns(kind: Kind, cells: readonly string[]): Columns {
  return guess(kind, cells).columns;
}

/** Where several columns could be a field, the one with the likeliest heading is, and of these the first. */
function guess(kind: Kind, cells: readonly string[]) {
  const columns: Record<string, number> = {};
  const ranks: Record<string, number> = {};
  for (const [index, cell] of cells.entries()) {
    const meaning = synonyms[kind].get(plainHeading(cell));
    if (!meaning || meaning.rank >= (ranks[meaning.field] ?? Number.POSITIVE_INFINITY)) continue;
    columns[meaning.field] = index;
    ranks[meaning.field] = meaning.rank;
  }
  return { columns, ranks: Object.values(ranks).reduce((sum, rank) => sum + rank, 0) };
}

/** What a file of a kind cannot do without and does not have, in the usual headings: "Personnummer eller Person-ID". */
export function lackingOf(kind: Kind, has: Readonly<Partial<Record<string, unknown>>>): readonly string[] {
  const { needs, fields, instead = {} } = kindSpecs[kind];
  const isThere = (name: string): boolean =>
    has[name] !== undefined || has[instead[name] ?? name] !== undefined;
  const lacking = needs.filter((group) => !group.some(isThere));
  return lacking.map((group) => group.map((name) => fields[name]?.heading ?? name).join(' eller '));
}

function knownFile(rows: readonly (readonly string[])[]): KnownFile | undefined {
  const present = new Set(rows.slice(0, searchedRows).flat().map(plainHeading));
  return notRead.find((file) => present.has(plainHeading(file.heading)));
}
