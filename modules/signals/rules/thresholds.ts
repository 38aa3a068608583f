import { epochDay, type LocalDate } from '../../../platform/local-date.ts';
import { type ThresholdKey, thresholdFields } from './threshold-fields.ts';

export { type ThresholdField, type ThresholdKey, thresholdFields } from './threshold-fields.ts';

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
