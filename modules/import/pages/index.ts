import { Hono } from 'hono';
import type { PageEnv } from '../../access/index.ts';
import { backgroundRuns } from '../background.ts';
import { type ImportParts, uploadFolder } from './import-parts.ts';
import { mappingRoutes } from './mapping-routes.tsx';
import { mappingsRoutes } from './mappings-routes.tsx';
import { missingFileRoutes } from './missing-file.ts';
import { refusedFileRoutes } from './refused-file.ts';
import { runRoutes } from './run-routes.tsx';
import { undoRoutes } from './undo-routes.ts';
import { uploadRoutes } from './upload-routes.tsx';

/** The pages of import: send files, look at what they would do, read them in, get the refused rows back. */
export function importPages(parts: ImportParts): Hono<PageEnv> {
  const pages = {
    ...parts,
    background: backgroundRuns(parts.db, parts.log),
    uploads: uploadFolder(parts.config.dataDir),
  };
  return new Hono<PageEnv>()
    .route('/', uploadRoutes(pages))
    .route('/', mappingsRoutes(pages))
    .route('/', mappingRoutes(pages))
    .route('/', runRoutes(pages))
    .route('/', refusedFileRoutes(pages))
    .route('/', missingFileRoutes(pages))
    .route('/', undoRoutes(pages));
}
