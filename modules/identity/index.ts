/** The door of identity: who somebody is, by log-in, and for how long. */

export { keptLogIns, moveLogIns } from './commands/move-person.ts';
export type { IdentityDeps, IdentityEnv } from './identity-deps.ts';
export { type OidcSettings, oidcSettings } from './oidc-settings.ts';
export { identityPages } from './pages/log-in.tsx';
export type { CastNotes } from './queries/demonstration-cast.ts';
export { knownActor, requireActor } from './require-actor.ts';
export { safePath } from './rules/safe-path.ts';
export { sameOriginOnly } from './same-origin.ts';
export { startSession } from './store.ts';
