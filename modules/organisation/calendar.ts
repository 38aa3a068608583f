import { isLocalDate, type LocalDate } from '../../platform/local-date.ts';

/** A declared school year (läsår), both days included. */
export interface SchoolYear {
  readonly starts: LocalDate;
  readonly ends: LocalDate;
}

/** A declared break (lov), both days included; `unitId` null means the whole organiser. */
export interface SchoolBreak {
  readonly starts: LocalDate;
  readonly ends: LocalDate;
  readonly name: string;
  readonly unitId: number | null;
}

/** What the organiser has declared. School years and breaks are local decisions: there is no national table of them. */
export interface SchoolCalendar {
  readonly years: readonly SchoolYear[];
  readonly breaks: readonly SchoolBreak[];
}

/**
 * The school year that `day` falls in. Where none is declared around the day, 1 July–30 June, which is how the
 * statute counts the year for the mandatory forms, with `declared: false` so that the page can say so.
 */
export function schoolYearOf(
  calendar: SchoolCalendar,
  day: LocalDate,
): SchoolYear & { readonly declared: boolean } {
  if (!isLocalDate(day)) throw new TypeError('day must be a LocalDate');
  const declared = calendar.years.find((year) => year.starts <= day && day <= year.ends);
  if (declared) return { ...declared, declared: true };
  const year = Number(day.slice(0, 4)) - (day.slice(5) < '07-01' ? 1 : 0);
  return { starts: `${year}-07-01`, ends: `${year + 1}-06-30`, declared: false };
}
