import { addDays, isLocalDate, type LocalDate } from '../../../platform/local-date.ts';
import { dayLong } from '../../../platform/web/format.ts';
import type { OwnThreshold } from '../queries/thresholds.ts';
import { keysOf, mayHaveDecimal, type ThresholdGroup } from '../rules/threshold-groups.ts';
import { orderBreaches } from '../rules/threshold-order.ts';
import {
  catalogueThresholds,
  limitsOn,
  type ThresholdKey,
  type ThresholdRow,
  thresholdFields,
  thresholdIsAllowed,
  thresholdOn,
} from '../rules/thresholds.ts';

/** The form as it came. */
export interface SentThresholds {
  /** From which day the values shall hold. */
  readonly from: string;
  /** The day whose values the form showed: only what was changed from them is set. */
  readonly shownFor: string;
  /** Which rows the form was made from (`versionOf`). */
  readonly seen: string;
  /** What stands in the fields, by key; a decimal comma is fine. */
  readonly values: Readonly<Record<string, string>>;
}

/** Something to put right: a limit, or `from`. */
export interface ThresholdProblem {
  readonly field: ThresholdKey | 'from';
  readonly says: string;
}

/** What the form asks for. */
export interface CheckedThresholds {
  /** The day, or today where the one that was sent is refused: the values can be held against each other all the same. */
  readonly from: LocalDate;
  /** The limits that the person changed, as far as they are possible one by one. */
  readonly values: ReadonlyMap<ThresholdKey, number>;
  /** What is wrong with the day and with each value by itself. */
  readonly problems: readonly ThresholdProblem[];
}

/** The day and each value by itself; all problems at once. */
export function checkThresholds(
  group: ThresholdGroup,
  sent: SentThresholds,
  own: readonly OwnThreshold[],
  today: LocalDate,
): CheckedThresholds {
  const days = dayProblems(sent.from, today);
  const from = days.length === 0 ? sent.from : today;
  const shown = limitsOn(withCatalogue(own), isLocalDate(sent.shownFor) ? sent.shownFor : from);
  const read = keysOf(group).map((key) => ({ key, ...readValue(key, sent.values[key] ?? '') }));
  return {
    from,
    values: new Map(
      read.flatMap(({ key, value }) =>
        value !== undefined && shown[key] !== value ? [[key, value] as const] : [],
      ),
    ),
    problems: [...days, ...read.flatMap(({ key, says }) => (says ? [{ field: key, says }] : []))],
  };
}

function dayProblems(from: string, today: LocalDate): readonly ThresholdProblem[] {
  const says = (text: string) => [{ field: 'from' as const, says: text }];
  if (!isLocalDate(from)) return says('Skriv dagen som ÅÅÅÅ-MM-DD.');
  if (from < today)
    return says(
      'Ett tidigare datum skulle ändra i efterhand vad mentorerna redan har sett. Välj i dag eller en senare dag.',
    );
  return from > addDays(today, 366) ? says('Välj en dag inom ett år.') : [];
}

function readValue(key: ThresholdKey, text: string): { readonly value?: number; readonly says?: string } {
  const { unit, min, max, label } = thresholdFields[key];
  const pattern = mayHaveDecimal(unit) ? /^\d{1,4}([.,]\d)?$/ : /^\d{1,4}$/;
  const value = pattern.test(text.trim()) ? Number(text.trim().replace(',', '.')) : Number.NaN;
  if (thresholdIsAllowed(key, value).ok) return { value };
  const kind = mayHaveDecimal(unit) ? 'ett tal med högst en decimal' : 'ett heltal';
  return { says: `${label}: skriv ${kind} mellan ${min} och ${max}.` };
}

/** The catalogue's rows and the organiser's own: what a day's limits are found among. */
export function withCatalogue(own: readonly ThresholdRow[]): readonly ThresholdRow[] {
  return [...catalogueThresholds, ...own];
}

/** Which of the group's rows somebody has seen: how many there are, and when the latest was set. */
export function versionOf(group: ThresholdGroup, own: readonly OwnThreshold[]): string {
  const rows = own.filter((row) => row.key.startsWith(`${group}.`));
  return `${rows.length}-${Math.max(0, ...rows.map((row) => row.setAt.getTime()))}`;
}

/** That somebody has changed the group since the form was made; nothing when nobody has. */
export function staleProblems(
  group: ThresholdGroup,
  seen: string,
  own: readonly OwnThreshold[],
): readonly ThresholdProblem[] {
  if (seen === versionOf(group, own)) return [];
  const rows = own.filter((row) => row.key.startsWith(`${group}.`));
  const last = rows.toSorted((a, b) => b.setAt.getTime() - a.setAt.getTime())[0];
  const who = last ? ` av ${last.setByName}` : '';
  return [
    {
      field: 'from',
      says: `Gränserna har ändrats${who} medan du skrev. Fälten har det du skrev, tabellen det som gäller. Spara igen om dina värden ändå ska gälla.`,
    },
  ];
}

/** Levels in the wrong order once the values are set: on their first day, or on a later day when an own limit begins. */
export function breachesAfter(
  { from, values }: Pick<CheckedThresholds, 'from' | 'values'>,
  own: readonly ThresholdRow[],
): readonly ThresholdProblem[] {
  const rows = withCatalogue(own.filter((row) => !(row.from === from && values.has(row.key))));
  const added = [...values].map(([key, value]) => ({
    ...thresholdOn(rows, key, from),
    value,
    from,
    setBy: 'organiser' as const,
  }));
  const after = [...rows, ...added];
  const days = [...new Set([from, ...own.map((row) => row.from).filter((day) => day > from)])].sort();
  const problems = new Map<string, ThresholdProblem>();
  for (const day of days) {
    for (const { lower, upper, says } of orderBreaches(limitsOn(after, day))) {
      if (!values.has(lower) && !values.has(upper)) continue;
      const field = values.has(lower) ? lower : upper;
      const when = day === from ? '' : `Från ${dayLong(day)}: `;
      if (!problems.has(`${lower} ${upper}`))
        problems.set(`${lower} ${upper}`, { field, says: `${when}${says}` });
    }
  }
  return [...problems.values()];
}
