import type { Context } from 'hono';
import type { Entered, Entering } from '../commands/enter.ts';
import { readSessionCookie, setSessionCookie } from '../cookies.ts';
import type { IdentityDeps } from '../identity-deps.ts';
import { type LogInRefusal, RefusedPage } from './log-in-page.tsx';

/** The moment of the log-in, and the session the browser came with, if it is of this organiser. */
export function entering(c: Context, { clock, publicUrl }: IdentityDeps, organiser: number): Entering {
  const earlier = readSessionCookie(c, publicUrl);
  const earlierSecret = earlier?.organiser === organiser ? earlier.secret : undefined;
  return { at: clock.now(), on: clock.today(), earlierSecret };
}

/** Sends somebody who is let in on their way with a new session, and tells anybody else why not. */
export function answer(
  c: Context,
  { publicUrl, log }: IdentityDeps,
  { organiser, entered, back }: { organiser: number; entered: Entered; back: string },
): Response | Promise<Response> {
  if (!entered.ok) {
    log.warn({ organiser, why: entered.why }, 'log-in refused');
    return refusedPage(c, entered.why, 403);
  }
  setSessionCookie(c, publicUrl, { organiser, secret: entered.secret });
  return c.redirect(back, 303);
}

/** The page that tells why. */
export function refusedPage(
  c: Context,
  why: LogInRefusal,
  status: 400 | 403 | 503,
): Response | Promise<Response> {
  return c.html(<RefusedPage why={why} />, status);
}
