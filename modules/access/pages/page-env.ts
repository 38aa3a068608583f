import type { Clock } from '../../../platform/server/clock.ts';
import type { Database } from '../../../platform/server/db.ts';
import type { Actor } from '../actor.ts';

/** What a page's handler finds in its context once somebody is logged in. */
export interface PageEnv {
  Variables: { actor: Actor; organiser: number };
}

/** What pages are put together from. */
export interface PageParts {
  readonly db: Database;
  readonly clock: Clock;
}
