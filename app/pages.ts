import { Hono } from 'hono';
import type { Logger } from 'pino';
import type { PageEnv, PageParts } from '../modules/access/index.ts';
import { logRoutes } from '../modules/access/pages/log-routes.tsx';
import { caseloadPages } from '../modules/caseload/pages/index.ts';
import { studentListPages } from '../modules/caseload/pages/students-routes.tsx';
import { doublesPages } from '../modules/doubles/pages/index.tsx';
import { exportPages } from '../modules/export/pages/index.ts';
import { importPages } from '../modules/import/pages/index.ts';
import { ruleApi } from '../modules/rule-book/api.ts';
import { rulePages } from '../modules/rule-book/pages/routes.tsx';
import { signalPages } from '../modules/signals/pages/routes.tsx';
import type { Config } from '../platform/server/config.ts';
import { book } from './rule-book.ts';

/** What the pages of all modules need together. */
export interface AllPageParts extends PageParts {
  readonly config: Config;
  readonly log: Logger;
}

/** Every page behind log-in, module by module. */
export function pagesForStaff(parts: AllPageParts): Hono<PageEnv> {
  return new Hono<PageEnv>()
    .route('/', studentListPages(parts))
    .route('/', caseloadPages(parts))
    .route('/', signalPages(parts))
    .route('/', rulePages({ ...parts, book }))
    .route('/', ruleApi({ ...parts, book }))
    .route('/', logRoutes(parts))
    .route('/', doublesPages(parts))
    .route('/', importPages(parts))
    .route('/', exportPages(parts));
}
