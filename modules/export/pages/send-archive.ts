import { Readable } from 'node:stream';
import type { Logger } from 'pino';
import type { OnItsWay } from '../commands/take-out.ts';

/** So long may a receiver take nothing at all before it counts as gone: it holds a moment of the database. */
const patienceMs = 120_000;
/** So many large archives are made at a time; each keeps a connection and a processor busy. */
const atATime = 3;

/** The archives that are being sent by this server. */
export interface Sending {
  /** Whether another may begin; the same request again always may, in place of the first. */
  mayBegin(key: string): boolean;
  /** Gives up the archive that the same request has under way: a second click means this one. */
  giveUp(key: string): void;
  /** The answer that sends an archive. */
  answer(key: string, on: OnItsWay<unknown>, name: string): Response;
}

/** Keeps count of archives under way. */
export function sendingArchives(log: Logger, patience = patienceMs): Sending {
  const underWay = new Map<string, Readable>();
  return {
    mayBegin: (key) => underWay.has(key) || underWay.size < atATime,
    giveUp: (key) => void underWay.get(key)?.destroy(new Error('asked for again')),
    answer(key, { archive, done }, name) {
      underWay.set(key, archive);
      archive.once('close', () => underWay.get(key) === archive && underWay.delete(key));
      // Whom it was about stands in the log of readings; here only that it was not sent whole.
      done.catch((error: Error) => log.warn({ reason: error.message }, 'archive broken off'));
      const body = Readable.toWeb(Readable.from(watched(archive, patience), { objectMode: false }));
      return new Response(body as ReadableStream, {
        headers: {
          'content-type': 'application/zip',
          'content-disposition': `attachment; filename="${name}"`,
        },
      });
    },
  };
}

/** The bytes as they come; the archive is cut off when some lie ready and nobody takes any for too long. */
async function* watched(archive: Readable, patience: number): AsyncGenerator<Uint8Array> {
  let taken = 0;
  let before = -1;
  const timer = setInterval(() => {
    if (taken === before && archive.readableLength > 0) archive.destroy(new Error('nobody takes it'));
    before = taken;
  }, patience);
  try {
    for await (const piece of archive as AsyncIterable<Uint8Array>) {
      taken += 1;
      yield piece;
    }
  } finally {
    clearInterval(timer);
  }
}
