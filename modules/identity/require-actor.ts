import type { MiddlewareHandler } from 'hono';
import type { Logger } from 'pino';
import type { Clock } from '../../platform/server/clock.ts';
import type { Database } from '../../platform/server/db.ts';
import type { Actor } from '../access/index.ts';
import type { OidcSettings } from './oidc-settings.ts';

/** What identity needs of its surroundings. */
export interface IdentityDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Logger;
  /** The address people use, e.g. `http://localhost:3000`. */
  readonly publicUrl: URL;
  /** Whether the server runs in demonstration mode: only then, and only for demonstration organisers, the cast may be entered. */
  readonly demonstration: boolean;
  readonly oidc: OidcSettings | null;
}

/** What a request carries after `requireActor`. */
export interface IdentityEnv {
  Variables: { actor: Actor; organiser: number };
}

/** Lets a request through with its actor, or sends the reader to the log-in page and back afterwards. */
export function requireActor(_deps: IdentityDeps): MiddlewareHandler<IdentityEnv> {
  throw new Error('not written yet');
}
