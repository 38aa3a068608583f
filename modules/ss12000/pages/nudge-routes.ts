import { Hono } from 'hono';
import type { Clock } from '../../../platform/server/clock.ts';
import type { Database } from '../../../platform/server/db.ts';
import { noteNudge, nudgePath } from '../commands/subscription.ts';

/** One nudge a second is more than a school needs; the rest are answered and not counted. */
const betweenMs = 1_000;
const mostRemembered = 1_000;

/**
 * `POST /ss12000/andring/:secret`: a source says that something has changed. Answered without log-in; nothing of what is
 * sent is read, since what has changed is pulled. An address that is nobody's is answered the same as a page that is not
 * there.
 */
export function nudgeRoutes({ db, clock }: { readonly db: Database; readonly clock: Clock }): Hono {
  const latest = new Map<string, number>();
  return new Hono().post(`${nudgePath}/:secret`, async (c) => {
    const secret = c.req.param('secret');
    if (!/^[\w-]{32}$/.test(secret)) return c.body(null, 404);
    const now = clock.now().getTime();
    if (now - (latest.get(secret) ?? 0) < betweenMs) return c.body(null, 204);
    if (latest.size >= mostRemembered) latest.clear();
    latest.set(secret, now);
    return c.body(null, (await noteNudge(db, secret, clock.now())) ? 204 : 404);
  });
}
