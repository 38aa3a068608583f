import type { RememberedMapping } from './column-mapping.ts';
import { type FieldSpec, type Kind, kindSpecs, kinds, notReadYet } from './file-kinds.ts';
import type { HowToRead } from './how-to-read.ts';

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
  /** Set when it is a file that we know of but do not read yet. */
  readonly title: string | null;
  /** The mapping that its headings are known by, when only something else is missing, and where they stand. */
  readonly mapping?: RememberedMapping;
  readonly headingRow?: number;
}

/** How many rows from the top the headings may stand: templates begin with a title. */
export const searchedRows = 10;

/**
 * A heading without case, accents, spaces and punctuation, so that `Ogiltig frånvaro (min)` and `OGILTIG_FRANVARO_MIN`
 * are one. The percent sign stays as a word: `N %` and `N min` are two columns of one file.
 */
export function plainHeading(text: string): string {
  return text
    .replaceAll('%', 'procent')
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

const synonyms: Readonly<Record<Kind, ReadonlyMap<string, string>>> = {
  elever: synonymsOf(kindSpecs.elever.fields),
  narvaro: synonymsOf(kindSpecs.narvaro.fields),
  narvaro_summa: synonymsOf(kindSpecs.narvaro_summa.fields),
  betyg: synonymsOf(kindSpecs.betyg.fields),
};

function synonymsOf(fields: Readonly<Record<string, FieldSpec>>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [name, spec] of Object.entries(fields)) found.set(plainHeading(spec.heading), name);
  for (const [name, spec] of Object.entries(fields)) {
    for (const other of spec.alsoCalled) {
      if (!found.has(plainHeading(other))) found.set(plainHeading(other), name);
    }
  }
  return found;
}

/** Finds the row of headings among the first rows of a file, and by it what kind of file it is. */
export function findHeadings(rows: readonly (readonly string[])[]): Found | NotFound {
  const candidates = rows
    .slice(0, searchedRows)
    .flatMap((cells, index) => kinds.map((kind) => matchRow(kind, cells, index + 1)));
  const [best] = candidates.toSorted((a, b) => Number(b.complete) - Number(a.complete) || b.hits - a.hits);
  if (best?.complete && !isOutweighed(best.cells))
    return { kind: best.kind, columns: best.columns, headings: best.cells, headingRow: best.row };
  const resembles = best && best.hits > 0 ? best : undefined;
  return {
    kind: null,
    resembles: resembles?.kind ?? null,
    missing: resembles?.missing ?? [],
    hits: resembles?.hits ?? 0,
    title: knownTitle(rows),
  };
}

interface Candidate {
  readonly kind: Kind;
  readonly columns: Columns;
  readonly cells: readonly string[];
  readonly row: number;
  readonly hits: number;
  readonly missing: readonly string[];
  readonly complete: boolean;
}

function matchRow(kind: Kind, cells: readonly string[], row: number): Candidate {
  const columns = guessColumns(kind, cells);
  const missing = lackingOf(kind, columns);
  const hits = Object.keys(columns).length;
  return { kind, columns, cells, row, hits, missing, complete: missing.length === 0 };
}

/** The field of a kind that a heading is known for; undefined for one that is not known. */
export function fieldOfHeading(kind: Kind, heading: string): string | undefined {
  return synonyms[kind].get(plainHeading(heading));
}

/** Where the fields of a kind stand in a row of headings, as far as the headings are known. */
export function guessColumns(kind: Kind, cells: readonly string[]): Columns {
  const columns: Record<string, number> = {};
  for (const [index, cell] of cells.entries()) {
    const name = fieldOfHeading(kind, cell);
    if (name !== undefined && columns[name] === undefined) columns[name] = index;
  }
  return columns;
}

/** What a file of a kind cannot do without and does not have, in the usual headings: "Personnummer eller Person-ID". */
export function lackingOf(kind: Kind, has: Readonly<Partial<Record<string, unknown>>>): readonly string[] {
  const { needs, fields } = kindSpecs[kind];
  const lacking = needs.filter((group) => group.every((name) => has[name] === undefined));
  return lacking.map((group) => group.map((name) => fields[name]?.heading ?? name).join(' eller '));
}

const outweighing = new Set(
  notReadYet.filter((file) => file.outweighs).map(({ heading }) => plainHeading(heading)),
);

function isOutweighed(cells: readonly string[]): boolean {
  return cells.some((cell) => outweighing.has(plainHeading(cell)));
}

function knownTitle(rows: readonly (readonly string[])[]): string | null {
  const present = new Set(rows.slice(0, searchedRows).flat().map(plainHeading));
  return notReadYet.find((file) => present.has(plainHeading(file.heading)))?.title ?? null;
}
