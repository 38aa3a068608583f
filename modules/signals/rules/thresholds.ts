import { epochDay, type LocalDate } from '../../../platform/local-date.ts';

/** One limit from one day on. The organiser's rows stand beside the catalogue's and win over them from their day. */
export interface ThresholdRow {
  key: ThresholdKey;
  value: number;
  unit:
    | 'percent'
    | 'percentage-points'
    | 'times'
    | 'episodes'
    | 'days'
    | 'school-days'
    | 'minutes'
    | 'weeks'
    | 'lessons';
  from: LocalDate;
  setBy: 'catalogue' | 'organiser';
}

/** What may be set, in which unit, between which bounds, and what a person reads beside the field. */
export interface ThresholdField {
  unit: ThresholdRow['unit'];
  value: number;
  min: number;
  max: number;
  label: string;
}

/** The catalogue's limits (signals.md 3.0 and 3.1). No law sets any of them: they are local policy, and shown as such. */
export const thresholdFields = {
  'common.lessons': {
    unit: 'lessons',
    value: 40,
    min: 20,
    max: 80,
    label: 'Minsta antal rapporterade lektioner',
  },
  'common.reporting': {
    unit: 'percent',
    value: 85,
    min: 70,
    max: 100,
    label: 'Minsta andel rapporterade lektioner',
  },
  'common.confirm': {
    unit: 'weeks',
    value: 2,
    min: 1,
    max: 4,
    label: 'Skolveckor i rad innan en signal visas',
  },
  'common.rest': {
    unit: 'weeks',
    value: 4,
    min: 1,
    max: 12,
    label: 'Veckor som en signal vilar när inget nästa steg är bestämt',
  },
  'N01.level1': { unit: 'percent', value: 15, min: 5, max: 40, label: 'Frånvaro, bevaka' },
  'N01.level2': { unit: 'percent', value: 20, min: 5, max: 60, label: 'Frånvaro, agera' },
  'N01.level3': { unit: 'percent', value: 30, min: 10, max: 80, label: 'Frånvaro, akut' },
  'N01.episodes': { unit: 'episodes', value: 3, min: 1, max: 10, label: 'Minsta antal frånvarotillfällen' },
  'N01.invalid': { unit: 'percent', value: 3, min: 0, max: 20, label: 'eller minsta andel ogiltig frånvaro' },
  'N01.clear': { unit: 'percent', value: 10, min: 1, max: 30, label: 'Frånvarosignalen släcks under' },
  'N01.coolDown': {
    unit: 'weeks',
    value: 4,
    min: 0,
    max: 12,
    label: 'Skolveckor innan samma signal kan tändas igen',
  },
  'N02.level1': { unit: 'percent', value: 5, min: 1, max: 30, label: 'Ogiltig frånvaro, bevaka' },
  'N02.minutes': {
    unit: 'minutes',
    value: 240,
    min: 60,
    max: 1200,
    label: 'Ogiltig frånvaro i en månad, agera',
  },
  'N02.days': { unit: 'days', value: 2, min: 1, max: 10, label: 'fördelad på minst så många dagar' },
  'N02.level3': { unit: 'percent', value: 10, min: 2, max: 60, label: 'Ogiltig frånvaro, akut' },
  'N02.clear': {
    unit: 'percent',
    value: 2,
    min: 0,
    max: 20,
    label: 'Signalen om ogiltig frånvaro släcks under',
  },
  'N02.coolDown': {
    unit: 'weeks',
    value: 4,
    min: 0,
    max: 12,
    label: 'Skolveckor innan samma signal kan tändas igen',
  },
  'N03.level1': { unit: 'percentage-points', value: 10, min: 3, max: 40, label: 'Ökad frånvaro, bevaka' },
  'N03.level2': { unit: 'percentage-points', value: 20, min: 5, max: 60, label: 'Ökad frånvaro, agera' },
  'N03.times': {
    unit: 'times',
    value: 2,
    min: 1,
    max: 5,
    label: 'och minst så många gånger den tidigare nivån',
  },
  'N03.episodes': { unit: 'episodes', value: 3, min: 1, max: 10, label: 'Minsta antal frånvarotillfällen' },
  'N03.clear': {
    unit: 'percentage-points',
    value: 5,
    min: 0,
    max: 20,
    label: 'Signalen om ökad frånvaro släcks under',
  },
  'N03.coolDown': {
    unit: 'weeks',
    value: 6,
    min: 0,
    max: 12,
    label: 'Skolveckor innan samma signal kan tändas igen',
  },
  'N04.days': {
    unit: 'school-days',
    value: 10,
    min: 3,
    max: 30,
    label: 'Skoldagar i rad, oavsett skäl, agera',
  },
  'N04.unknown': {
    unit: 'school-days',
    value: 5,
    min: 1,
    max: 15,
    label: 'Skoldagar i rad utan känt skäl, agera',
  },
  'N04.level3': { unit: 'school-days', value: 20, min: 5, max: 60, label: 'Skoldagar i rad, akut' },
  'N04.present': {
    unit: 'school-days',
    value: 3,
    min: 1,
    max: 5,
    label: 'Signalen släcks efter så många närvarande dagar av fem',
  },
  'P18.days': { unit: 'days', value: 30, min: 10, max: 90, label: 'Dagar utan mentorssamtal' },
  'P18.daysFirstAutumn': {
    unit: 'days',
    value: 21,
    min: 7,
    max: 90,
    label: 'Dagar utan mentorssamtal, årskurs 1 på hösten',
  },
  'P18.schoolDays': {
    unit: 'school-days',
    value: 10,
    min: 2,
    max: 30,
    label: 'Skoldagar utan samtal när en signal kräver handling',
  },
} as const satisfies Record<string, ThresholdField>;

/** The name of one limit: signal and what it limits. */
export type ThresholdKey = keyof typeof thresholdFields;

/** All limits on one day. */
export type Limits = Readonly<Record<ThresholdKey, number>>;

/** The catalogue as dated rows. They hold from the first school year that can be imported. */
export const catalogueThresholds: readonly ThresholdRow[] = Object.entries(thresholdFields).map(
  ([key, field]) => ({
    key: key as ThresholdKey,
    value: field.value,
    unit: field.unit,
    from: '2000-01-01',
    setBy: 'catalogue',
  }),
);

/** Whether `value` may be set for `key`; the answer names the bounds when not. */
export function thresholdIsAllowed(
  key: ThresholdKey,
  value: number,
): { ok: true } | { ok: false; min: number; max: number } {
  const { min, max } = thresholdFields[key];
  return value >= min && value <= max ? { ok: true } : { ok: false, min, max };
}

/** The row in force for `key` on `day`: the latest begun; on the same day the organiser's own wins. Catalogue when none. */
export function thresholdOn(rows: readonly ThresholdRow[], key: ThresholdKey, day: LocalDate): ThresholdRow {
  let best: ThresholdRow | undefined;
  for (const row of rows) {
    if (row.key === key && row.from <= day && (!best || wins(row, best))) best = row;
  }
  return best ?? catalogueThresholds.find((row) => row.key === key)!;
}

function wins(row: ThresholdRow, best: ThresholdRow): boolean {
  if (row.setBy !== best.setBy) return row.setBy === 'organiser';
  return row.from >= best.from;
}

/** All limits on `day`. */
export function limitsOn(rows: readonly ThresholdRow[], day: LocalDate): Limits {
  const keys = Object.keys(thresholdFields) as ThresholdKey[];
  return Object.fromEntries(keys.map((key) => [key, thresholdOn(rows, key, day).value])) as Limits;
}

const spans = new WeakMap<readonly ThresholdRow[], { from: number; limits: Limits }[]>();

/**
 * The limits on a day given as `epochDay`. The days on which any limit changes are worked out once per list of rows,
 * since the engine asks for every student and week.
 */
export function limitsAt(rows: readonly ThresholdRow[], day: number): Limits {
  const list = spans.get(rows) ?? spansOf(rows);
  for (let i = list.length - 1; i > 0; i--) if (list[i]!.from <= day) return list[i]!.limits;
  return list[0]!.limits;
}

function spansOf(rows: readonly ThresholdRow[]): { from: number; limits: Limits }[] {
  const days = [...new Set(['2000-01-01', ...rows.map((row) => row.from)])].sort();
  const list = days.map((day) => ({ from: epochDay(day), limits: limitsOn(rows, day) }));
  spans.set(rows, list);
  return list;
}
