import type { AggregatedBody } from '../mirror/bodies.ts';
import { groupName, identityCells, type Identity, plainCell } from './identity.ts';
import type { Model } from './mirror-model.ts';

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

/**
 * A student's sums of a week in one activity. What is offered and not accounted for is not reported, and so neither
 * presence nor absence. Null for a week without any teaching.
 */
export function periodRow(
  model: Pick<Model, 'activities' | 'groups' | 'syllabuses'>,
  who: Identity,
  sums: AggregatedBody,
): string | null {
  const accounted = sums.attended + sums.valid + sums.invalid + sums.other;
  const offered = Math.max(sums.offered ?? sums.reported ?? accounted, accounted);
  if (offered <= 0) return null;
  const reported = Math.min(offered, Math.max(sums.reported ?? accounted, accounted));
  const unreported = (100 * (offered - reported)) / offered;
  const activity = model.activities.get(sums.activity)?.body;
  const firstGroup = activity?.groups[0] ? model.groups.get(activity.groups[0])?.body.name : undefined;
  const group = groupName(firstGroup || activity?.name || sums.activityName || '');
  const course = activity?.syllabus ? (model.syllabuses.get(activity.syllabus)?.body.courseCode ?? '') : '';
  const minutes = [offered, sums.attended, sums.valid, sums.invalid, sums.other].join(';');
  const share = String(Math.round(unreported * 1e6) / 1e6).replace('.', ',');
  return `${identityCells(who)};${sums.starts};${sums.ends};${plainCell(group)};${plainCell(course)};${minutes};${share}`;
}
