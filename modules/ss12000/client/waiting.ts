/** Waits; ends at once, by throwing the signal's reason, when the signal is given. */
export type Wait = (ms: number, signal?: AbortSignal) => Promise<void>;

/** First and longest pause between attempts, in milliseconds. */
const first = 1_000;
const longest = 60_000;

/**
 * The pause before attempt `attempt` (2 is the second): doubled each time up to a minute, between half and whole by
 * `chance` (0–1), so that many clients that failed together do not come back together.
 */
export function pauseBefore(attempt: number, chance: number): number {
  const whole = Math.min(longest, first * 2 ** (attempt - 2));
  return Math.round(whole * (0.5 + chance / 2));
}

/**
 * What `Retry-After` asks for in milliseconds, written as seconds or as a date (RFC 9110 10.2.3); null when it is
 * absent or cannot be read, zero when the time has passed.
 */
export function retryAfter(header: string | null, now: Date): number | null {
  const text = header?.trim() ?? '';
  if (/^\d+(\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1000);
  const at = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
}
