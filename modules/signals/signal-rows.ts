import type { LocalDate } from '../../platform/local-date.ts';
import type { Signal } from './engine/index.ts';
import type { StoredEvidence } from './stored-signal.ts';

/** A row of signals.signal before it is written, with the table's names. */
export interface SignalRow {
  readonly student_id: number;
  readonly signal: string;
  readonly since: LocalDate;
  readonly until: LocalDate | null;
  readonly level: number;
  readonly state: string;
  readonly evidence: StoredEvidence | null;
}

const kept = new Set(['aktiv', 'kvitterad', 'fel', 'otillräckligt underlag']);

/**
 * What is kept of the engine's answer for one student: what is on now with its evidence, and each earlier time it was
 * on. A candidate is not kept: it is not shown to anybody, and the engine finds it again.
 */
export function signalRows(studentId: number, signals: readonly Signal[]): SignalRow[] {
  return signals.flatMap((signal) => {
    const rows: SignalRow[] = signal.history
      .filter((episode) => episode.until !== null)
      .map((episode) => ({
        student_id: studentId,
        signal: signal.signal,
        since: episode.since,
        until: episode.until,
        level: episode.level,
        state: 'klar',
        evidence: null,
      }));
    if (kept.has(signal.state) && !rows.some((row) => row.since === signal.since)) {
      rows.push({
        student_id: studentId,
        signal: signal.signal,
        since: signal.since,
        until: null,
        level: signal.level,
        state: signal.state,
        evidence: { evidence: signal.evidence, rest: signal.rest },
      });
    }
    return rows;
  });
}
