import { once } from 'node:events';
import type { Writable } from 'node:stream';

const block = 512;

/** One file in an archive, whole in memory: keep it to some megabytes. */
export type Entry = { name: string; content: Buffer };

/** Writes one file of a tar archive (POSIX ustar), waiting when the receiver is slow. The name has at most 100 ASCII characters. */
export async function writeEntry(out: Writable, { name, content }: Entry): Promise<void> {
  const padding = Buffer.alloc((block - (content.length % block)) % block);
  for (const part of [header(name, content.length), content, padding])
    if (!out.write(part)) await once(out, 'drain');
}

/** Ends the archive: two empty blocks. */
export async function endArchive(out: Writable): Promise<void> {
  out.end(Buffer.alloc(2 * block));
  await once(out, 'finish');
}

function header(name: string, size: number): Buffer {
  if (!/^[\x20-\x7e]{1,100}$/.test(name)) throw new RangeError(`not a name for an archive: ${name}`);
  const bytes = Buffer.alloc(block);
  bytes.write(name, 0);
  // Only the owner may read what is unpacked: it is about persons.
  bytes.write('0000600\0', 100);
  bytes.write('0000000\0', 108);
  bytes.write('0000000\0', 116);
  bytes.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  bytes.write('00000000000\0', 136);
  bytes.write('        ', 148);
  bytes.write('0', 156);
  bytes.write('ustar\u000000', 257, 'latin1');
  const sum = bytes.reduce((total, byte) => total + byte, 0);
  bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return bytes;
}

/** The input is no archive of ours, or was cut off. */
export class BrokenArchive extends Error {}

/** Reads the files of an archive one after the other. Throws `BrokenArchive` at a header that is not one, a huge file or a missing end. */
export async function* readEntries(input: AsyncIterable<Buffer>): AsyncGenerator<Entry> {
  const read = reader(input);
  for (;;) {
    const head = await read(block);
    if (head.every((byte) => byte === 0)) return;
    const size = Number.parseInt(head.toString('latin1', 124, 135), 8);
    if (head.toString('latin1', 257, 262) !== 'ustar' || !(size <= 64 * 1024 * 1024))
      throw new BrokenArchive();
    const name = head.toString('latin1', 0, 100).replace(/\0.*$/, '');
    const content = await read(size);
    await read((block - (size % block)) % block);
    yield { name, content };
  }
}

/** Answers a function that reads exactly so many bytes. */
function reader(input: AsyncIterable<Buffer>): (size: number) => Promise<Buffer> {
  const chunks = input[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);
  return async (size) => {
    const parts = [rest];
    let length = rest.length;
    while (length < size) {
      const next = await chunks.next();
      if (next.done) throw new BrokenArchive();
      parts.push(next.value);
      length += next.value.length;
    }
    const all = parts.length === 1 ? rest : Buffer.concat(parts);
    rest = all.subarray(size);
    return all.subarray(0, size);
  };
}
