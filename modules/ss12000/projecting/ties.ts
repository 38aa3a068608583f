import type { LocalDate } from '../../../platform/local-date.ts';
import type { GroupBody } from '../mirror/bodies.ts';
import type { Kept, Model } from './mirror-model.ts';

/** A person's membership of a group. */
export interface Membership {
  readonly groupId: string;
  readonly group: GroupBody;
  readonly starts: LocalDate | null;
  readonly ends: LocalDate | null;
}

/** Whether a day lies in dates that may be open at either end. */
export function holdsOn(
  dates: { readonly starts: LocalDate | null; readonly ends: LocalDate | null },
  day: LocalDate,
): boolean {
  return (dates.starts ?? '') <= day && day <= (dates.ends ?? '9999');
}

/** Everybody's memberships of groups that are there, by person. */
export function membershipsBy({ groups }: Pick<Model, 'groups'>): ReadonlyMap<string, readonly Membership[]> {
  const all = [...groups.values()].filter((group) => !group.deleted).flatMap(membershipsOf);
  return Map.groupBy(all, (each) => each.person);
}

function membershipsOf({ id, body }: Kept<GroupBody>): (Membership & { person: string })[] {
  return body.members.map((member) => ({ ...member, groupId: id, group: body }));
}

/** The memberships that hold on a day, in groups that are there on it, the latest begun first. */
export function membershipsOn(
  memberships: readonly Membership[] | undefined,
  day: LocalDate,
): readonly Membership[] {
  return (memberships ?? [])
    .filter((each) => holdsOn(each, day) && holdsOn(each.group, day))
    .toSorted((a, b) => ((a.starts ?? '') < (b.starts ?? '') ? 1 : -1));
}

/** Whether a group is of a type, whatever the capitals. */
export function isType(group: GroupBody, type: 'Klass' | 'Undervisning'): boolean {
  return group.type.toLowerCase() === type.toLowerCase();
}
