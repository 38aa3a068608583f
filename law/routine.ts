import type { LocalDate } from '../platform/local-date.ts';
import type { Basis } from './basis.ts';
import { inForceOn, type Period } from './timeline.ts';

/** Something that an organiser may tighten: an earlier day, a lower limit, one more who signs. */
export interface RoutineKind {
  /** Kebab-case, unique within the rule: `due-within-days`. */
  readonly key: string;
  /** Swedish, for the page. */
  readonly label: string;
  /** Swedish, after the number: `dagar`. A sign-off has none: its value names a capacity. */
  readonly unit: string | null;
  /** Which direction is tighter. */
  readonly tighter: 'lower' | 'higher' | 'any';
  /** What the law itself says; null where the law has no number, so that any is the organiser's own target. */
  readonly limit: number | null;
  readonly basis: readonly Basis[];
}

/** An organiser's own routine, dated. */
export interface LocalRoutine {
  readonly rule: string;
  readonly key: string;
  readonly value: number | string;
  readonly inForce: Period;
  /** Whose it is, as it is cited: `Ekdala kommun`. */
  readonly organiser: string;
}

/** The routines of one rule on one day, by key. */
export type LocalRoutines = Readonly<
  Record<string, { readonly value: number | string; readonly basis: Basis }>
>;

/** The routines that are in force for a rule on the day. */
export function routinesOn(all: readonly LocalRoutine[], rule: string, on: LocalDate): LocalRoutines {
  const found = all.filter((each) => each.rule === rule && inForceOn(each.inForce, on));
  return Object.fromEntries(found.map((each) => [each.key, { value: each.value, basis: basisOf(each) }]));
}

function basisOf({ organiser, inForce, key }: LocalRoutine): Basis {
  const place = { kind: 'routine', source: organiser, place: `lokal rutin ${key}` } as const;
  return { ...place, verified: true, seen: `Beslutad av huvudmannen, gäller från ${inForce.from}.` };
}
