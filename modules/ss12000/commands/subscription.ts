import { createHash, randomBytes } from 'node:crypto';
import { type Database, dangerouslyAcrossOrganisers, withOrganiser } from '../../../platform/server/db.ts';
import { type Resource, resources, SourceProblem } from '../client/index.ts';
import { sealedSecret, sourceById } from '../queries/sources.ts';
import { keepSubscriptionOf } from '../store-sources.ts';
import { clientOf, type RunSourceParts } from './run-source.ts';

/** Running sources, and where a source may call when something has changed; null without an address of our own. */
export interface SubscriptionParts extends RunSourceParts {
  readonly publicUrl: URL | null;
}

/** Where a source calls. What comes after is a secret of the source's own. */
export const nudgePath = '/ss12000/andring';

/** The address itself is what proves that a nudge is from the source; only its hash is kept. */
export function nudgeHash(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** Renewed so long before it ends that a night without answer does no harm. */
const renewBeforeMs = 3 * 86_400_000;

/**
 * Asks the source to call when something has changed, or makes what was asked for last longer. Does nothing without an
 * address that the source can reach. Throws nothing: a source that will not is pulled at its hour all the same.
 */
export async function keepSubscription(
  parts: SubscriptionParts,
  organiser: number,
  id: number,
): Promise<'kept' | 'no-address' | { readonly says: string }> {
  const { db, publicUrl, clock, log } = parts;
  if (publicUrl === null) return 'no-address';
  const found = await withOrganiser(db, organiser, async (tx) => ({
    source: await sourceById(tx, id),
    sealed: await sealedSecret(tx, id),
  }));
  if (!found.source) return 'no-address';
  try {
    const client = await clientOf(parts, organiser, found.source, found.sealed);
    const { subscription } = found.source;
    if (subscription) {
      const left = subscription.expires ? Date.parse(subscription.expires) - clock.now().getTime() : 0;
      if (left > renewBeforeMs) return 'kept';
      const renewed = await client.renew(subscription.id);
      if (renewed) {
        await withOrganiser(db, organiser, (tx) => keepSubscriptionOf(tx, id, renewed, null));
        return 'kept';
      }
    }
    const secret = randomBytes(24).toString('base64url');
    const target = new URL(`${nudgePath}/${secret}`, publicUrl).href;
    const wanted = (found.source.resources ?? resources) as readonly Resource[];
    // The address is kept before the source knows it: it may call at once.
    await withOrganiser(db, organiser, (tx) => keepSubscriptionOf(tx, id, null, nudgeHash(secret)));
    const made = await client.subscribe(target, 'Fullfölj', wanted);
    await withOrganiser(db, organiser, (tx) => keepSubscriptionOf(tx, id, made, null));
    return 'kept';
  } catch (error) {
    if (!(error instanceof SourceProblem)) throw error;
    log.warn({ source: id, code: error.code }, 'subscription was refused');
    return { says: error.says };
  }
}

/**
 * Notes that a source says something has changed; false when the address is nobody's. Nothing of what it sends is read:
 * what has changed is pulled.
 */
export async function noteNudge(db: Database, secret: string, at: Date): Promise<boolean> {
  return dangerouslyAcrossOrganisers(db, async ({ client }) => {
    const { rowCount } = await client.query(
      'update ss12000.source set nudged_at = coalesce(nudged_at, $2) where nudge_hash = $1',
      [nudgeHash(secret), at],
    );
    return rowCount === 1;
  });
}
