import { type RawBuilder, sql } from 'kysely';
import { ruleCards, signalIds } from '../../signals/rules/index.ts';
import { patternOf, words } from './name-words.ts';
import type { ListChoices } from './student-list-choices.ts';
import type { Show, StudentListFilter } from './student-list-filter.ts';

/** The signals about the student; the school's own duties (family P) are not her situation. */
const aboutStudent = signalIds.filter((id) => ruleCards[id].family !== 'P');

/** Days after which a talk is long ago: six weeks. */
const longAgo = 42;

/**
 * What each chip means of `people.placement p` and `signals.indicator i` (left joined). Aktiv: a signal nobody has acted
 * on. Vilande: only such that somebody has acted on, or said to be wrong. Underlag saknas: too little is reported to
 * say anything, or nothing has been counted yet.
 */
export function showCondition(show: Show, today: string): RawBuilder<boolean> {
  switch (show) {
    case 'aktiv':
      return sql<boolean>`coalesce(i.top_level, 0) > 0`;
    case 'vilande':
      return sql<boolean>`(i.top_level = 0 and i.open_signals && ${[...aboutStudent]}::text[])`;
    case 'inget-samtal':
      return sql<boolean>`(i.last_talk_on is null or i.last_talk_on < ${today}::date - ${longAgo}::integer)`;
    case 'underlag-saknas':
      return sql<boolean>`(i.absent_share is null)`;
  }
}

/** Any of the chosen chips; everybody when none is chosen. */
export function shownCondition(shows: readonly Show[], today: string): RawBuilder<boolean> {
  if (shows.length === 0) return sql<boolean>`true`;
  return sql<boolean>`(${sql.join(
    shows.map((show) => showCondition(show, today)),
    sql` or `,
  )})`;
}

/** The conditions of the fields, without the chips. A protected identity has no name to find: `sort_name` does not hold it. */
export function fieldConditions(filter: StudentListFilter, choices: ListChoices): RawBuilder<boolean> {
  const { name, unit, programme, className, mentor, signal } = filter;
  const codes = choices.within(unit).programmes.find((each) => each.name === programme)?.codes ?? [];
  const conditions = [
    ...words(name).map((word) => sql<boolean>`p.sort_name ~ ${patternOf(word)}`),
    ...(unit === null ? [] : [sql<boolean>`p.unit_id = ${unit}`]),
    ...(programme === null ? [] : [sql<boolean>`p.programme_code = any(${[...codes]}::text[])`]),
    ...(className === null ? [] : [sql<boolean>`p.class_name = ${className}`]),
    ...(mentor === null ? [] : [sql<boolean>`p.mentor_id = ${mentor}`]),
    ...(signal === null ? [] : [sql<boolean>`i.open_signals @> array[${signal}]::text[]`]),
  ];
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(conditions, sql` and `)}`;
}
