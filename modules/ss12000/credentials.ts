import { sourceWords as words } from '../../messages/sv/sources.ts';
import type { SecretBox } from '../../platform/server/secret-box.ts';
import {
  type ClientOptions,
  clientCredentials,
  noToken,
  SourceProblem,
  type Ss12000Client,
  ss12000Client,
  staticToken,
} from './client/index.ts';
import type { SourceId } from './mirror/store-mirror.ts';
import type { Login } from './store-sources.ts';

/** What a source is logged in to with. Kept sealed, never shown again, never logged. */
export type Credentials =
  | { readonly login: 'token'; readonly token: string }
  | {
      readonly login: 'client-credentials';
      readonly tokenUrl: string;
      readonly clientId: string;
      readonly clientSecret: string;
      readonly scope: string;
    }
  | { readonly login: 'certificate'; readonly cert: string; readonly key: string; readonly ca: string };

/** The text that binds sealed credentials to their source. */
export function aboutSource(organiser: number, source: SourceId): string {
  return `ss12000.source ${organiser} ${source}`;
}

/** Opens sealed credentials. Throws SourceProblem when they cannot be: the key is another, as after a move to a new server. */
export async function openCredentials(
  box: SecretBox,
  organiser: number,
  source: { readonly sourceId: SourceId; readonly login: Login },
  sealed: string | null,
): Promise<Credentials> {
  const text = sealed === null ? undefined : await box.open(sealed, aboutSource(organiser, source.sourceId));
  const credentials = text === undefined ? undefined : (JSON.parse(text) as Credentials);
  if (credentials?.login === source.login) return credentials;
  throw new SourceProblem('unauthorised', words.problems.credentialsGone);
}

/** A client that logs in with the credentials. */
export function clientWith(address: string, credentials: Credentials, options: ClientOptions): Ss12000Client {
  if (credentials.login === 'token')
    return ss12000Client({ baseUrl: address, tokens: staticToken(credentials.token) }, options);
  if (credentials.login === 'certificate') {
    const { cert, key, ca } = credentials;
    const certificate = { cert, key, ...(ca === '' ? {} : { ca }) };
    return ss12000Client({ baseUrl: address, tokens: noToken(), certificate }, options);
  }
  const { tokenUrl, clientId, clientSecret, scope } = credentials;
  const given = { tokenUrl, clientId, clientSecret, ...(scope === '' ? {} : { scope }) };
  return ss12000Client({ baseUrl: address, tokens: clientCredentials(given, options) }, options);
}
