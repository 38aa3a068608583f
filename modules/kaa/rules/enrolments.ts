import { addDays, type LocalDate } from '../../../platform/local-date.ts';

/** One education of a young person; without `from` it is going on already, without `to` it has no end. */
export interface Study {
  readonly form?: string | null | undefined;
  readonly programme?: string | null | undefined;
  readonly from?: LocalDate | null | undefined;
  readonly to?: LocalDate | null | undefined;
  /** What the home municipality has found: the education is equivalent to upper secondary school. */
  readonly equivalent?: boolean | null | undefined;
}

/** From this day students in introductory programmes are students of upper secondary school like others (SFS 2018:749). */
export const introductoryCountsFrom = '2018-07-01';

const countingForms: readonly string[] = ['upper-secondary', 'adapted-upper-secondary', 'equivalent'];
const otherForms: readonly string[] = [
  'compulsory',
  'adapted-compulsory',
  'adult-education',
  'komvux',
  'municipal-adult-education',
  'folk-high-school',
  'higher-vocational-education',
  'university',
];

/** Whether such a study is upper secondary school or equivalent: yes, no, or undefined when somebody must judge it first. */
export function isUpperSecondary({ form, equivalent }: Study): boolean | undefined {
  if (form && countingForms.includes(form)) return true;
  if (equivalent != null) return equivalent;
  return form && otherForms.includes(form) ? false : undefined;
}

/** Whether the study keeps the young person out of scope on the day; undefined when that is not known. */
export function keepsOutOn(study: Study, on: LocalDate): boolean | undefined {
  if (isContradictory(study)) return undefined;
  if ((study.from && study.from > on) || (study.to && study.to < on)) return false;
  const counts = isUpperSecondary(study);
  if (!counts || study.form !== 'upper-secondary' || on >= introductoryCountsFrom) return counts;
  return study.programme ? !isIntroductory(study) : undefined;
}

/** The first day after studies that are over by `on`; null when there are none, or when what they were is not known. */
export function freeSince(studies: readonly Study[], on: LocalDate): LocalDate | null {
  const over = studies.filter(({ to }) => to && to < on);
  const kept = over.map((study) => ({ to: study.to!, out: keepsOutOn(study, study.to!) }));
  if (kept.some(({ out }) => out === undefined)) return null;
  return latest(kept.flatMap(({ to, out }) => (out ? [addDays(to, 1)] : [])));
}

/** The first day after `on` when a study begins to keep out; null when none is known. */
export function takenFrom(studies: readonly Study[], on: LocalDate): LocalDate | null {
  const starts = studies.flatMap((study) => {
    const begins = latest([study.from ?? on, isIntroductory(study) ? introductoryCountsFrom : on])!;
    return begins > on && keepsOutOn(study, begins) ? [begins] : [];
  });
  return starts.sort()[0] ?? null;
}

function isIntroductory({ form, programme }: Study): boolean {
  return form === 'upper-secondary' && /^(IM|introductory)/.test(programme ?? '');
}

function isContradictory({ from, to }: Study): boolean {
  return Boolean(from && to && to < from);
}

/** The latest of some days; null of none. */
export function latest(days: readonly LocalDate[]): LocalDate | null {
  return days.toSorted().at(-1) ?? null;
}
