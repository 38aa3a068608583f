import { OperatorError } from '../../platform/server/operator-error.ts';

/** How to reach an organiser's log-in service. */
export interface OidcSettings {
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The organiser whose people log in there: its id or its name. */
  readonly organiser: string;
  /** The claims that may name a person the first time, in order. */
  readonly claims: readonly string[];
}

const usualClaims = ['eduPersonPrincipalName', 'preferred_username', 'email'];

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The settings of the environment: `OIDC_ISSUER`, `OIDC_CLIENT_ID`, `OIDC_CLIENT_SECRET`, `OIDC_ORGANISER`, and `OIDC_CLAIM`
 * (one claim in place of the usual three). Null when no issuer is set; half a set is refused to the operator, all that is missing at once.
 */
export function oidcSettings(env: Environment): OidcSettings | null {
  const issuer = env['OIDC_ISSUER'];
  if (!issuer) return null;
  const needed = ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_ORGANISER'];
  const missing = needed.filter((name) => !env[name]);
  if (missing.length > 0) throw new OperatorError(`OIDC_ISSUER är satt men inte ${missing.join(', ')}.`);
  if (!URL.canParse(issuer)) throw new OperatorError('OIDC_ISSUER är ingen adress.');
  return {
    issuer: new URL(issuer),
    clientId: env['OIDC_CLIENT_ID']!,
    clientSecret: env['OIDC_CLIENT_SECRET']!,
    organiser: env['OIDC_ORGANISER']!,
    claims: env['OIDC_CLAIM'] ? [env['OIDC_CLAIM']] : usualClaims,
  };
}
