import { number, percent } from '../../../platform/web/format.ts';
import { ruleCards, type ThresholdKey, type ThresholdRow, thresholdFields } from '../rules/index.ts';
import type { ThresholdGroup } from '../rules/threshold-groups.ts';

const unitWords: Readonly<Record<ThresholdRow['unit'], readonly [one: string, many: string]>> = {
  percent: ['procent', 'procent'],
  'percentage-points': ['procentenhet', 'procentenheter'],
  times: ['gånger', 'gånger'],
  episodes: ['tillfälle', 'tillfällen'],
  days: ['dag', 'dagar'],
  'school-days': ['skoldag', 'skoldagar'],
  minutes: ['minut', 'minuter'],
  weeks: ['vecka', 'veckor'],
  lessons: ['lektion', 'lektioner'],
};

/** A limit as it is read: "15 %", "3 tillfällen", "2,5 gånger". */
export function limitText(key: ThresholdKey, value: number): string {
  const { unit } = thresholdFields[key];
  if (unit === 'percent') return percent(value);
  const [one, many] = unitWords[unit];
  return `${fieldValue(value)}\u00a0${value === 1 ? one : many}`;
}

/** The unit of a field, and what may be set: "procent, 5–40". */
export function boundsText(key: ThresholdKey): string {
  const { unit, min, max } = thresholdFields[key];
  return `${unitWords[unit][1]}, ${min}–${max}`;
}

/** A value as it stands in its field: with a comma, without separators. */
export function fieldValue(value: number): string {
  return number(value, Number.isInteger(value) ? 0 : 1).replace(/\u202f/g, '');
}

/** What a group is called. */
export function groupName(group: ThresholdGroup): string {
  return group === 'common' ? 'Gemensamt för signalerna om frånvaro' : ruleCards[group].name;
}

/** What a group is about, for the head of its panel. */
export function groupMeans(group: ThresholdGroup): { means: string; rule: string } {
  if (group !== 'common') return ruleCards[group];
  return {
    means:
      'Hur mycket som ska vara rapporterat innan något sägs, och hur länge något ska gälla innan det visas.',
    rule:
      'Är för få lektioner rapporterade visas ”otillräckligt underlag”, aldrig att allt är bra. En signal visas när villkoret ' +
      'gällt flera skolveckor i rad, och vilar när någon har gjort något.',
  };
}
