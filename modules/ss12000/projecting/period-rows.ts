import type { AggregatedBody } from '../mirror/bodies.ts';
import { groupName, type Identity, identityCells, plainCell } from './identity.ts';
import type { Kept, Model } from './mirror-model.ts';

/** The headings of the rows below, in the words of `narvaro_summa`. */
export const periodHeadings = [
  'Personnummer',
  'Person-ID',
  'Från',
  'Till',
  'Ämnesgrupp',
  'Kurskod',
  'Undv. tid',
  'N min',
  'GF min',
  'F min',
  'Annan aktivitet (min)',
  'Ej reg tid',
  'Ta bort',
] as const;

/** Where a sum was told: whose, which days, which group and course. `student` at the source. */
export interface ToldSum {
  readonly student: string;
  readonly starts: string;
  readonly ends: string;
  readonly group: string;
  readonly course: string;
}

/** The rows of `narvaro_summa`, each with the waiting objects that it settles, and what to remember of those. */
export interface PeriodRows {
  readonly rows: readonly { readonly ids: readonly string[]; readonly row: string }[];
  /** By id; null: nothing of it stands any more. */
  readonly told: ReadonlyMap<string, ToldSum | null>;
}

type Naming = Pick<Model, 'activities' | 'groups' | 'syllabuses'>;
type Sum = Kept<AggregatedBody, ToldSum>;

/**
 * A student's minutes of a week in one group and course, of `all` sums of the weeks of which some wait. Activities that have
 * the same name, or none because the source tells of no activities, are added up. A week without any teaching, and one that
 * the source has under another name now or not at all, is taken away if it was told.
 */
export function periodRows(
  model: Naming,
  all: readonly Sum[],
  identity: (student: string) => Identity,
): PeriodRows {
  const keyOf = ({ student, starts, ends, group, course }: ToldSum): string =>
    `${identityCells(identity(student))};${starts};${ends};${plainCell(group)};${plainCell(course)}`;
  const placed = all.map((sum) => ({ sum, place: sum.deleted ? null : placeOf(model, sum.body) }));
  const standing = Map.groupBy(placed, ({ place }) => (place ? keyOf(place) : ''));
  const waiting = placed.filter(({ sum }) => !sum.applied);
  const keys = waiting.flatMap(({ sum, place }) =>
    [place, sum.told].flatMap((each) => (each ? [{ id: sum.id, key: keyOf(each), told: sum.told }] : [])),
  );
  const rows = [...Map.groupBy(keys, ({ key }) => key)].flatMap(([key, same]) => {
    const ids = [...new Set(same.map(({ id }) => id))];
    const minutes = minutesOf((standing.get(key) ?? []).map(({ sum }) => sum.body));
    if (minutes !== null) return [{ ids, row: `${key};${minutes};` }];
    return same.some(({ told }) => told) ? [{ ids, row: `${key};0;;0;0;;;Ja` }] : [];
  });
  const told = waiting.map(({ sum, place }) => [sum.id, place] as const);
  return { rows, told: new Map(told) };
}

function placeOf(model: Naming, sums: AggregatedBody): ToldSum {
  const activity = model.activities.get(sums.activity)?.body;
  const firstGroup = activity?.groups[0] ? model.groups.get(activity.groups[0])?.body.name : undefined;
  const group = groupName(firstGroup || activity?.name || sums.activityName || '');
  const course = activity?.syllabus ? (model.syllabuses.get(activity.syllabus)?.body.courseCode ?? '') : '';
  const { student, starts, ends } = sums;
  return { student, starts, ends, group, course };
}

/**
 * What is offered and not accounted for is not reported, and so neither presence nor absence. The share that is not
 * reported has decimals enough to be counted back to the minute.
 */
function minutesOf(all: readonly AggregatedBody[]): string | null {
  const sums = all.map(settled);
  const total = (of: keyof ReturnType<typeof settled>): number =>
    sums.reduce((sum, each) => sum + each[of], 0);
  const offered = total('offered');
  if (offered <= 0) return null;
  const unreported = (100 * (offered - total('reported'))) / offered;
  const minutes = [offered, total('attended'), total('valid'), total('invalid'), total('other')].join(';');
  return `${minutes};${String(Math.round(unreported * 1e6) / 1e6).replace('.', ',')}`;
}

function settled({ attended, valid, invalid, other, reported, offered }: AggregatedBody) {
  const accounted = attended + valid + invalid + other;
  const whole = Math.max(offered ?? reported ?? accounted, accounted);
  const known = Math.min(whole, Math.max(reported ?? accounted, accounted));
  return { attended, valid, invalid, other, offered: whole, reported: known };
}
