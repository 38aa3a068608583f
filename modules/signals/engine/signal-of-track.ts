import { fromEpochDay } from '../../../platform/local-date.ts';
import type { Evidence, SignalId } from '../rules/index.ts';
import { restOf } from './rest.ts';
import type { Track } from './track.ts';
import type { EngineSettings, Signal, SignalState, StudentFacts } from './types.ts';

/** How far back "worse than before" looks: four weeks. */
const compareDays = 28;

/**
 * The signal as it stands on a day, or null when there is nothing to say: never on, and enough data to say so.
 * `cooling`: a first true evaluation within the cool-down is not shown as a candidate.
 */
export function signalOfTrack(
  signal: SignalId,
  track: Track,
  context: {
    facts: StudentFacts;
    settings: EngineSettings;
    on: number;
    cooling: boolean;
    evidence: () => Evidence;
  },
): Signal | null {
  const rest = track.open ? restOf(signal, track, context.facts, context.on, context.settings) : null;
  const state = stateOf(track, rest?.by === 'feedback', rest !== null, context.cooling);
  if (state === null) return null;
  const since = sinceOf(track, state);
  return {
    signal,
    level: levelOf(track, state),
    state,
    since: fromEpochDay(since),
    levelSince: fromEpochDay(track.open ? (track.changes.at(-1)?.day ?? since) : since),
    levelBefore: track.levelOn(context.on - compareDays),
    rest,
    history: track.episodes(),
    evidence: context.evidence(),
  };
}

function stateOf(track: Track, refuted: boolean, resting: boolean, cooling: boolean): SignalState | null {
  if (track.open) return refuted ? 'fel' : resting ? 'kvitterad' : 'aktiv';
  if (track.lackSince !== null) return 'otillräckligt underlag';
  if (track.firstTrue !== null && !cooling) return 'kandidat';
  return track.history.length > 0 ? 'klar' : null;
}

function sinceOf(track: Track, state: SignalState): number {
  if (state === 'otillräckligt underlag') return track.lackSince!;
  if (state === 'kandidat') return track.firstTrue!;
  return state === 'klar' ? track.clearedOn! : track.since;
}

function levelOf(track: Track, state: SignalState): Signal['level'] {
  if (state === 'kandidat') return track.candidateLevel;
  return track.open ? track.level : 0;
}
