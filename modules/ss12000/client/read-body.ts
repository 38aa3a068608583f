import type { HttpAnswer } from './connection.ts';

/** Thrown inside the client: the answer is larger than what is held in memory at once. */
export class TooLarge extends Error {}

/** Thrown inside the client: nothing has come for a while, or the whole has taken too long. */
export class TooSlow extends Error {}

/** Thrown inside the client: an answer had begun and was cut. */
export class CutOff extends Error {}

/**
 * Reads an answer as UTF-8 text while it comes, counted after decompression, and gives up at `maxBytes` or when
 * nothing has come for `idleMs`.
 */
export async function readBody(answer: HttpAnswer, maxBytes: number, idleMs: number): Promise<string> {
  if (!answer.body) return '';
  const reader = answer.body.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await withinTime(reader.read(), idleMs);
      if (done) return new TextDecoder().decode(Buffer.concat(parts, size));
      size += value.byteLength;
      if (size > maxBytes) throw new TooLarge();
      parts.push(value);
    }
  } catch (error) {
    // An unread answer keeps its connection; that it is already broken does not matter.
    await reader.cancel().catch(() => {});
    if (error instanceof TooLarge || error instanceof TooSlow) throw error;
    throw new CutOff('', { cause: error });
  }
}

/** Lets go of an answer that nobody will read, so that its connection is free. */
export async function discard(answer: HttpAnswer): Promise<void> {
  await answer.body?.cancel().catch(() => {});
}

async function withinTime<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooSlow()), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
