import { sourceProblems as words } from '../../../messages/sv/source-problems.ts';
import { ask } from './ask.ts';
import { type Asking, askingWith, type ClientOptions } from './asking.ts';
import type { Certificate } from './connection.ts';
import { isObject } from './page-answer.ts';
import { SourceProblem } from './source-problem.ts';
import { sourceUrl } from './source-url.ts';
import type { TokenSource } from './tokens.ts';

/** A client of a log-in service (OAuth 2.0, RFC 6749 4.4). */
export interface ClientCredentials {
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope?: string;
  /** Shown to the log-in service, when it asks for one. */
  readonly certificate?: Certificate;
}

interface Held {
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly until: number;
}

/** A token is changed so long before its time that a page which has begun is answered with it. */
const marginMs = 30_000;

/**
 * Tokens by client credentials: fetched when needed, kept until shortly before they end, one fetch at a time. The
 * secret is sent in a Basic header, as the standard wants, and in the form where the service refuses that.
 */
export function clientCredentials(given: ClientCredentials, options: ClientOptions = {}): TokenSource {
  const asking = askingWith(options, undefined, given.certificate);
  let held: Held | null = null;
  let fetching: Promise<Held> | null = null;
  return {
    async token() {
      if (held && held.until > asking.now().getTime()) return held.token;
      fetching ??= fetchToken(asking, given).finally(() => {
        fetching = null;
      });
      held = await fetching;
      return held.token;
    },
    refused() {
      held = null;
    },
  };
}

async function fetchToken(asking: Asking, given: ClientCredentials): Promise<Held> {
  const url = sourceUrl(given.tokenUrl, asking.privateNetworks);
  const form = { grant_type: 'client_credentials', ...(given.scope ? { scope: given.scope } : {}) };
  const inForm = { ...form, client_id: given.clientId, client_secret: given.clientSecret };
  const answer = (await grant(asking, url, form, basic(given))) ?? (await grant(asking, url, inForm, null));
  if (!isObject(answer) || typeof answer.access_token !== 'string') throw noTokenGiven();
  const seconds = Number(answer.expires_in);
  const life = Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : 300_000;
  return { token: answer.access_token, until: asking.now().getTime() + Math.max(life - marginMs, life / 2) };
}

/** What the service answered; null when it refused us. */
async function grant(
  asking: Asking,
  url: URL,
  form: Record<string, string>,
  authorization: string | null,
): Promise<unknown> {
  const reply = await ask(asking, {
    method: 'POST',
    url,
    body: new URLSearchParams(form),
    authorization,
    understands: [400, 401, 403, 404],
  });
  if (reply.status === 404) throw noTokenGiven();
  return reply.status < 300 ? reply.json : null;
}

/** Both parts are form-encoded before they are joined (RFC 6749 2.3.1). */
function basic({ clientId, clientSecret }: ClientCredentials): string {
  const encoded = [clientId, clientSecret].map((part) =>
    new URLSearchParams([['', part]]).toString().slice(1),
  );
  return `Basic ${Buffer.from(encoded.join(':')).toString('base64')}`;
}

function noTokenGiven(): SourceProblem {
  return new SourceProblem('unauthorised', words.noTokenGiven);
}
