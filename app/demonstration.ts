import { cast } from '../fixtures/cast.ts';
import { loadCast } from '../fixtures/load-cast.ts';
import { listOrganisers } from '../modules/organisation/index.ts';
import { systemClock } from '../platform/server/clock.ts';
import { type Database, dangerouslyAcrossOrganisers } from '../platform/server/db.ts';
import type { Io } from './command.ts';

/**
 * Loads the demonstration's organisers with their cast into a database that has no organiser; leaves any other database
 * alone. Answers whether it did.
 */
export async function loadDemonstrationIfEmpty(
  db: Database,
  io: Pick<Io, 'say' | 'progress'>,
): Promise<boolean> {
  const known = await dangerouslyAcrossOrganisers(db, (tx) => listOrganisers(tx));
  if (known.length > 0) return false;
  io.say('Databasen är tom. Läser in demonstrationen …');
  await loadCast(db, cast(systemClock.today()));
  return true;
}
