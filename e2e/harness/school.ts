import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, inject } from 'vitest';
import { createServer } from '../../app/server.ts';
import { cast } from '../../fixtures/cast.ts';
import { loadCast } from '../../fixtures/load-cast.ts';
import { type TestDatabase, testDatabase } from '../../fixtures/test-database.ts';
import { addDays, type LocalDate } from '../../platform/local-date.ts';
import { type Clock, stoppedClock } from '../../platform/server/clock.ts';
import { readConfig } from '../../platform/server/config.ts';

/** The Monday on which the journeys happen, at eight in the morning. */
export const journeyDay: LocalDate = '2026-11-23';

/** A served Fullfölj with the cast in a database of its own. */
export interface School {
  /** `http://localhost:PORT`, without a slash at the end. */
  readonly url: string;
  readonly database: TestDatabase;
  /** Its clock stands still until it is moved. */
  readonly clock: MovableClock;
  /** The address of a student's page, by her name in the cast. */
  addressOf(student: string): Promise<string>;
}

/** A clock that stands still on a day and can be moved on. */
export interface MovableClock extends Clock {
  forward(time: { hours?: number; days?: number }): void;
}

/**
 * Serves the cast from a database nobody else sees, on a free port, with the clock at `day`. Ask at the top level of a journey
 * (`const school = await openSchool();`); it is closed after the file's last test.
 */
export async function openSchool(day: LocalDate = journeyDay): Promise<School> {
  const fill: Parameters<typeof testDatabase>[0] = {
    name: `cast ${day}`,
    fill: async (db) => void (await loadCast(db, cast(day))),
  };
  const database = await testDatabase(fill);
  const clock = movableClock(day);
  const data = mkdtempSync(join(tmpdir(), 'fullfolj-journey-'));
  const server = await createServer({
    db: database.db,
    config: readConfig({}, { data }),
    port: 0,
    host: '127.0.0.1',
    log: pino({ level: 'silent' }),
    clock,
    env: {},
    assetsDir: inject('browser').assetsDir,
  });
  // Registered after the database's own, so it runs before it: the last one in is the first one out.
  afterAll(async () => {
    await server.close();
    rmSync(data, { recursive: true, force: true });
  });
  const addressOf = (student: string) => addressIn(database, student);
  return { url: `http://localhost:${server.port}`, database, clock, addressOf };
}

async function addressIn({ db }: TestDatabase, student: string): Promise<string> {
  const { rows } = await db.pool.query<{ person_id: number }>(
    `select person_id from people.person where given_name || ' ' || family_name = $1`,
    [student],
  );
  const [found] = rows;
  if (!found) throw new RangeError(`nobody in the cast is called ${student}`);
  return `/elever/${found.person_id}`;
}

function movableClock(day: LocalDate): MovableClock {
  let today = day;
  let hours = 0;
  return {
    today: () => today,
    now: () => new Date(stoppedClock(today).now().getTime() + hours * 3_600_000),
    forward: (time) => {
      today = addDays(today, time.days ?? 0);
      hours += time.hours ?? 0;
    },
  };
}
