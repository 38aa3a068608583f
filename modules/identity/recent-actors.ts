import type { LocalDate } from '../../platform/local-date.ts';
import type { Actor } from '../access/index.ts';

/** How long a reader is known without asking the database again: a changed duty or a log-out elsewhere is felt within it. */
export const knownForMs = 3_000;
const mostKept = 2_000;

interface Known {
  readonly actor: Actor;
  readonly today: LocalDate;
  readonly at: number;
  readonly expires: number;
  readonly measured: number;
}

const known = new Map<string, Known>();

/**
 * Who came with this session a moment ago, on the same day; undefined when that is too long ago by the clock of the server
 * or by measured time. The secret is the key: 32 random bytes that nobody else has.
 */
export function recentActor(secret: string, today: LocalDate, now: Date): Actor | undefined {
  const found = known.get(secret);
  if (!found || found.today !== today) return undefined;
  if (now.getTime() >= found.expires) return undefined;
  const age = now.getTime() - found.at;
  const measured = performance.now() - found.measured;
  return age >= 0 && age < knownForMs && measured < knownForMs ? found.actor : undefined;
}

/** Remembers who it was, no longer than the session lasts. */
export function rememberActor(
  secret: string,
  actor: Actor,
  { today, now, expiresAt }: { readonly today: LocalDate; readonly now: Date; readonly expiresAt: Date },
): void {
  known.delete(secret);
  const at = now.getTime();
  known.set(secret, { actor, today, at, expires: expiresAt.getTime(), measured: performance.now() });
  if (known.size > mostKept) known.delete(known.keys().next().value!);
}

/** Whose sessions have all ended is forgotten at once, whichever they were. */
export function forgetPerson(organiser: number, personId: number): void {
  for (const [secret, { actor }] of known)
    if (actor.organiser === organiser && actor.personId === personId) known.delete(secret);
}

/** A session that is over is forgotten at once. */
export function forgetActor(secret: string): void {
  known.delete(secret);
}
