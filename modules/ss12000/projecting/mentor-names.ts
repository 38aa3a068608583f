import type { LocalDate } from '../../../platform/local-date.ts';
import { type Model, personIn } from './mirror-model.ts';
import { holdsOn } from './ties.ts';

/**
 * The mentors of each group on a day, family name first as the roster template writes them. A mentor with a protected
 * identity is left out: a name in a cell has no mask.
 */
export function mentorsByGroup(model: Model, on: LocalDate): ReadonlyMap<string, readonly string[]> {
  const pairs = [...model.duties.values()]
    .filter((duty) => !duty.deleted && holdsOn(duty.body, on))
    .flatMap(({ body }) => {
      const person = personIn(model, body.person);
      if (!person || isProtected(person.protection)) return [];
      const name = `${person.familyName} ${person.givenName}`.replace(/[,;/]/g, ' ').trim();
      return body.assignments
        .filter((each) => each.type.toLowerCase() === 'mentor' && holdsOn(each, on))
        .map((each) => ({ group: each.group, name }));
    });
  const byGroup = Map.groupBy(pairs, (pair) => pair.group);
  return new Map([...byGroup].map(([group, all]) => [group, [...new Set(all.map((each) => each.name))]]));
}

/** Anything but `Ingen` or nothing at all counts as protected: better a mask too many. */
export function isProtected(marking: string | null): boolean {
  return marking !== null && marking.toLowerCase() !== 'ingen';
}
