import type { Context, MiddlewareHandler } from 'hono';
import { withOrganiser } from '../../platform/server/db.ts';
import { wantsPage } from '../../platform/server/http.ts';
import { type Actor, loadActor } from '../access/index.ts';
import { readSessionCookie } from './cookies.ts';
import type { IdentityDeps, IdentityEnv } from './identity-deps.ts';
import { recentActor, rememberActor } from './recent-actors.ts';
import { safePath } from './rules/safe-path.ts';
import { sessionHolds, worthTouching } from './rules/session-life.ts';
import { findSession, touchSession } from './store.ts';

/** Lets a request through with its actor in `c.var`, or sends the reader to the log-in page, and back to the same page afterwards. */
export function requireActor(deps: IdentityDeps): MiddlewareHandler<IdentityEnv> {
  return async (c, next) => {
    const actor = await actorOf(c, deps);
    if (!actor) return toLogIn(c);
    c.set('actor', actor);
    c.set('organiser', actor.organiser);
    await next();
  };
}

/** Lets everybody through, with the actor in `c.var` when somebody is logged in: for pages that are open to all. */
export function knownActor(deps: IdentityDeps): MiddlewareHandler {
  return async (c, next) => {
    const actor = await actorOf(c, deps);
    if (actor) c.set('actor', actor);
    await next();
  };
}

/** Who is logged in, with the duties of today; undefined for nobody, for a session that is over, and for a person who is gone. */
export async function actorOf(c: Context, deps: IdentityDeps): Promise<Actor | undefined> {
  const token = readSessionCookie(c, deps.publicUrl);
  if (!token) return undefined;
  const now = deps.clock.now();
  const today = deps.clock.today();
  const recent = recentActor(token.secret, today, now);
  if (recent?.organiser === token.organiser) return recent;
  return withOrganiser(deps.db, token.organiser, async (tx) => {
    const session = await findSession(tx, token.secret);
    if (!session || !sessionHolds(session, now)) return undefined;
    if (worthTouching(session, now)) await touchSession(tx, token.secret, now);
    const actor = await loadActor(tx, session.personId, today);
    if (actor) rememberActor(token.secret, actor, { today, now, expiresAt: session.expiresAt });
    return actor;
  });
}

/** A form that was sent after the session ended leads back to the page it stood on, where its draft is kept. */
function toLogIn(c: Context): Response {
  if (!wantsPage(c)) return c.json({ type: 'about:blank', title: 'Logga in först', status: 401 }, 401);
  const { pathname, search } = new URL(c.req.url);
  const back = c.req.method === 'GET' ? safePath(`${pathname}${search}`) : pathOf(c.req.header('referer'));
  const location = back === '/' ? '/logga-in' : `/logga-in?tillbaka=${encodeURIComponent(back)}`;
  if (c.req.header('hx-request') !== undefined) return c.body(null, 401, { 'HX-Redirect': location });
  return c.redirect(location, 303);
}

function pathOf(referer: string | undefined): string {
  if (referer === undefined || !URL.canParse(referer)) return '/';
  const { pathname, search } = new URL(referer);
  return safePath(`${pathname}${search}`);
}
