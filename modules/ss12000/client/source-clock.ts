/** How far a source's clock lies behind ours, as its answers tell. What it changes is marked by its clock, not by ours. */
export interface SourceClock {
  /** Notes the time that an answer bears (`Date` of HTTP, whole seconds; null: none), and when it came. */
  note(date: string | null, cameAt: Date): void;
  /** The most that it has been seen to be behind, in milliseconds; 0 for a clock that is right or fast, or not told. */
  behindMs(): number;
}

/** The clock of a source that has not answered yet. */
export function sourceClock(): SourceClock {
  let behind = 0;
  return {
    note(date, cameAt) {
      const at = Date.parse(date ?? '');
      if (!Number.isNaN(at)) behind = Math.max(behind, cameAt.getTime() - at);
    },
    behindMs: () => behind,
  };
}
