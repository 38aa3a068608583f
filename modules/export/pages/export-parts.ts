import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Logger } from 'pino';
import { type Tx, withOrganiser } from '../../../platform/server/db.ts';
import {
  type Actor,
  becauseCode,
  coveredUnits,
  type PageEnv,
  type PageParts,
  whyMay,
} from '../../access/index.ts';
import { type SchoolUnit, units } from '../../organisation/index.ts';
import type { Sending } from './send-archive.ts';

/** What the pages of export are put together from. */
export interface ExportParts extends PageParts {
  readonly log: Logger;
}

/** The same with what lives as long as the server. */
export interface ExportPages extends ExportParts {
  /** Large archives under way. */
  readonly sending: Sending;
  /** Extracts of one student under way. */
  readonly sendingExtracts: Sending;
}

/** A request's context. */
export type ExportContext = Context<PageEnv>;

/** Who may take things out, and how far. */
export interface Exporter {
  readonly actor: Actor;
  readonly because: string;
  /** The whole organiser may be taken out. */
  readonly whole: boolean;
  readonly mayProtected: boolean;
  readonly mayStudent: boolean;
  /** The units that may be taken out one by one, by name. */
  readonly units: readonly SchoolUnit[];
}

/** The one who asks, if she may take things out; the page does not exist for others. */
export async function exporterOf(pages: ExportParts, c: ExportContext): Promise<Exporter> {
  const actor = c.get('actor');
  const why = whyMay(actor, 'export.organiser', 'organiser');
  if (!why.allowed) throw new HTTPException(404);
  const covered = coveredUnits(actor, 'export.organiser');
  const all = await inOrganiser(pages, c, units);
  return {
    actor,
    because: becauseCode(why.because),
    whole: covered === 'every',
    mayProtected: whyMay(actor, 'export.protected', 'organiser').allowed,
    mayStudent: whyMay(actor, 'export.student', 'organiser').allowed,
    units: covered === 'every' ? all : all.filter(({ unitId }) => covered.includes(unitId)),
  };
}

/** Runs `work` in one transaction of the reader's organiser. */
export function inOrganiser<T>(parts: PageParts, c: ExportContext, work: (tx: Tx) => Promise<T>): Promise<T> {
  return withOrganiser(parts.db, c.get('organiser'), work);
}
