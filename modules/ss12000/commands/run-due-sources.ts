import { type Database, dangerouslyAcrossOrganisers, withOrganiser } from '../../../platform/server/db.ts';
import { swedishDayOf } from '../../../platform/web/format.ts';
import { listOrganisers } from '../../organisation/index.ts';
import { allSources, type Source } from '../queries/sources.ts';
import { isDue } from '../rules/when-due.ts';
import { isBusy } from '../source-lock.ts';
import { swedishNow } from '../swedish-now.ts';
import { runSource } from './run-source.ts';
import { keepSubscription, type SubscriptionParts } from './subscription.ts';

/**
 * Runs the sources of all organisers whose time it is, one after the other: their databases and ours have enough with one
 * at a time. Answers how many were run.
 */
export async function runDueSources(parts: SubscriptionParts): Promise<number> {
  const { db, clock } = parts;
  const organisers = await dangerouslyAcrossOrganisers(db, (tx) => listOrganisers(tx));
  let count = 0;
  for (const { organiserId, name } of organisers) {
    const organiser = { id: organiserId, name };
    const sources = await withOrganiser(db, organiserId, (tx) => allSources(tx));
    for (const source of sources) {
      if (source.login === 'command-line') continue;
      const schedule = { ...source, interrupted: await isInterrupted(db, source) };
      if (!isDue(schedule, swedishNow(clock.now()), swedishDayOf)) continue;
      const order = { organiser, source: source.sourceId, actor: null, acceptLargeChange: false } as const;
      const state = await runSource(parts, { ...order, how: 'import' });
      if (state !== 'busy') count += 1;
      if (state !== 'busy' && state !== 'failed' && source.subscription)
        await keepSubscription(parts, organiserId, source.sourceId);
    }
  }
  return count;
}

/** Whether the schedule's own last attempt was cut off: it is noted as under way, and nobody works on it. */
async function isInterrupted(db: Database, source: Source): Promise<boolean> {
  const { outcome, startedAt, scheduledAt } = source;
  if (outcome?.state !== 'pulling' || startedAt?.getTime() !== scheduledAt?.getTime()) return false;
  return !(await isBusy(db, source.sourceId));
}
