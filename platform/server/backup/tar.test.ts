import { execFileSync } from 'node:child_process';
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { BrokenArchive, type Entry, endArchive, readEntries, writeEntry } from './tar.ts';

const content = (size: number) => Buffer.alloc(size, 'åäö\n');
const entries: Entry[] = [0, 1, 511, 512, 513, 100_000].map((size) => ({
  name: `data/${size}.copy`,
  content: content(size),
}));

async function archive(files: readonly Entry[]): Promise<Buffer> {
  const out = new PassThrough();
  const all = out.toArray();
  for (const file of files) await writeEntry(out, file);
  await endArchive(out);
  return Buffer.concat(await all);
}

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

test.each([7, 512, 1_000_000])('what is written is read again, in pieces of %i bytes', async (size) => {
  expect(await Array.fromAsync(readEntries(inPieces(await archive(entries), size)))).toEqual(entries);
});

test.skipIf(process.platform === 'win32')('the ordinary tar program reads it', async () => {
  const listed = execFileSync('tar', ['-tf', '-'], { input: await archive(entries), encoding: 'utf8' });
  expect(listed.trim().split('\n')).toEqual(entries.map((entry) => entry.name));
});

test('an archive that was cut off is refused, wherever it was cut', async () => {
  const whole = await archive(entries.slice(0, 4));
  for (let length = 0; length < whole.length - 1024; length += 100)
    await expect(Array.fromAsync(readEntries(inPieces(whole.subarray(0, length), 512)))).rejects.toThrow(
      BrokenArchive,
    );
});

test('something else than an archive is refused', async () => {
  await expect(Array.fromAsync(readEntries(inPieces(content(2000), 512)))).rejects.toThrow(BrokenArchive);
});

test('a name that an archive cannot hold is refused', async () => {
  await expect(archive([{ name: 'å', content: content(1) }])).rejects.toThrow(RangeError);
});
