import type { SchoolUnit } from '../../organisation/index.ts';
import type { MappingLimits } from '../reading/check-mapping.ts';

/** Which units the one who says what columns are may choose between. */
export interface MappingChoices {
  /** The units within reach, by name. */
  readonly units: readonly SchoolUnit[];
  /** The mapping may hold for the whole organiser. */
  readonly everyUnit: boolean;
  /** The only unit it can be about; null when there are several, or none yet. */
  readonly only: SchoolUnit | null;
}

/** The choices of somebody with this reach (null is all units) among the organiser's units. */
export function choicesOf(all: readonly SchoolUnit[], reach: readonly number[] | null): MappingChoices {
  const units = reach === null ? all : all.filter((unit) => reach.includes(unit.unitId));
  const [first = null] = units;
  return { units, everyUnit: reach === null && units.length !== 1, only: units.length === 1 ? first : null };
}

/**
 * What a form begins with for `holdsFor`: what is remembered, if it may be chosen; otherwise the whole organiser, or else
 * the first unit. So what holds for everybody is said anew for the own unit by who may not change it for all.
 */
export function holdsForOf(known: string | undefined, choices: MappingChoices): string {
  const { everyUnit, units } = choices;
  if (known !== undefined && limitsOf(choices, false).holdsFor.has(known)) return known;
  return everyUnit ? '' : String(units[0]?.unitId ?? '');
}

const unitCode = /^\d{8}$/;

/** The same choices as limits. An organiser without units may name its first one by its code. */
export function limitsOf(choices: MappingChoices, withoutFile: boolean): MappingLimits {
  const { units, everyUnit, only } = choices;
  const codes = new Set(units.map(({ code }) => code));
  return {
    mayPlaceIn: (code) => codes.has(code) || (everyUnit && units.length === 0 && unitCode.test(code)),
    holdsFor: new Set([...(everyUnit ? [''] : []), ...units.map(({ unitId }) => String(unitId))]),
    unitIsGiven: only !== null,
    withoutFile,
  };
}
