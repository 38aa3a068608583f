import { join } from 'node:path';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Logger } from 'pino';
import { type Tx, withOrganiser } from '../../../platform/server/db.ts';
import type { Form } from '../../../platform/server/read-form.ts';
import { type Actor, becauseCode, type PageEnv, type PageParts, whyMay } from '../../access/index.ts';
import type { Background } from '../background.ts';
import type { SeenBy } from '../queries/runs.ts';
import type { UploadLimits } from '../uploads.ts';

/** What the pages of import are put together from. */
export interface ImportParts extends PageParts {
  readonly config: { readonly dataDir: string };
  readonly log: Logger;
  /** How much may be sent at once; the usual unless a test says otherwise. */
  readonly limits?: UploadLimits;
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
  /** Whose runs are shown. */
  readonly sees: SeenBy;
}

/** The one who asks, if they may import; the page does not exist for others. */
export function importerOf(c: ImportContext): Importer {
  const actor = c.get('actor');
  const why = whyMay(actor, 'import.run', 'organiser');
  if (!why.allowed) throw new HTTPException(404);
  const duties = actor.duties.filter((duty) => duty.role === 'administrator');
  const units = duties.map((duty) => duty.unitId);
  const onlyUnits = units.includes(null) ? null : units.filter((unit) => unit !== null);
  return { actor, because: becauseCode(why.because), onlyUnits, sees: { units: onlyUnits } };
}

/** The units that both of two reaches hold; null is all. */
export function inBoth(
  one: readonly number[] | null,
  other: readonly number[] | null,
): readonly number[] | null {
  if (one === null || other === null) return one ?? other;
  return one.filter((unit) => other.includes(unit));
}

/** Runs `work` in one transaction of the reader's organiser. */
export function inOrganiser<T>(parts: PageParts, c: ImportContext, work: (tx: Tx) => Promise<T>): Promise<T> {
  return withOrganiser(parts.db, c.get('organiser'), work);
}

const [earliest, latest] = ['2000-01-01', '3000-01-01'].map((day) => Date.parse(day));

/**
 * When what a form was shown for was finished (`sett`). Undefined for a date that is none, and for one that is not of our
 * time, which the database may not even be able to read.
 */
export function seenIn(form: Form): Date | undefined {
  const seen = new Date(form.sett ?? '');
  return seen.getTime() > earliest! && seen.getTime() < latest! ? seen : undefined;
}

/** The run's number in the address; anything else is a page that does not exist. */
export function runIdOf(c: ImportContext): number {
  const text = c.req.param('run') ?? '';
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new HTTPException(404);
  return Number(text);
}
