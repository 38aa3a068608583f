import { Readable } from 'node:stream';
import type { Logger } from 'pino';
import type { OnItsWay } from '../commands/take-out.ts';

/** So long may a receiver take nothing at all before it counts as gone: it holds a moment of the database. */
const patienceMs = 120_000;

/** A place among the archives that this server sends. */
export interface Place {
  /** Sends an archive. Its place is free again when all of it is sent, or when it is broken off. */
  send(making: Promise<OnItsWay<unknown>>, name: string): Promise<Response>;
}

/** The archives that are being sent by this server. */
export interface Sending {
  /** A place for another, or undefined when there is none. The same request again takes the place of the first: a second click means this one. */
  begin(key: string): Place | undefined;
}

/** Keeps count of archives under way, so many at a time: each keeps a connection and a processor busy. */
export function sendingArchives(log: Logger, atATime: number, patience = patienceMs): Sending {
  const underWay = new Map<string, AbortController>();
  return {
    begin(key) {
      if (!underWay.has(key) && underWay.size >= atATime) return undefined;
      underWay.get(key)?.abort();
      const own = new AbortController();
      underWay.set(key, own);
      const leave = () => underWay.get(key) === own && underWay.delete(key);
      return {
        async send(making, name) {
          const { archive, done } = await making.catch(rethrow(leave));
          archive.once('close', leave);
          // Whom it was about stands in the log of readings; here only that it was not sent whole.
          done.catch((error: Error) => log.warn({ reason: error.message }, 'archive broken off'));
          const giveUp = () => archive.destroy(new Error('asked for again'));
          own.signal.addEventListener('abort', giveUp);
          if (own.signal.aborted) giveUp();
          return answer(archive, patience, name);
        },
      };
    },
  };
}

function rethrow(leave: () => void) {
  return (error: unknown): never => {
    leave();
    throw error;
  };
}

function answer(archive: Readable, patience: number, name: string): Response {
  const body = Readable.toWeb(Readable.from(watched(archive, patience), { objectMode: false }));
  return new Response(body as ReadableStream, {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${name}"`,
    },
  });
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
