import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { type UnreadableCode, UnreadableFile } from './unreadable-file.ts';

/** How the letters of a file are written. Windows-1252 holds all of ISO-8859-1 that a text uses. */
export type Encoding = 'utf-8' | 'windows-1252' | 'utf-16le';

const pieceSize = 1 << 20;

/**
 * Reads the whole file once to tell its encoding: valid UTF-8 to the last byte, or else Windows-1252, since the first å
 * may stand on the last row. Throws `UnreadableFile` for a file that is partly the one and partly the other, and for what is no text: Excel, zip, pdf, other binary, an empty file.
 */
export async function sniffEncoding(path: string): Promise<Encoding> {
  let first = true;
  let valid = true;
  let swedish = false;
  let tail: Buffer = Buffer.alloc(0);
  for await (const piece of createReadStream(path, { highWaterMark: pieceSize }) as AsyncIterable<Buffer>) {
    if (first) {
      refuseKnownFormats(piece);
      if (piece[0] === 0xff && piece[1] === 0xfe) return 'utf-16le';
    }
    if (piece.includes(0)) throw new UnreadableFile('binary');
    first = false;
    const whole = tail.length > 0 ? Buffer.concat([tail, piece]) : piece;
    const cut = wholeCharacters(whole);
    swedish ||= swedishInUtf8.some((letter) => whole.includes(letter));
    if (valid && !isUtf8(whole.subarray(0, cut))) valid = false;
    tail = Buffer.from(whole.subarray(cut));
  }
  if (first) throw new UnreadableFile('empty');
  if (valid && isUtf8(tail)) return 'utf-8';
  if (swedish) throw new UnreadableFile('mixed-encoding');
  return 'windows-1252';
}

/** The letters that every Swedish file holds. Read as Windows-1252 their bytes say `Ã¥` or `Ã¶`, which no text does. */
const swedishInUtf8 = ['å', 'ä', 'ö', 'Å', 'Ä', 'Ö'].map((letter) => Buffer.from(letter));

const signatures: readonly (readonly [readonly number[], UnreadableCode])[] = [
  [[0xd0, 0xcf, 0x11, 0xe0], 'excel'],
  [[0x25, 0x50, 0x44, 0x46], 'pdf'],
];

function refuseKnownFormats(start: Buffer): void {
  for (const [bytes, code] of signatures) {
    if (bytes.every((byte, index) => start[index] === byte)) throw new UnreadableFile(code);
  }
  if (start.toString('latin1', 0, 2) !== 'PK') return;
  const names = start.toString('latin1', 0, 4_000);
  throw new UnreadableFile(names.includes('xl/') || names.includes('[Content_Types].xml') ? 'excel' : 'zip');
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
