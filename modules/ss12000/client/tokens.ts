import { sourceProblems } from '../../../messages/sv/source-problems.ts';
import { SourceProblem } from './source-problem.ts';

/** Where the key to a source comes from. The standard asks for a bearer token and leaves open how it is had. */
export interface TokenSource {
  /** The token to send, or null when the source wants none. Throws SourceProblem when none can be had. */
  token(): Promise<string | null>;
  /** The source said 401 to the latest token: another is fetched the next time, if another can be had. */
  refused(): void;
}

/** A token that somebody was given and wrote down. A word `Bearer` before it is taken away; what cannot stand in a header is refused. */
export function staticToken(token: string): TokenSource {
  const bare = token.trim().replace(/^bearer\s+/i, '');
  return {
    async token() {
      if (bare !== '' && /^[\x21-\x7e]+$/.test(bare)) return bare;
      throw new SourceProblem('unauthorised', sourceProblems.badToken);
    },
    refused() {},
  };
}

/** For a source that knows the caller by certificate or by the network alone. */
export function noToken(): TokenSource {
  return { token: async () => null, refused() {} };
}
