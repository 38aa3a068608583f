import { importColumnWords as words } from '../../../messages/sv/import-columns.ts';
import { isLocalDate } from '../../../platform/local-date.ts';
import { type ColumnMapping, wholeFileFields } from './column-mapping.ts';
import { kindSpecs } from './file-kinds.ts';
import { fieldOfHeading } from './find-headings.ts';
import type { WholeFile } from './how-to-read.ts';
import { looksLikeData } from './looks-like-data.ts';

/** What somebody has chosen on the page, before it is known whether it holds together. */
export interface MappingDraft extends ColumnMapping {
  readonly wholeFile: WholeFile;
  readonly source: string;
  /** The unit whose files it holds for, as it was sent: a number, or empty for the whole organiser. */
  readonly holdsFor: string;
}

/** What the one who chooses may choose between. */
export interface MappingLimits {
  /** Whether the file's students may be placed in the unit with this code. */
  mayPlaceIn(unitCode: string): boolean;
  /** What `holdsFor` may be. */
  readonly holdsFor: ReadonlySet<string>;
  /** The unit goes without saying: who chooses has one only. */
  readonly unitIsGiven: boolean;
  /** Nothing is said of a whole file: there is no file, the mapping alone is changed. */
  readonly withoutFile: boolean;
}

/** What is wrong, and the name of the field where it is put right. */
export interface MappingFault {
  readonly field: string;
  readonly says: string;
}

/** So many columns can be mapped, and a heading is no longer than this. */
export const mostColumns = 150;
const longestHeading = 200;
const longestSource = 80;

/** The name of the field on the page for a column, counted from 0. */
export const columnField = (index: number): string => `kolumn-${index + 1}`;

/** In place of one column's field when no column in particular is wrong. */
export const allColumns = 'kolumner';

/** Everything that keeps a mapping from being used, all at once; empty when it holds. */
export function checkMapping(draft: MappingDraft, limits: MappingLimits): readonly MappingFault[] {
  return [
    ...headingFaults(draft),
    ...twice(draft),
    ...missing(draft, limits),
    ...protection(draft),
    ...period(draft),
    ...limitFaults(draft, limits),
  ];
}

function headingFaults({ headings }: MappingDraft): readonly MappingFault[] {
  const wrong = (says: string): readonly MappingFault[] => [{ field: 'rad', says }];
  if (headings.every((heading) => heading.trim() === '')) return wrong(words.faults.emptyRow);
  if (headings.length > mostColumns) return wrong(words.faults.tooWide(mostColumns));
  if (looksLikeData(headings) || headings.some((heading) => heading.length > longestHeading))
    return wrong(words.faults.notHeadings);
  return [];
}

/** Two columns that were said to be the same thing, both named. */
function twice({ kind, headings, fields }: MappingDraft): readonly MappingFault[] {
  return fields.flatMap((field, index) => {
    const first = field === null ? index : fields.indexOf(field);
    if (first === index) return [];
    const name = kindSpecs[kind].fields[field!]?.heading ?? '';
    const says = words.faults.twice(
      words.column(headings[first], first),
      words.column(headings[index], index),
      name,
    );
    return [{ field: columnField(index), says }];
  });
}

function missing({ kind, fields, wholeFile }: MappingDraft, limits: MappingLimits): readonly MappingFault[] {
  const spec = kindSpecs[kind];
  const sayable: readonly string[] = wholeFileFields(kind);
  const has = (field: string): boolean =>
    fields.includes(field) || fields.includes(spec.instead?.[field] ?? field);
  return spec.needs.flatMap((group) => {
    if (group.some(has)) return [];
    const [only = ''] = group;
    if (group.length > 1 || !sayable.includes(only)) {
      const names = group.map((field) => spec.fields[field]!.heading);
      return [{ field: allColumns, says: words.faults.missing([...new Set(names)]) }];
    }
    const said = wholeFile[only as keyof WholeFile];
    if (limits.withoutFile || said || (only === 'unit' && limits.unitIsGiven)) return [];
    return [{ field: only, says: words.faults.unsaid[only as keyof WholeFile] }];
  });
}

/** A column about protected identities is never left out: those whom it protects would be read in with their names. */
function protection({ kind, headings, fields }: MappingDraft): readonly MappingFault[] {
  if (fields.includes('protection')) return [];
  return headings.flatMap((heading, index) =>
    fieldOfHeading(kind, heading) === 'protection'
      ? [{ field: columnField(index), says: words.faults.protection(heading.trim()) }]
      : [],
  );
}

function period({ wholeFile: { starts, ends } }: MappingDraft): readonly MappingFault[] {
  const faults: MappingFault[] = [];
  if (starts && !isLocalDate(starts)) faults.push({ field: 'starts', says: words.faults.noSuchDay });
  if (ends && !isLocalDate(ends)) faults.push({ field: 'ends', says: words.faults.noSuchDay });
  if (faults.length === 0 && starts && ends && ends < starts)
    faults.push({ field: 'ends', says: words.faults.endsBeforeStart });
  return faults;
}

function limitFaults(draft: MappingDraft, limits: MappingLimits): readonly MappingFault[] {
  const { unit } = draft.wholeFile;
  return [
    ...(unit && !limits.mayPlaceIn(unit) ? [{ field: 'unit', says: words.faults.notYourUnit }] : []),
    ...(limits.holdsFor.has(draft.holdsFor) ? [] : [{ field: 'galler', says: words.faults.notYourUnit }]),
    ...(draft.source.length > longestSource
      ? [{ field: 'system', says: words.faults.longSource(longestSource) }]
      : []),
  ];
}
