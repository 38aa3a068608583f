import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Logger } from 'pino';
import { type Tx, withOrganiser } from '../../../platform/server/db.ts';
import type { SecretBox } from '../../../platform/server/secret-box.ts';
import { type Actor, becauseCode, type PageEnv, type PageParts, whyMay } from '../../access/index.ts';
import { record } from '../../audit/index.ts';
import { type Source, sourceById } from '../queries/sources.ts';

/** What the pages of sources are put together from. */
export interface SourceParts extends PageParts {
  readonly log: Logger;
  readonly box: SecretBox;
  readonly privateSources: boolean;
  /** Where sources may call; null when nobody outside can reach us. */
  readonly publicUrl: URL | null;
}

/** A request's context. */
export type SourceContext = Context<PageEnv>;

/** Who may manage sources here: an administrator of the whole organiser. */
export interface Manager {
  readonly actor: Actor;
  readonly because: string;
}

/** The one who asks, if they may; the pages do not exist for others, nor for an administrator of some units. */
export function managerOf(c: SourceContext): Manager {
  const actor = c.get('actor');
  const why = whyMay(actor, 'source.manage', 'organiser');
  if (!why.allowed) throw new HTTPException(404);
  return { actor, because: becauseCode(why.because) };
}

/** Runs `work` in one transaction of the reader's organiser. */
export function inOrganiser<T>(parts: PageParts, c: SourceContext, work: (tx: Tx) => Promise<T>): Promise<T> {
  return withOrganiser(parts.db, c.get('organiser'), work);
}

/** The source's number in the address; anything else is a page that does not exist. */
export function sourceIdOf(c: SourceContext): number {
  const text = c.req.param('source') ?? '';
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new HTTPException(404);
  return Number(text);
}

/** The source in the address, if the organiser has it. */
export async function sourceOf(tx: Tx, c: SourceContext): Promise<Source> {
  const source = await sourceById(tx, sourceIdOf(c));
  if (!source) throw new HTTPException(404);
  return source;
}

/** Writes in the log what was done to a source: never its address or how it is logged in to. */
export function log(
  tx: Tx,
  parts: PageParts,
  { actor, because }: Manager,
  what: string,
  source: number,
): void {
  record(tx, {
    actor,
    action: 'source.manage',
    what,
    because,
    subjects: [],
    detail: { source },
    at: parts.clock.now(),
  });
}
