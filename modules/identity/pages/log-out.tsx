import { type Context, Hono } from 'hono';
import { withOrganiser } from '../../../platform/server/db.ts';
import { leave } from '../commands/leave.ts';
import { clearSessionCookie, readSessionCookie } from '../cookies.ts';
import type { IdentityDeps } from '../identity-deps.ts';
import type { OidcClient } from '../oidc-client.ts';
import { LoggedOutPage } from './log-in-page.tsx';

/** `/logga-ut` (POST) and `/utloggad`. */
export function logOutPages(deps: IdentityDeps, client: OidcClient | null): Hono {
  return new Hono()
    .post('/logga-ut', (c) => logOut(c, deps))
    .get('/utloggad', async (c) => {
      const asked = c.req.query('vidare') !== undefined && client;
      const onwards = asked ? (await client.endAt().catch(() => undefined))?.href : undefined;
      // The policy for forms forbids being sent on to another site from one; a page of its own may.
      if (onwards) c.header('refresh', `0; url=${onwards}`);
      return c.html(<LoggedOutPage onwards={onwards} />);
    });
}

async function logOut(c: Context, deps: IdentityDeps): Promise<Response> {
  const token = readSessionCookie(c, deps.publicUrl);
  clearSessionCookie(c, deps.publicUrl);
  const at = deps.clock.now();
  const how = token && (await withOrganiser(deps.db, token.organiser, (tx) => leave(tx, token.secret, at)));
  c.header('clear-site-data', '"cache"');
  return c.redirect(how === 'openid-connect' ? '/utloggad?vidare' : '/utloggad', 303);
}
