import type { LocalDate } from '../platform/local-date.ts';

/** The days on which something is in force, both included. No `through`: no end is decided. */
export interface Period {
  readonly from: LocalDate;
  readonly through?: LocalDate;
}

/** Whether the day lies in the period. */
export function inForceOn({ from, through }: Period, on: LocalDate): boolean {
  return from <= on && (through === undefined || on <= through);
}

/** What is in force on the day; undefined when nothing is, never an older one instead. */
export function versionOn<Version extends { readonly inForce: Period }>(
  versions: readonly Version[],
  on: LocalDate,
): Version | undefined {
  return versions.find(({ inForce }) => inForceOn(inForce, on));
}

/** Whether the versions stand in order of time and no day has two. */
export function isTimeline(versions: readonly { readonly inForce: Period }[]): boolean {
  return versions.every(({ inForce }, index) => {
    const next = versions[index + 1]?.inForce;
    const ends = inForce.through === undefined || inForce.from <= inForce.through;
    return ends && (!next || (inForce.through !== undefined && inForce.through < next.from));
  });
}
