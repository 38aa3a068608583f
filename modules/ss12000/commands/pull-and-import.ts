import type { LocalDate } from '../../../platform/local-date.ts';
import { type Database, withOrganiser } from '../../../platform/server/db.ts';
import type { ImportReport } from '../../import/index.ts';
import { schoolCalendar, schoolYearOf } from '../../organisation/index.ts';
import type { Resource, Ss12000Client } from '../client/index.ts';
import { forgetUndone } from '../mirror/store-told.ts';
import { type Pulled, type PullProgress, pullSource } from '../pulling/pull-source.ts';
import { noteComplete } from '../store-sources.ts';
import { type ImportMirrorOptions, importMirror } from './import-mirror.ts';

/** What to pull and import. */
export interface PullAndImportOptions extends Omit<ImportMirrorOptions, 'yearStarts' | 'on' | 'signal'> {
  readonly on: LocalDate;
  readonly client: Ss12000Client;
  readonly resources: readonly Resource[] | null;
  readonly since?: Date | undefined;
  /** Aborted to stop the pull; what has come so far is kept. */
  readonly signal?: AbortSignal | undefined;
  readonly onPulled?: ((progress: PullProgress) => void) | undefined;
}

/** What it came to. `report` null: the source had nothing that can be imported. */
export interface PulledAndImported {
  readonly pulled: Pulled;
  readonly report: ImportReport | null;
}

/**
 * Brings a source's mirror up to date and imports what waits in it. With `dryRun` the mirror is brought up to date, for
 * nobody sees it, and nothing is imported. Call it within `withSourceLock`. Throws SourceProblem.
 */
export async function pullAndImport(db: Database, options: PullAndImportOptions): Promise<PulledAndImported> {
  const { client, resources, since, signal, onPulled, ...rest } = options;
  const { organiser, source, on, now } = rest;
  const yearStarts = await yearStartsOn(db, organiser.id, on);
  await withOrganiser(db, organiser.id, (tx) => forgetUndone(tx, source));
  const pulled = await pullSource(db, {
    organiser: organiser.id,
    source,
    client,
    wanted: resources,
    yearStarts,
    today: on,
    now,
    since,
    signal,
    onProgress: onPulled,
  });
  await withOrganiser(db, organiser.id, (tx) => noteComplete(tx, source, now()));
  return { pulled, report: await importMirror(db, { ...rest, yearStarts }) };
}

/** The first day of the school year that a day lies in. */
export async function yearStartsOn(db: Database, organiser: number, on: LocalDate): Promise<LocalDate> {
  return withOrganiser(db, organiser, async (tx) => schoolYearOf(await schoolCalendar(tx), on).starts);
}
