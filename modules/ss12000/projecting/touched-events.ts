import type { KeptEvent } from '../queries/read-mirror.ts';
import type { Model } from './mirror-model.ts';

/**
 * The activities whose lessons may have got other students or another name since they were told: they, a group of theirs or
 * somebody in it have changed and are not imported yet. A membership may begin and end back in time.
 */
export function changedActivities({ activities, groups, persons }: Model): ReadonlySet<string> {
  const isChanged = (id: string): boolean => {
    const group = groups.get(id);
    if (!group?.applied) return true;
    return group.body.members.some(({ person }) => persons.get(person)?.applied === false);
  };
  const changed = new Set([...groups.keys()].filter(isChanged));
  const found = [...activities.values()].filter(
    ({ applied, body }) => !applied || body.groups.some((group) => changed.has(group)),
  );
  return new Set(found.map(({ id }) => id));
}

/** The events that were told of these activities. */
export function touchedEvents(
  events: ReadonlyMap<string, KeptEvent>,
  activities: ReadonlySet<string>,
): ReadonlySet<string> {
  const told = [...events].filter(([, { told, body }]) => told !== null && activities.has(body.activity));
  return new Set(told.map(([id]) => id));
}
