import { linkHash, type StoredLine } from './chain.ts';

/** A place where a chain does not hold. */
export interface BrokenLink {
  readonly chain: number;
  /** The first line that is wrong or missing there. */
  readonly seq: number;
  /** `changed`: the line is not what was sealed. `missing`: a number is skipped. `end`: the last line is not the head's. */
  readonly why: 'changed' | 'missing' | 'end';
}

/** The end of a chain: its last number and hash. */
export interface ChainEnd {
  readonly chain: number;
  readonly seq: number;
  readonly hash: Buffer;
}

/** How many faults are told; a log with more has been rewritten, and the list would only fill the memory. */
export const mostTold = 1_000;

/**
 * Follows the lines of one organiser as they come, ordered by chain and number, and finds where they do not hold.
 * After a fault it goes on from what stands there, so that one fault is told once.
 */
export class ChainWalk {
  readonly broken: BrokenLink[] = [];
  entries = 0;
  readonly #ends = new Map<number, ChainEnd>();

  /** Holds one line against the one before it in its chain. */
  take(line: StoredLine): void {
    const before = this.#ends.get(line.chain);
    const expected = (before?.seq ?? 0) + 1;
    if (line.seq !== expected) this.#tell({ chain: line.chain, seq: expected, why: 'missing' });
    else if (!linkHash(before?.hash ?? null, line.seq, line).equals(line.hash))
      this.#tell({ chain: line.chain, seq: line.seq, why: 'changed' });
    this.#ends.set(line.chain, { chain: line.chain, seq: line.seq, hash: line.hash });
    this.entries += 1;
  }

  /** Holds the last line of each chain against the head that the database kept. */
  finish(heads: readonly ChainEnd[]): void {
    const known = new Map(heads.map((head) => [head.chain, head]));
    for (const chain of new Set([...known.keys(), ...this.#ends.keys()])) {
      const head = known.get(chain);
      const end = this.#ends.get(chain);
      const holds = head && end && head.seq === end.seq && head.hash.equals(end.hash);
      if (!holds) this.#tell({ chain, seq: Math.min(end?.seq ?? 0, head?.seq ?? 0) + 1, why: 'end' });
    }
  }

  #tell(link: BrokenLink): void {
    if (this.broken.length < mostTold) this.broken.push(link);
  }
}
