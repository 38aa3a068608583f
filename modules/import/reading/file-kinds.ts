import { betyg } from './kinds/betyg.ts';
import { elever } from './kinds/elever.ts';
import type { KindSpec } from './kinds/kind-spec.ts';
import { narvaro } from './kinds/narvaro.ts';
import { narvaroSumma } from './kinds/narvaro-summa.ts';
import { personal } from './kinds/personal.ts';
import { finalGradeFields, slutbetyg } from './kinds/slutbetyg.ts';
import { vardnadshavare } from './kinds/vardnadshavare.ts';

export type { FieldSpec, KindSpec } from './kinds/kind-spec.ts';

/**
 * The kinds of file that can be read in, in the order they are read whatever the files are called: staff before the
 * students who have them as mentors, students before everything that is about them.
 */
export const kinds = [
  'personal',
  'elever',
  'vardnadshavare',
  'narvaro',
  'narvaro_summa',
  'betyg',
  'slutbetyg',
] as const;
/** One of `kinds`. */
export type Kind = (typeof kinds)[number];

/** What each kind looks like. Headings: the national roster template, Vklass, and our own (docs/operations/import.md). */
export const kindSpecs: Readonly<Record<Kind, KindSpec>> = {
  personal,
  elever,
  vardnadshavare,
  narvaro,
  narvaro_summa: narvaroSumma,
  betyg,
  slutbetyg,
};

/** The same for every kind. */
export function forEachKind<T>(of: (kind: Kind) => T): Record<Kind, T> {
  return Object.fromEntries(kinds.map((kind) => [kind, of(kind)])) as Record<Kind, T>;
}

/**
 * Fields that name somebody, say what an absence was about, or together are somebody's whole certificate: what stands in
 * them is not shown, and no example is kept.
 */
export const namingFields: ReadonlySet<string> = new Set([
  'civic',
  'source',
  'studentCivic',
  'studentSource',
  'federatedName',
  'eduId',
  'givenName',
  'middleName',
  'familyName',
  'email',
  'mobile',
  'mentors',
  'signature',
  'teacher',
  'remark',
  'reason',
  ...finalGradeFields,
]);

/** The field that a heading stands for in files of a kind; undefined for a heading that is not read. */
export function fieldOf(kind: Kind, heading: string): string | undefined {
  const wanted = heading.trim().toLowerCase();
  const fields = Object.entries(kindSpecs[kind].fields);
  return fields.find(([, { heading, alsoCalled }]) =>
    [heading, ...alsoCalled].some((name) => name.toLowerCase() === wanted),
  )?.[0];
}

/** A file that is recognised by a heading that only it has, and not read: what it is. */
export interface KnownFile {
  readonly heading: string;
  readonly title: string;
  /** What it tells comes with other files. */
  readonly isNeedless?: true;
}

/** Files that are recognised and not read. */
export const notRead: readonly KnownFile[] = [
  { heading: 'Inskriven i KAA', title: 'kommunens aktivitetsansvar' },
  { heading: 'Kurstyp', title: 'en studieplan' },
  { heading: 'Uppföljningsdatum', title: 'stödinsatser' },
  { heading: 'classtype', title: 'en lista över grupper', isNeedless: true },
  { heading: 'Klass-ID', title: 'en lista över klasser', isNeedless: true },
  {
    heading: 'Provaktivitetsnamn',
    title: 'en lista över ämnesgrupper och provaktiviteter',
    isNeedless: true,
  },
];
