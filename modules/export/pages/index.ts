import { Hono } from 'hono';
import type { PageEnv } from '../../access/index.ts';
import type { ExportParts } from './export-parts.ts';
import { organiserRoutes } from './organiser-routes.tsx';
import { sendingArchives } from './send-archive.ts';
import { studentRoutes } from './student-routes.tsx';

/** The pages of export: everything out, the register extract, and the student's own. */
export function exportPages(parts: ExportParts): Hono<PageEnv> {
  const pages = { ...parts, sending: sendingArchives(parts.log) };
  return new Hono<PageEnv>().route('/', organiserRoutes(pages)).route('/', studentRoutes(pages));
}
