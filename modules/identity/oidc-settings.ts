/** How to reach the organiser's log-in service. */
export interface OidcSettings {
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The organiser whose people log in there. */
  readonly organiser: number | string;
  /** The claim that names a person the first time; eduPersonPrincipalName, preferred_username, email in that order unless told. */
  readonly claim: string | null;
}

/** The settings of the environment; null when OIDC_ISSUER is not set. Refuses half a set of them. */
export function oidcSettings(_env: Readonly<Record<string, string | undefined>>): OidcSettings | null {
  throw new Error('not written yet');
}
