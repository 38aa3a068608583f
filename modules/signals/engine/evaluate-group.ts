import { epochDay, type LocalDate } from '../../../platform/local-date.ts';
import { evaluateTimeline, offDaysOf } from './evaluate.ts';
import { levelsOf, weeksStoodStill } from './group-levels.ts';
import { timeline } from './timeline.ts';
import type { EngineSettings, GroupWeeks, Signal, StudentFacts } from './types.ts';

/**
 * The signals of a whole class on a day: the class is compared with itself, and each student's weeks are summed once.
 * The same as `groupWeeks` followed by `evaluate` for each. `of` picks those to answer for (all when left out): the rest
 * still count in the class's medians.
 */
export function evaluateGroup<Id>(
  students: ReadonlyMap<Id, StudentFacts>,
  on: LocalDate,
  settings: EngineSettings,
  of?: ReadonlySet<Id>,
): ReadonlyMap<Id, readonly Signal[]> {
  const members = [...students];
  const stoodStill = weeksStoodStill(members.map(([, facts]) => facts.weeks));
  const off = offDaysOf(settings.calendar);
  const day = epochDay(on);
  const times = members.map(([, facts]) => timeline(facts.weeks, day, off, stoodStill));
  const group: GroupWeeks = { levels: levelsOf(times), stoodStill };
  const answers = new Map<Id, readonly Signal[]>();
  for (const [i, [id, facts]] of members.entries()) {
    if (of && !of.has(id)) continue;
    answers.set(id, evaluateTimeline({ facts, time: times[i]!, settings, group }, day));
  }
  return answers;
}
