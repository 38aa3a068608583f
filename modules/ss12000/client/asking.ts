import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock } from '../../../platform/server/clock.ts';
import { type Certificate, connect, type Fetch } from './connection.ts';
import { type SourceClock, sourceClock } from './source-clock.ts';
import { noToken, type TokenSource } from './tokens.ts';
import type { Wait } from './waiting.ts';

/** What whoever makes a client may decide; all have defaults that suit a source on the internet. */
export interface ClientOptions {
  /** In place of the network, for tests: then `certificate` says nothing, and names are not looked up. */
  readonly fetch?: Fetch;
  readonly now?: () => Date;
  /** How pauses between attempts are waited out. */
  readonly wait?: Wait;
  /** Objects a page; 1,000 unless told. */
  readonly limit?: number;
  /** Longest time for one answer, its body included; two minutes unless told. Nothing at all may come for a quarter of it. */
  readonly timeoutMs?: number;
  /** Attempts in all; 5 unless told. */
  readonly maxAttempts?: number;
  /** Largest answer, after decompression; 64 MB unless told. */
  readonly maxBytes?: number;
  /** Longest wait that a source may ask for before the client gives up; ten minutes unless told. */
  readonly longestWaitMs?: number;
  /**
   * The operator's word that sources may lie in private networks and on this machine. No unless told: whoever writes an
   * address on a page must not reach what only the server can. Link-local and metadata addresses are never reached.
   */
  readonly privateNetworks?: boolean;
}

/** Everything one question needs to know, defaults filled in. */
export interface Asking {
  readonly fetch: Fetch;
  /** For addresses that the source sends us on to: without the certificate. */
  readonly fetchElsewhere: Fetch;
  readonly withCertificate: boolean;
  readonly tokens: TokenSource;
  readonly now: () => Date;
  readonly clock: SourceClock;
  readonly wait: Wait;
  readonly timeoutMs: number;
  readonly maxAttempts: number;
  readonly maxBytes: number;
  readonly longestWaitMs: number;
  readonly privateNetworks: boolean;
}

/** Fills in what was not told, and opens connections when no fetch was given. */
export function askingWith(
  options: ClientOptions,
  tokens: TokenSource = noToken(),
  certificate?: Certificate,
): Asking {
  const privateNetworks = options.privateNetworks ?? false;
  const fetch = options.fetch ?? connect(privateNetworks, certificate);
  return {
    fetch,
    fetchElsewhere: options.fetch ?? (certificate ? connect(privateNetworks) : fetch),
    withCertificate: certificate !== undefined,
    tokens,
    now: options.now ?? systemClock.now,
    clock: sourceClock(),
    wait: options.wait ?? waitOut,
    timeoutMs: options.timeoutMs ?? 120_000,
    maxAttempts: options.maxAttempts ?? 5,
    maxBytes: options.maxBytes ?? 64 * 1_048_576,
    longestWaitMs: options.longestWaitMs ?? 600_000,
    privateNetworks,
  };
}

async function waitOut(ms: number, signal?: AbortSignal): Promise<void> {
  try {
    await sleep(ms, undefined, signal ? { signal } : {});
  } catch {
    throw signal?.reason;
  }
}
