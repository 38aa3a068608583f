import type { SchoolUnit } from '../../organisation/index.ts';
import { type FindUnit, unitFinder } from './find-unit.ts';

/** What a reader of rows about persons needs to know of the organiser. */
export interface RosterReach {
  /** The unit codes that the one who sends the file may change; null is all. */
  readonly allowed: ReadonlySet<string> | null;
  readonly findUnit: FindUnit;
}

/** Everything may be changed, and no unit is known. */
export const wholeReach: RosterReach = { allowed: null, findUnit: unitFinder([]) };

/** The reach of somebody who may change `onlyUnits` (null is all) of an organiser's units. */
export function reachOf(units: readonly SchoolUnit[], onlyUnits: readonly number[] | null): RosterReach {
  const own = units.filter((unit) => onlyUnits === null || onlyUnits.includes(unit.unitId));
  const codes = own.map((unit) => unit.code);
  return {
    allowed: onlyUnits === null ? null : new Set(codes),
    findUnit: unitFinder(own),
  };
}
