import { lookup as systemLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { Agent, fetch as undiciFetch } from 'undici';
import { networkPlace } from './network-place.ts';
import { refusePlace } from './source-url.ts';

/** What is asked for: an address and no more than a request needs. */
export interface HttpRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal: AbortSignal;
  readonly redirect: 'manual';
}

/** The part of a fetch answer that is used. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly body: ReadableStream<Uint8Array> | null;
}

/** Fetch as the client uses it; tests give another. */
export type Fetch = (url: string, request: HttpRequest) => Promise<HttpAnswer>;

/** A client certificate in PEM (mutual TLS), and the authority that vouches for the source when no public one does. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
  readonly ca?: string;
}

/**
 * A fetch with connections of its own: with the certificate, and with every address judged when it is connected to, so
 * that a name which first led to the open network cannot lead into the inner one the next time.
 */
export function connect(privateNetworks: boolean, certificate?: Certificate): Fetch {
  const dispatcher = new Agent({
    connections: 4,
    connect: { ...certificate, timeout: 15_000, lookup: guardedLookup(privateNetworks) },
    // The client's own limits say when an answer is too slow.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  return async (url, request) => {
    const answer = await undiciFetch(url, { ...request, dispatcher });
    return answer as HttpAnswer;
  };
}

function guardedLookup(privateNetworks: boolean): LookupFunction {
  return (host, options, answer) => {
    systemLookup(host, { ...options, all: true }, (error, found) => {
      if (error) return answer(error, '', 0);
      try {
        for (const { address } of found) refusePlace(networkPlace(address), privateNetworks);
      } catch (problem) {
        return answer(problem as Error, '', 0);
      }
      const first = found[0]!;
      return options.all ? answer(null, found) : answer(null, first.address, first.family);
    });
  };
}
