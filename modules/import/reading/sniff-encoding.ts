import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { headOf, refuseOtherFormats } from './file-format.ts';
import { UnreadableFile } from './unreadable-file.ts';

/** How the letters of a file are written. Windows-1252 holds all of ISO-8859-1 that a text uses. */
export type Encoding = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be';

const pieceSize = 1 << 20;

/**
 * Reads the whole file once to tell its encoding: UTF-16 by its mark or by where its zeros stand, valid UTF-8 to the last
 * byte, or else Windows-1252, since the first å may stand on the last row. Throws `UnreadableFile` for a file that is
 * partly UTF-8 and partly Windows-1252, and for what is no text: old Excel, pdf, other binary, an empty file.
 */
export async function sniffEncoding(path: string): Promise<Encoding> {
  await refuseOtherFormats(path);
  const wide = utf16Of(await headOf(path));
  if (wide) return wide;
  let valid = true;
  let swedish = false;
  let tail: Buffer = Buffer.alloc(0);
  for await (const piece of createReadStream(path, { highWaterMark: pieceSize }) as AsyncIterable<Buffer>) {
    if (piece.includes(0)) throw new UnreadableFile('binary');
    const whole = tail.length > 0 ? Buffer.concat([tail, piece]) : piece;
    const cut = wholeCharacters(whole);
    swedish ||= swedishInUtf8.some((letter) => whole.includes(letter));
    if (valid && !isUtf8(whole.subarray(0, cut))) valid = false;
    tail = Buffer.from(whole.subarray(cut));
  }
  if (valid && isUtf8(tail)) return 'utf-8';
  if (swedish) throw new UnreadableFile('mixed-encoding');
  return 'windows-1252';
}

/** The letters that every Swedish file holds. Read as Windows-1252 their bytes say `Ã¥` or `Ã¶`, which no text does. */
const swedishInUtf8 = ['å', 'ä', 'ö', 'Å', 'Ä', 'Ö'].map((letter) => Buffer.from(letter));

/** Every other byte of a western text in UTF-16 is a zero, and the ones between hardly ever. */
const zeroShare = 0.8;

function utf16Of(head: Buffer): Encoding | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const pairs = Math.floor(head.length / 2);
  let [first, second] = [0, 0];
  for (let at = 0; at < pairs * 2; at += 2) {
    if (head[at] === 0) first += 1;
    if (head[at + 1] === 0) second += 1;
  }
  if (first === 0 && second > zeroShare * pairs) return 'utf-16le';
  return second === 0 && first > zeroShare * pairs ? 'utf-16be' : undefined;
}

/** How many bytes from the start end on a whole UTF-8 character. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) return bytes.length - back;
  }
  return bytes.length;
}
