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
] as const;

/** A row, and the objects that it is made of. */
export interface PeriodRow {
  readonly ids: readonly string[];
  readonly row: string;
}

type Naming = Pick<Model, 'activities' | 'groups' | 'syllabuses'>;

/**
 * The rows of `narvaro_summa`: a student's minutes of a week in one group and course. Activities that have the same name,
 * or none because the source tells of no activities, are added up. A week without any teaching is left out.
 */
export function periodRows(
  model: Naming,
  sums: readonly Kept<AggregatedBody>[],
  identity: (student: string) => Identity,
): readonly PeriodRow[] {
  const keyed = sums.map((each) => ({ ...each, key: keyOf(model, identity(each.body.student), each.body) }));
  return [...Map.groupBy(keyed, (each) => each.key)].flatMap(([key, same]) => {
    const minutes = minutesOf(same.map(({ body }) => body));
    return minutes === null ? [] : [{ ids: same.map(({ id }) => id), row: `${key};${minutes}` }];
  });
}

function keyOf(model: Naming, who: Identity, sums: AggregatedBody): string {
  const activity = model.activities.get(sums.activity)?.body;
  const firstGroup = activity?.groups[0] ? model.groups.get(activity.groups[0])?.body.name : undefined;
  const group = groupName(firstGroup || activity?.name || sums.activityName || '');
  const course = activity?.syllabus ? (model.syllabuses.get(activity.syllabus)?.body.courseCode ?? '') : '';
  return `${identityCells(who)};${sums.starts};${sums.ends};${plainCell(group)};${plainCell(course)}`;
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
