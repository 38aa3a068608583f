import type { Context, MiddlewareHandler } from 'hono';

/**
 * Refuses, with 403, whatever would change something and was sent from another site (forged requests, CSRF). Browsers say where a
 * request comes from in `Sec-Fetch-Site`, older ones in `Origin`; a request that says neither and carries a cookie is refused too.
 */
export function sameOriginOnly(publicUrl: URL): MiddlewareHandler {
  return async (c, next) => {
    const asks = ['GET', 'HEAD', 'OPTIONS'].includes(c.req.method);
    if (!asks && !isOurOwn(c, publicUrl)) return c.text('Begäran kom från en annan webbplats.', 403);
    await next();
  };
}

function isOurOwn(c: Context, publicUrl: URL): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin';
  const origin = c.req.header('origin');
  if (origin === undefined || !URL.canParse(origin)) return false;
  return origin === publicUrl.origin || new URL(origin).host === c.req.header('host');
}
