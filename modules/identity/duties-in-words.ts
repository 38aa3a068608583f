import { joined } from '../../platform/web/format.ts';

/** A duty as people say it, and the unit's name; null for the whole organiser. */
export interface HeldDuty {
  readonly title: string;
  readonly unit: string | null;
}

/** Duties as one would say them: what one is at a unit together, and the units where one is the same together. */
export function dutiesInWords(duties: readonly HeldDuty[]): string {
  const atUnit = gathered(duties.map(({ title, unit }) => [unit ?? '', title] as const));
  const sameAt = gathered([...atUnit].map(([unit, titles]) => [joined(titles), unit] as const));
  return [...sameAt]
    .map(([titles, units]) => [titles, joined(units.filter(Boolean))].filter(Boolean).join(', '))
    .join('; ');
}

function gathered(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const [key, value] of pairs) groups.set(key, [...(groups.get(key) ?? []), value]);
  return groups;
}
