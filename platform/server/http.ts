import type { Context, MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { Logger } from 'pino';

/**
 * Headers for every answer: nothing from elsewhere, no inline script or style, no framing. `same-origin` as referrer
 * policy, since `no-referrer` makes browsers send `Origin: null` with forms when scripts are off.
 */
export function safeHeaders(secure: boolean): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      fontSrc: ["'self'"],
      imgSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
    },
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    strictTransportSecurity: secure ? 'max-age=31536000' : false,
    crossOriginResourcePolicy: 'same-origin',
    crossOriginOpenerPolicy: 'same-origin',
  });
}

/** Personal pages are never kept by a shared cache, nor shown from the browser's after logging out. */
export const neverCached: MiddlewareHandler = async (c, next) => {
  await next();
  if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'private, no-store');
};

/**
 * Logs method, route pattern (never the address itself, which names a student by number), status and time, and tells
 * the browser the server's time in `Server-Timing`. `observe` receives the same for the metrics.
 */
export function timed(
  log: Logger,
  observe: (route: string, status: number, seconds: number) => void,
): MiddlewareHandler {
  return async (c, next) => {
    const began = performance.now();
    await next();
    const milliseconds = performance.now() - began;
    const route = routePattern(c);
    c.res.headers.set('server-timing', `app;dur=${milliseconds.toFixed(1)}`);
    observe(route, c.res.status, milliseconds / 1000);
    log.info({ method: c.req.method, route, status: c.res.status, ms: Math.round(milliseconds) }, 'request');
  };
}

function routePattern(c: Context): string {
  return c.req.routePath === '/*' || c.req.routePath === '*' ? 'other' : c.req.routePath;
}

/** Whether the client wants a page rather than JSON. */
export function wantsPage(c: Context): boolean {
  return !(c.req.header('accept') ?? 'text/html').includes('application/json');
}
