import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeAttendance } from '../../fixtures/generator/write-attendance.ts';
import { truths } from '../../fixtures/generator/write-truth.ts';
import {
  type GeneratedSchool,
  generatedSchool,
  type Mode,
  type ReferenceServer,
  stableId,
  startReferenceServer,
} from '../../fixtures/ss12000-server/index.ts';
import {
  type Database,
  dangerouslyAcrossOrganisers,
  type Tx,
  withOrganiser,
} from '../../platform/server/db.ts';
import { attendanceTotals } from '../attendance/index.ts';
import { createOrganiser } from '../organisation/index.ts';
import { refreshSignals } from '../signals/index.ts';
import { type Ss12000Client, ss12000Client, staticToken } from './client/index.ts';
import { type PullAndImportOptions, pullAndImport } from './commands/pull-and-import.ts';
import type { SourceId } from './mirror/store-mirror.ts';
import { withSourceLock } from './source-lock.ts';
import { addSource } from './store-sources.ts';

/** The first day of the tests' school, a Monday. */
export const start = '2026-08-17';
/** The day of the tests' first pull: a Saturday after three weeks of lessons. */
export const on = '2026-09-05';
const token = 'prov-nyckel';

/** A school that pulls from a reference server of its own. */
export interface Pulling {
  readonly generated: GeneratedSchool;
  readonly server: ReferenceServer;
  readonly organiser: { readonly id: number; readonly name: string };
  readonly source: SourceId;
  /** Pulls and imports as the nightly schedule does. */
  pull(more?: Partial<PullAndImportOptions>): ReturnType<typeof pullAndImport>;
  /** A client that sees the source's clock so many milliseconds behind. */
  clientBehind(ms: number): Ss12000Client;
  /** Minutes of every student as attendance has them, by id at the source. */
  minutes(): Promise<ReadonlyMap<string, object>>;
  /** What a query answers of the organiser's own rows. */
  ask<Row extends object>(query: string, values?: readonly unknown[]): Promise<readonly Row[]>;
}

async function minutesIn(tx: Tx): Promise<ReadonlyMap<string, object>> {
  const { rows } = await tx.client.query<{ source_id: string; id: number }>(
    'select source_id, person_id as id from people.person where organiser_id = $1',
    [tx.organiser],
  );
  const source = new Map(rows.map((row) => [row.id, row.source_id]));
  const totals = await attendanceTotals(tx, '2026-08-01', '2026-12-31');
  return new Map(totals.map(({ studentId, ...minutes }) => [source.get(studentId)!, minutes]));
}

/**
 * What an import of the generated school should find, by id at the source: the minutes that the generator itself counts
 * while it writes its files.
 */
export async function facitOf({ organiser }: GeneratedSchool): Promise<ReadonlyMap<string, object>> {
  const folder = await mkdtemp(join(tmpdir(), 'fullfolj-facit-'));
  const { sums } = await writeAttendance(organiser, folder, async () => {});
  await rm(folder, { recursive: true });
  return new Map(truths(organiser, sums).map((truth) => [stableId('person', truth.personId), truth.minutes]));
}

/** A made-up school of so many students with three weeks of lessons, a server that tells of it, and nothing imported. */
export async function pullingSchool(
  db: Database,
  name: string,
  order: { readonly students?: number; readonly mode?: Mode } = {},
): Promise<Pulling> {
  const school = generatedSchool({ students: order.students ?? 40, seed: 4, start, weeks: 3 });
  const server = await startReferenceServer(school.data, { token, mode: order.mode ?? 'v2.1' });
  const id = await dangerouslyAcrossOrganisers(db, (tx) =>
    createOrganiser(tx, { name, kind: 'municipality', isDemonstration: false }),
  );
  const organiser = { id, name };
  const settings = {
    name: 'Provskolan',
    address: server.url,
    login: 'token',
    resources: null,
    hour: 3,
  } as const;
  const source = await withOrganiser(db, id, (tx) => addSource(tx, settings));
  const clientAhead = (ms: number) =>
    ss12000Client(
      { baseUrl: server.url, tokens: staticToken(token) },
      {
        privateNetworks: true,
        limit: 200,
        wait: async () => undefined,
        now: () => new Date(Date.now() + ms),
      },
    );
  const client = clientAhead(0);
  const pull = (more: Partial<PullAndImportOptions> = {}) =>
    withSourceLock(db, source, () =>
      pullAndImport(db, {
        organiser,
        source,
        name: 'Provskolan',
        client,
        resources: null,
        on,
        now: () => new Date(`${more.on ?? on}T07:00:00Z`),
        dryRun: false,
        actor: null,
        acceptLargeChange: true,
        refreshSignals,
        ...more,
      }),
    );
  return {
    generated: school,
    server,
    organiser,
    source,
    pull,
    clientBehind: clientAhead,
    minutes: () => withOrganiser(db, id, minutesIn),
    ask: (query, values = []) =>
      withOrganiser(db, id, async (tx) => (await tx.client.query(query, [...values])).rows),
  };
}
