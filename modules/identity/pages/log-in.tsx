import { Hono } from 'hono';
import type { IdentityDeps } from '../require-actor.ts';

/** `/logga-in`, `/logga-ut` and the way to and from the log-in service. */
export function identityPages(_deps: IdentityDeps): Hono {
  return new Hono();
}
