import { Hono } from 'hono';
import type { PageEnv } from '../../access/index.ts';
import type { ExportParts } from './export-parts.ts';
import { organiserRoutes } from './organiser-routes.tsx';
import { sendingArchives } from './send-archive.ts';
import { studentRoutes } from './student-routes.tsx';

/** A large one works for minutes; an extract for a second. */
const largeAtATime = 3;
const extractsAtATime = 10;

/** The pages of export: everything out, the register extract, and the student's own. */
export function exportPages(parts: ExportParts): Hono<PageEnv> {
  const pages = {
    ...parts,
    sending: sendingArchives(parts.log, largeAtATime),
    sendingExtracts: sendingArchives(parts.log, extractsAtATime),
  };
  return new Hono<PageEnv>().route('/', organiserRoutes(pages)).route('/', studentRoutes(pages));
}
