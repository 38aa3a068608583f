/** The door of identity: who somebody is, by log-in, and for how long. */

export { type OidcSettings, oidcSettings } from './oidc-settings.ts';
export { identityPages } from './pages/log-in.tsx';
export { type IdentityDeps, type IdentityEnv, requireActor } from './require-actor.ts';
