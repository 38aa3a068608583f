import type { Logger } from 'pino';
import { forgetOldRuns } from '../modules/import/index.ts';
import { listOrganisers } from '../modules/organisation/index.ts';
import { refreshPlacements } from '../modules/people/index.ts';
import { evaluatedOn, refreshSignals, saveEvaluation } from '../modules/signals/index.ts';
import type { Clock } from '../platform/server/clock.ts';
import { type Database, dangerouslyAcrossOrganisers, withOrganiser } from '../platform/server/db.ts';

/** What the nightly evaluation needs. */
export interface NightlyParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Logger;
}

const everyFewMinutes = 5 * 60_000;
/** Swedish hour from which the day is evaluated: before anybody opens a page, after the night's imports. */
const fromHour = 5;

/**
 * Evaluates every organiser once a day from five in the morning, also after the server has been away: what was done is
 * kept in the database, so that two servers or a restart do it once. Days matter even without new lessons: a next step
 * passes, somebody starts, a student moves.
 */
export function startNightly(parts: NightlyParts): { stop(): void } {
  const timer = setInterval(() => void evaluateIfDue(parts), everyFewMinutes);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

/** Evaluates those organisers that have not been evaluated for today; answers how many were. */
export async function evaluateIfDue({ db, clock, log }: NightlyParts): Promise<number> {
  if (swedishHour(clock.now()) < fromHour) return 0;
  const on = clock.today();
  let count = 0;
  try {
    const organisers = await dangerouslyAcrossOrganisers(db, (tx) => listOrganisers(tx));
    for (const { organiserId } of organisers) {
      const students = await withOrganiser(db, organiserId, async (tx) => {
        if (await evaluatedOn(tx, on)) return undefined;
        await refreshPlacements(tx, on);
        const evaluated = await refreshSignals(tx, { on, students: 'all' });
        await saveEvaluation(tx, on, evaluated, clock.now());
        await forgetOldRuns(tx, clock.now());
        return evaluated;
      });
      if (students === undefined) continue;
      log.info({ organiser: organiserId, students, on }, 'evaluated');
      count += 1;
    }
  } catch (error) {
    log.error({ err: error }, 'nightly evaluation failed');
  }
  return count;
}

const hourFormat = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  hour: '2-digit',
  hourCycle: 'h23',
});

function swedishHour(at: Date): number {
  return Number(hourFormat.format(at));
}
