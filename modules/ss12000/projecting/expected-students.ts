import type { Lesson } from './lesson.ts';
import type { Model } from './mirror-model.ts';
import { holdsOn } from './ties.ts';
import type { Ours } from './who-is-ours.ts';

/** Those who are to be at a lesson. `stood`: who has been told as such, and is still where nothing says when she left. */
export type ExpectedStudents = (lesson: Lesson, stood?: ReadonlySet<string>) => ReadonlySet<string>;

const nobody: ReadonlySet<string> = new Set();

/**
 * Who is to be at a lesson: our students in its groups that day, enrolled that day, but for those who take no part.
 * Nobody at an activity where attendance is not reported.
 */
export function expectedStudents(model: Pick<Model, 'groups'>, ours: Ours): ExpectedStudents {
  return (lesson, stood = nobody) => {
    const expected = new Set<string>();
    if (!lesson.isTaught) return expected;
    for (const { id } of lesson.groups) {
      const group = model.groups.get(id);
      if (!group || group.deleted) continue;
      for (const member of group.body.members) {
        if (!holdsOn(member, lesson.day) || !ours.has(member.person)) continue;
        if (lesson.exceptions.get(member.person)?.participates === false) continue;
        if (ours.isEnrolled(member.person, lesson.day, stood.has(member.person))) expected.add(member.person);
      }
    }
    return expected;
  };
}
