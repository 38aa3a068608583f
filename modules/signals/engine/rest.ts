import { addDays, epochDay, fromEpochDay, type LocalDate } from '../../../platform/local-date.ts';
import { limitsAt, type SignalId } from '../rules/index.ts';
import type { Track } from './track.ts';
import type { ActFact, EngineSettings, Rest, StudentFacts } from './types.ts';

/**
 * Why an open signal rests on a day, or null. It rests from the latest act on or after the day the condition was first
 * true, until the agreed next step has passed (or four weeks, when none was agreed); "Stämmer inte" lets it rest until it
 * clears. A level higher than at the time of the act or the feedback breaks through.
 */
export function restOf(
  signal: SignalId,
  track: Track,
  facts: StudentFacts,
  on: number,
  settings: EngineSettings,
): Rest | null {
  const from = fromEpochDay(track.firstTrue ?? track.since);
  const today = fromEpochDay(on);
  const told = latest(
    facts.feedback.filter((each) => each.signal === signal && within(each.given, from, today)),
    (each) => each.given,
  );
  if (told && !worsened(track, told.given))
    return { by: 'feedback', id: told.id, on: told.given, until: null };
  const act = latest(
    facts.acts.filter((each) => concerns(each, signal) && within(each.on, from, today)),
    (each) => each.on,
  );
  if (!act || worsened(track, act.on)) return null;
  const until =
    act.nextStep ?? addDays(act.on, limitsAt(settings.thresholds, epochDay(act.on))['common.rest'] * 7);
  return today <= until ? { by: act.kind, id: act.id, on: act.on, until } : null;
}

/** P18 asks for a mentor talk: nothing but an act that names it lets it rest, and a talk clears it. */
function concerns(act: ActFact, signal: SignalId): boolean {
  if (act.signals === null) return signal !== 'P18';
  return act.signals.includes(signal);
}

function within(day: LocalDate, from: LocalDate, to: LocalDate): boolean {
  return day >= from && day <= to;
}

/** An act between first true and activation met the level that the signal was then activated with. */
function worsened(track: Track, day: LocalDate): boolean {
  const then = track.levelOn(Math.max(epochDay(day), track.since));
  return track.level > then;
}

function latest<T>(facts: readonly T[], dayOf: (fact: T) => LocalDate): T | null {
  let best: T | null = null;
  for (const fact of facts) if (best === null || dayOf(fact) >= dayOf(best)) best = fact;
  return best;
}
