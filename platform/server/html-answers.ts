import { gzipSync } from 'node:zlib';
import type { MiddlewareHandler } from 'hono';

/** Below this many bytes compression gains nothing. */
const worthCompressing = 1_000;
/** The lowest level that makes a list of fifty rows a fifth of its size: 0.4 ms against 2.7 ms for a compressing stream. */
const level = 3;

/**
 * Makes `c.html` answer with bytes, compressed when the browser takes it. A page is one string in memory; turned into a
 * response as a string it would be checked and encoded twice, and compressed as a stream in many small steps.
 */
export const htmlAnswers: MiddlewareHandler = async (c, next) => {
  const zipped = /\bgzip\b/.test(c.req.header('accept-encoding') ?? '');
  c.html = (async (page: { toString(): string | Promise<string> }, status?: number) => {
    const bytes = Buffer.from(await page.toString());
    const zip = zipped && bytes.length >= worthCompressing;
    const headers = {
      'content-type': 'text/html; charset=utf-8',
      vary: 'accept-encoding',
      ...(zip ? { 'content-encoding': 'gzip' } : {}),
    };
    return c.body(zip ? gzipSync(bytes, { level }) : bytes, (status ?? 200) as 200, headers);
  }) as typeof c.html;
  await next();
};
