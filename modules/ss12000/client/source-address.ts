import type { Certificate } from './connection.ts';
import { sourceUrl } from './source-url.ts';
import type { TokenSource } from './tokens.ts';

/** Where a source is and how it knows us. */
export interface SourceAddress {
  /** With the version last, as the supplier gave it: `https://skola.example/v2.0`. */
  readonly baseUrl: string;
  readonly tokens: TokenSource;
  /** PEM. Sources that know the caller by certificate have `noToken()` besides. */
  readonly certificate?: Certificate;
}

/** The address of something under the base, each part encoded. Throws SourceProblem when the base may not be used. */
export function under(
  baseUrl: string,
  privateNetworks: boolean,
  parts: readonly string[],
  query?: URLSearchParams,
): URL {
  const url = sourceUrl(baseUrl, privateNetworks);
  const base = url.pathname.replace(/\/+$/, '');
  url.pathname = [base, ...parts.map(encodeURIComponent)].join('/');
  url.search = query?.toString() ?? '';
  return url;
}
