const hour = 3_600_000;

/** A session ends when nothing has been asked for eight hours. */
export const idleMs = 8 * hour;

/** A session ends twelve hours after the log-in, whatever is done. */
export const absoluteMs = 12 * hour;

/** How often the last use is written down: not with every picture of a page. */
export const touchMs = 60_000;

/** What is known of a session. */
export interface SessionTimes {
  readonly expiresAt: Date;
  readonly lastSeenAt: Date;
}

/** Whether the session may be used now. */
export function sessionHolds({ expiresAt, lastSeenAt }: SessionTimes, now: Date): boolean {
  return now < expiresAt && now.getTime() - lastSeenAt.getTime() < idleMs;
}

/** Whether the last use is to be written down. */
export function worthTouching({ lastSeenAt }: SessionTimes, now: Date): boolean {
  return now.getTime() - lastSeenAt.getTime() >= touchMs;
}
