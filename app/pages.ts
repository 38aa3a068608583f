import { Hono } from 'hono';
import type { Logger } from 'pino';
import type { PageEnv, PageParts } from '../modules/access/index.ts';
import { logRoutes } from '../modules/access/pages/log-routes.tsx';
import { caseloadPages } from '../modules/caseload/pages/index.ts';
import { studentListPages } from '../modules/caseload/pages/students-routes.tsx';
import { doublesPages } from '../modules/doubles/pages/index.tsx';
import { exportPages } from '../modules/export/pages/index.ts';
import { movedByMerge } from '../modules/import/index.ts';
import { importPages } from '../modules/import/pages/index.ts';
import { ruleApi } from '../modules/rule-book/api.ts';
import { rulePages } from '../modules/rule-book/pages/routes.tsx';
import { signalPages } from '../modules/signals/pages/routes.tsx';
import { sourcePages } from '../modules/ss12000/pages/index.ts';
import type { Config } from '../platform/server/config.ts';
import type { SecretBox } from '../platform/server/secret-box.ts';
import { book } from './rule-book.ts';

/** What the pages of all modules need together. */
export interface AllPageParts extends PageParts {
  readonly config: Config;
  readonly log: Logger;
  readonly box: SecretBox;
  /** Where others reach us; null when nobody outside can. */
  readonly publicUrl: URL | null;
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
    .route('/', sourcePages({ ...parts, privateSources: parts.config.privateSources }))
    .route('/', doublesPages({ ...parts, later: movedByMerge }))
    .route('/', importPages(parts))
    .route('/', exportPages(parts));
}
