import { Hono } from 'hono';
import type { PageEnv } from '../../access/index.ts';
import { sourceActRoutes } from './source-act-routes.ts';
import type { SourceParts } from './source-parts.ts';
import { sourceRoutes } from './source-routes.tsx';

/** The pages of sources. They lie under `/import` and go before its own. */
export function sourcePages(parts: SourceParts): Hono<PageEnv> {
  return new Hono<PageEnv>().route('/', sourceRoutes(parts)).route('/', sourceActRoutes(parts));
}
