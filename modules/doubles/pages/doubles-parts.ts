import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { type Tx, withOrganiser } from '../../../platform/server/db.ts';
import {
  type Actor,
  becauseCode,
  coveredUnits,
  type PageEnv,
  type PageParts,
  whyMay,
} from '../../access/index.ts';
import type { Doer } from '../commands/merge-persons.ts';
import type { LaterRows } from '../kept.ts';
import type { Reach } from '../rules/reach.ts';

/** What the pages are put together from. */
export interface DoublesParts extends PageParts {
  readonly later?: LaterRows | undefined;
}

/** A request's context. */
export type DoublesContext = Context<PageEnv>;

/** How far the actor may merge; undefined for nothing at all. */
export function reachOf(actor: Actor): { readonly reach: Reach; readonly because: string } | undefined {
  const why = whyMay(actor, 'person.merge', 'organiser');
  if (!why.allowed) return undefined;
  const units = coveredUnits(actor, 'person.merge');
  return { reach: units === 'every' ? null : units, because: becauseCode(why.because) };
}

/** The one who asks, if they may merge; the page does not exist for others. */
export function doerOf(parts: DoublesParts, c: DoublesContext): Doer & { readonly actor: Actor } {
  const actor = c.get('actor');
  const may = reachOf(actor);
  if (!may) throw new HTTPException(404);
  return { actor, ...may, on: parts.clock.today(), at: parts.clock.now(), later: parts.later };
}

/** Runs `work` in one transaction of the reader's organiser. */
export function inOrganiser<T>(
  parts: PageParts,
  c: DoublesContext,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return withOrganiser(parts.db, c.get('organiser'), work);
}

/** A whole number of a form or an address; 0 for anything else. */
export function wholeNumber(text: string | undefined): number {
  return /^[1-9]\d{0,8}$/.test(text ?? '') ? Number(text) : 0;
}
