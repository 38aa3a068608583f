import type { HttpAnswer } from './connection.ts';

/** Thrown inside the client: the answer is larger than what is held in memory at once. */
export class TooLarge extends Error {}

/** Thrown inside the client: nothing has come for a while, or the whole has taken too long. */
export class TooSlow extends Error {}

/** Thrown inside the client: an answer had begun and was cut. */
export class CutOff extends Error {}

/**
 * Reads an answer while it comes, counted after decompression, and gives up at `maxBytes` or when nothing has come for
 * `idleMs`.
 */
export async function readBody(answer: HttpAnswer, maxBytes: number, idleMs: number): Promise<Buffer> {
  if (!answer.body) return Buffer.alloc(0);
  const reader = answer.body.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await withinTime(reader.read(), idleMs);
      if (done) return Buffer.concat(parts, size);
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

/**
 * JSON as a value. It is UTF-8 (RFC 8259) unless the type says another coding. Throws on anything else: a name whose letters
 * had been guessed would stand wrong in the register for years.
 */
export function parseJson(bytes: Buffer, contentType: string | null): unknown {
  const charset = /charset\s*=\s*"?([\w-]+)/i.exec(contentType ?? '')?.[1] ?? 'utf-8';
  return JSON.parse(new TextDecoder(charset, { fatal: true }).decode(bytes));
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
