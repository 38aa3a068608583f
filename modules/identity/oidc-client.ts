import * as oidc from 'openid-client';
import type { LogInAttempt } from './cookies.ts';
import type { OidcSettings } from './oidc-settings.ts';
import type { Claimed } from './queries/person-of-subject.ts';

/** The way to and from one log-in service: OpenID Connect, authorization code with PKCE, state and nonce. */
export interface OidcClient {
  /** Where to send the reader, and what the answer must fit. Rejects when the service does not answer. */
  begin(back: string): Promise<{ readonly location: URL; readonly attempt: LogInAttempt }>;
  /** Who it was, from the answer's query; rejects unless every check holds. */
  finish(answer: URL, attempt: LogInAttempt): Promise<Claimed>;
  /** Where to log out of the service too; undefined when it has no such place. */
  endAt(): Promise<URL | undefined>;
}

/** Makes a client; nothing is fetched before the first log-in. `publicUrl` is our own address, `/logga-in/svar` below it the service's way back. */
export function oidcClient(settings: OidcSettings, publicUrl: URL): OidcClient {
  const redirectUri = new URL('/logga-in/svar', publicUrl).href;
  const configured = remembered(() => discover(settings));
  return {
    begin: async (back) => {
      const config = await configured();
      const verifier = oidc.randomPKCECodeVerifier();
      const attempt = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier, back };
      const location = oidc.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: 'openid profile email',
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state: attempt.state,
        nonce: attempt.nonce,
      });
      return { location, attempt };
    },
    finish: async (answer, attempt) => {
      const config = await configured();
      const tokens = await oidc.authorizationCodeGrant(config, new URL(answer.search, redirectUri), {
        pkceCodeVerifier: attempt.verifier,
        expectedState: attempt.state,
        expectedNonce: attempt.nonce,
        idTokenExpected: true,
      });
      return claimedBy(config, tokens, settings);
    },
    endAt: async () => {
      const config = await configured();
      if (!config.serverMetadata().end_session_endpoint) return undefined;
      return oidc.buildEndSessionUrl(config, {
        post_logout_redirect_uri: new URL('/utloggad', publicUrl).href,
      });
    },
  };
}

/** Signatures of ID tokens are checked too. Plain http only for a service on the developer's own machine. */
function discover({ issuer, clientId, clientSecret }: OidcSettings): Promise<oidc.Configuration> {
  const local = issuer.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(issuer.hostname);
  const execute = [oidc.enableNonRepudiationChecks, ...(local ? [oidc.allowInsecureRequests] : [])];
  return oidc.discovery(issuer, clientId, undefined, oidc.ClientSecretPost(clientSecret), { execute });
}

type Tokens = Awaited<ReturnType<typeof oidc.authorizationCodeGrant>>;

async function claimedBy(
  config: oidc.Configuration,
  tokens: Tokens,
  { claims }: OidcSettings,
): Promise<Claimed> {
  const id = tokens.claims()!;
  const userInfo = config.serverMetadata().userinfo_endpoint
    ? await oidc.fetchUserInfo(config, tokens.access_token, id.sub)
    : {};
  return { issuer: id.iss, subject: id.sub, name: nameIn({ ...id, ...userInfo }, claims) };
}

/** The first of the claims that is told. An e-mail address that the service itself has not verified names nobody. */
function nameIn(told: Readonly<Record<string, unknown>>, claims: readonly string[]): string | null {
  const usable = claims.filter((claim) => claim !== 'email' || told['email_verified'] !== false);
  const name = usable.map((claim) => told[claim]).find((value) => typeof value === 'string' && value !== '');
  return typeof name === 'string' ? name : null;
}

/** Asks once; a question that failed may be asked again. */
function remembered<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => {
    answer ??= ask().catch((error: unknown) => {
      answer = undefined;
      throw error;
    });
    return answer;
  };
}
