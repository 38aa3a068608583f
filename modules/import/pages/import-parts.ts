import { join } from 'node:path';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Logger } from 'pino';
import { type Tx, withOrganiser } from '../../../platform/server/db.ts';
import { type Actor, becauseCode, type PageEnv, type PageParts, whyMay } from '../../access/index.ts';
import type { Background } from '../background.ts';

/** What the pages of import are put together from. */
export interface ImportParts extends PageParts {
  readonly config: { readonly dataDir: string };
  readonly log: Logger;
}

/** The same with what lives as long as the server. */
export interface ImportPages extends ImportParts {
  readonly background: Background;
  /** Where sent files lie. */
  readonly uploads: string;
}

/** Where sent files lie in the data folder. */
export function uploadFolder(dataDir: string): string {
  return join(dataDir, 'uploads');
}

/** A request's context. */
export type ImportContext = Context<PageEnv>;

/** Who may import here, and how far: an administrator of some units sees and reads in those only. */
export interface Importer {
  readonly actor: Actor;
  readonly because: string;
  /** Null is all units. */
  readonly onlyUnits: readonly number[] | null;
  /** Whose runs are shown: one's own, or null for everybody's. */
  readonly runsOf: number | null;
}

/** The one who asks, if they may import; the page does not exist for others. */
export function importerOf(c: ImportContext): Importer {
  const actor = c.get('actor');
  const why = whyMay(actor, 'import.run', 'organiser');
  if (!why.allowed) throw new HTTPException(404);
  const duties = actor.duties.filter((duty) => duty.role === 'administrator');
  const units = duties.map((duty) => duty.unitId);
  const onlyUnits = units.includes(null) ? null : units.filter((unit) => unit !== null);
  return { actor, because: becauseCode(why.because), onlyUnits, runsOf: onlyUnits && actor.personId };
}

/** Runs `work` in one transaction of the reader's organiser. */
export function inOrganiser<T>(parts: PageParts, c: ImportContext, work: (tx: Tx) => Promise<T>): Promise<T> {
  return withOrganiser(parts.db, c.get('organiser'), work);
}

/** The run's number in the address; anything else is a page that does not exist. */
export function runIdOf(c: ImportContext): number {
  const text = c.req.param('run') ?? '';
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new HTTPException(404);
  return Number(text);
}
