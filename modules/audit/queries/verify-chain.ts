import type { Tx } from '../../../platform/server/db.ts';
import { type BrokenLink, type ChainEnd, ChainWalk } from '../broken-links.ts';
import type { LogRow } from './log-line.ts';

/** What a walk through the organiser's chains found. */
export interface ChainReport {
  readonly entries: number;
  /** The first thousand places; none when every chain is whole. */
  readonly broken: readonly BrokenLink[];
  /** The end of each chain, to keep elsewhere and hold against later: whoever owns the database could rewrite a whole chain. */
  readonly heads: readonly { readonly chain: number; readonly seq: number; readonly hash: string }[];
}

const atATime = 2_000;

/** Walks all chains of the organiser and recomputes every hash. Reads 2,000 lines at a time: memory does not grow with the log. */
export async function verifyChain(tx: Tx): Promise<ChainReport> {
  const walk = new ChainWalk();
  const before = await tx.q
    .selectFrom('audit.head')
    .select(['chain', 'seq', 'hash'])
    .where('organiser_id', '=', tx.organiser)
    .execute();
  const heads = new Map<number, ChainEnd>(before.map((head) => [head.chain, head]));
  for await (const { head_seq, head_hash, ...row } of lines(tx)) {
    walk.take({ ...row, organiser: tx.organiser, at: row.at.toISOString(), actor: row.actor_id });
    if (head_seq === null || head_hash === null) heads.delete(row.chain);
    else heads.set(row.chain, { chain: row.chain, seq: head_seq, hash: head_hash });
  }
  walk.finish([...heads.values()]);
  return { entries: walk.entries, broken: walk.broken, heads: inWords([...heads.values()]) };
}

type SealedRow = LogRow & {
  readonly hash: Buffer;
  readonly head_seq: number | null;
  readonly head_hash: Buffer | null;
};

/**
 * Every line with its chain's head, through a cursor: one statement sees one moment, so that lines which others add
 * meanwhile are left for the next time together with their heads.
 */
async function* lines(tx: Tx): AsyncGenerator<SealedRow> {
  await tx.client.query({
    text: `declare audit_lines no scroll cursor for
      select e.chain, e.seq, e.at, e.actor_id, e.action, e.what, e.because, e.subjects, e.detail, e.hash,
        h.seq as head_seq, h.hash as head_hash
      from audit.entry e left join audit.head h on h.organiser_id = e.organiser_id and h.chain = e.chain
      where e.organiser_id = ${Number(tx.organiser)} order by e.chain, e.seq`,
  });
  for (;;) {
    const { rows } = await tx.client.query<SealedRow>(`fetch ${atATime} from audit_lines`);
    yield* rows;
    if (rows.length < atATime) break;
  }
  await tx.client.query('close audit_lines');
}

function inWords(heads: readonly ChainEnd[]): ChainReport['heads'] {
  const ordered = heads.toSorted((a, b) => a.chain - b.chain);
  return ordered.map((head) => ({ ...head, hash: head.hash.toString('hex') }));
}
