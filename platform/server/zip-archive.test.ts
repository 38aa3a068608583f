import { expect, test } from 'vitest';
import { filesInZip } from '../../fixtures/read-zip.ts';
import { zipArchive } from './zip-archive.ts';

const day = new Date('2026-11-23T12:00:00Z');

async function whole(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces);
}

test('files come out under their names as they were, Swedish letters too', async () => {
  const zip = zipArchive(day);
  const received = whole(zip.stream);
  await zip.add('LÄSMIG.txt', 'Hej på dig\r\n');
  await zip.add('mapp/tom.csv', '');
  zip.end();
  expect(filesInZip(await received)).toEqual(
    new Map([
      ['LÄSMIG.txt', Buffer.from('Hej på dig\r\n')],
      ['mapp/tom.csv', Buffer.alloc(0)],
    ]),
  );
});

test('the same content on the same day is the same archive', async () => {
  const make = async () => {
    const zip = zipArchive(day);
    const received = whole(zip.stream);
    await zip.add('a.csv', 'a;b');
    zip.end();
    return received;
  };
  expect(await make()).toEqual(await make());
});

test('no more is asked for than the receiver takes', async () => {
  const zip = zipArchive(day);
  let asked = 0;
  async function* endless() {
    for (;;) {
      asked += 1;
      yield crypto.getRandomValues(new Uint8Array(65_536));
    }
  }
  const adding = zip.add('stor.bin', endless());
  adding.catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(asked).toBeLessThan(50);
  zip.stream.destroy();
  await expect(adding).rejects.toThrow('the receiver of the archive is gone');
});

test('when the receiver goes, the file under way is cut off and nothing more can be added', async () => {
  const zip = zipArchive(day);
  let letGo = false;
  async function* content() {
    try {
      for (;;) yield crypto.getRandomValues(new Uint8Array(65_536));
    } finally {
      letGo = true;
    }
  }
  const adding = zip.add('stor.bin', content());
  zip.stream.once('readable', () => zip.stream.destroy());
  await expect(adding).rejects.toThrow();
  expect(letGo).toBe(true);
  await expect(zip.add('mer.csv', 'x')).rejects.toThrow();
});
