/** How far a source's clock lies behind ours, as its answers tell. What it changes is marked by its clock, not by ours. */
export interface SourceClock {
  /** Notes the time that an answer bears (`Date` of HTTP, whole seconds; null: none), and when it came. */
  note(date: string | null, cameAt: Date): void;
  /** The most that it has been seen to be behind, in milliseconds; 0 for a clock that is right or fast, or does not tell. */
  behindMs(): number;
}

/** An answer takes time to make and bears whole seconds: less than this is no wrong clock. */
const leastMs = 60_000;

/** The clock of a source that has not answered yet. */
export function sourceClock(): SourceClock {
  let behind = 0;
  return {
    note(date, cameAt) {
      const at = Date.parse(date ?? '');
      const by = cameAt.getTime() - at;
      if (by >= leastMs) behind = Math.max(behind, by);
    },
    behindMs: () => behind,
  };
}
