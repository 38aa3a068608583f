import { type Database, withOrganiser } from '../../../platform/server/db.ts';
import { SourceProblem, type Ss12000Client } from '../client/index.ts';
import { keepObjects } from '../mirror/store-mirror.ts';
import { trimmed } from '../mirror/trim.ts';

/** Whose attendance, and where to ask. */
export interface MissingEvents {
  readonly organiser: number;
  readonly source: number;
  readonly client: Pick<Ss12000Client, 'lookup'>;
  readonly signal?: AbortSignal | undefined;
}

const mostAtOnce = 2_000;

/**
 * Asks for lessons that attendance tells of and no window brought: made while the pull went on, or of an earlier year. A
 * source that cannot look up leaves them unknown, which is told when the attendance is imported.
 */
export async function fetchMissingEvents(db: Database, missing: MissingEvents): Promise<number> {
  const { organiser, source, client, signal } = missing;
  const ids = await withOrganiser(db, organiser, async (tx) => {
    const { rows } = await tx.client.query<{ id: string }>(
      `select a.body->>'event' as id from ss12000.object a
       where a.organiser_id = $1 and a.source_id = $2 and a.resource = 'attendances' and not a.applied and not a.deleted
         and not exists (select from ss12000.object e where e.organiser_id = $1 and e.source_id = $2
           and e.resource = 'calendarEvents' and e.object_id = a.body->>'event')
       group by 1 order by max(a.modified) desc nulls last limit $3`,
      [tx.organiser, source, mostAtOnce],
    );
    return rows.map((row) => row.id).filter((id) => id !== '');
  });
  if (ids.length === 0) return 0;
  try {
    const found = (await client.lookup('calendarEvents', ids, signal)).flatMap(
      (raw) => trimmed('calendarEvents', raw) ?? [],
    );
    await withOrganiser(db, organiser, (tx) => keepObjects(tx, source, 'calendarEvents', found));
    return found.length;
  } catch (error) {
    if (error instanceof SourceProblem && error.code !== 'unauthorised') return 0;
    throw error;
  }
}
