import type { Database } from '../platform/server/db.ts';
import type { Io } from './command.ts';

/** Loads the demonstration organiser with its cast into a database that has no organiser; leaves any other database alone. Answers whether it did. */
export async function loadDemonstrationIfEmpty(
  _db: Database,
  _io: Pick<Io, 'say' | 'progress'>,
): Promise<boolean> {
  return false;
}
