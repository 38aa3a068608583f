import type { WholePerson } from '../../people/index.ts';

/** How far somebody may merge: null is all of the organiser. */
export type Reach = readonly number[] | null;

/** Why a pair that somebody sees may not be merged by them. */
export type OutOfReach = 'protected' | 'other-units';

/**
 * Whether the two are within reach. An administrator of some units merges persons who have never been anywhere else, and
 * never a protected identity: whoever takes part in one is told of both. Undefined: they may be merged.
 */
export function outOfReach(
  reach: Reach,
  pair: readonly Pick<WholePerson, 'protection' | 'everAt' | 'wholeOrganiser'>[],
): OutOfReach | undefined {
  if (reach === null) return undefined;
  if (pair.some((person) => person.protection !== 'none')) return 'protected';
  const within = ({ everAt, wholeOrganiser }: Pick<WholePerson, 'everAt' | 'wholeOrganiser'>) =>
    !wholeOrganiser && everAt.length > 0 && everAt.every((unit) => reach.includes(unit));
  return pair.every(within) ? undefined : 'other-units';
}
