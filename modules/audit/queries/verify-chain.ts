import type { Tx } from '../../../platform/server/db.ts';

/** A place where a chain does not hold. */
export interface BrokenLink {
  readonly chain: number;
  /** The first line that is wrong or missing there. */
  readonly seq: number;
  /** `changed`: the line is not what was sealed. `missing`: a number is skipped. `end`: the last line is not the head's. */
  readonly why: 'changed' | 'missing' | 'end';
}

/** What a walk through the organiser's chains found. */
export interface ChainReport {
  readonly entries: number;
  readonly broken: readonly BrokenLink[];
  /** The end of each chain, to keep elsewhere and compare with later. */
  readonly heads: readonly { readonly chain: number; readonly seq: number; readonly hash: string }[];
}

/** Walks all chains of the organiser and recomputes every hash. Streams: memory does not grow with the log. */
export async function verifyChain(_tx: Tx): Promise<ChainReport> {
  throw new Error('not written yet');
}
