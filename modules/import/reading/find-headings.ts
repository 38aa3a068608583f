import { type FieldSpec, forEachKind, type Kind, kindSpecs, kinds, notRead } from './file-kinds.ts';
import { fixedOrder, isCivic } from './fixed-order.ts';
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
}

/** A file whose kind is not known: what it resembles most, and what is missing for that. */
export interface NotFound {
  readonly kind: null;
  readonly resembles: Kind | null;
  readonly missing: readonly string[];
  /** How many headings it has of the kind that it resembles. */
  readonly hits: number;
  /** What is said of a file that is known of and not read; null for any other. */
  readonly says: string | null;
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

/** Finds the row of headings among the first rows of a file, and by it what kind of file it is. */
export function findHeadings(rows: readonly (readonly string[])[]): Found | NotFound {
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
  const ordered = known === null ? fixedOrder(rows) : undefined;
  if (ordered) return ordered;
  const resembles = best && best.hits > 0 ? best : undefined;
  return {
    kind: null,
    resembles: resembles?.kind ?? null,
    missing: resembles?.missing ?? [],
    hits: resembles?.hits ?? 0,
    says: known ?? (resembles ? null : withoutHeadings(rows)),
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

/** Somebody's number in the first row: the file begins with a person and not with headings. */
function withoutHeadings(rows: readonly (readonly string[])[]): string | null {
  return rows[0]?.some((cell) => isCivic(cell.trim()))
    ? 'Filen har ingen rad med rubriker. Lägg till en rad överst som säger vad varje kolumn är, till exempel Personnummer, Förnamn, Efternamn och Klass.'
    : null;
}

/** A file that is complete both as students and as something else is something else: lists of all kinds hold names. */
function generality(a: Candidate, b: Candidate): number {
  if (!a.complete || !b.complete) return 0;
  return Number(kindSpecs[a.kind].isGeneral ?? false) - Number(kindSpecs[b.kind].isGeneral ?? false);
}

/** Where several columns could be a field, the one with the likeliest heading is, and of these the first. */
function columnsOf(kind: Kind, cells: readonly string[]) {
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

function matchRow(kind: Kind, cells: readonly string[], row: number): Candidate {
  const { columns, ranks } = columnsOf(kind, cells);
  const { needs, fields } = kindSpecs[kind];
  const lacking = needs.filter((group) => group.every((name) => columns[name] === undefined));
  const missing = lacking.map((group) => group.map((name) => fields[name]?.heading ?? name).join(' eller '));
  return {
    kind,
    columns,
    cells,
    row,
    hits: Object.keys(columns).length,
    ranks,
    missing,
    complete: lacking.length === 0,
  };
}

function knownFile(rows: readonly (readonly string[])[]): string | null {
  const present = new Set(rows.slice(0, searchedRows).flat().map(plainHeading));
  return notRead.find((file) => present.has(plainHeading(file.heading)))?.says ?? null;
}
