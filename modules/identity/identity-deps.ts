import type { Logger } from 'pino';
import type { Clock } from '../../platform/server/clock.ts';
import type { Database } from '../../platform/server/db.ts';
import type { Actor } from '../access/index.ts';
import type { OidcSettings } from './oidc-settings.ts';
import type { CastNotes } from './queries/demonstration-cast.ts';

/** What identity needs of its surroundings. */
export interface IdentityDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Logger;
  /** The address people use, e.g. `http://localhost:3000`. With https the cookies are `__Host-` and Secure. */
  readonly publicUrl: URL;
  /**
   * The cast of the demonstration by federated name, with what one sees as each; null when the server is not in demonstration
   * mode. Even then only organisers marked as demonstrations can be entered.
   */
  readonly demonstration: CastNotes | null;
  readonly oidc: OidcSettings | null;
}

/** What a request carries after `requireActor`. */
export interface IdentityEnv {
  Variables: { actor: Actor; organiser: number };
}
