import { Readable } from 'node:stream';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { sendingArchives } from './send-archive.ts';

const log = pino({ level: 'silent' });

function archiveOf(pieces: number) {
  async function* content() {
    for (let left = pieces; left > 0; left--) yield Buffer.alloc(65_536, 1);
  }
  const archive = Readable.from(content(), { objectMode: false });
  const done = new Promise((resolve, reject) => archive.once('error', reject).once('end', resolve));
  done.catch(() => undefined);
  return { archive, done };
}

const making = (pieces: number) => Promise.resolve(archiveOf(pieces));

test('an archive is received whole under its name, and its place is free again', async () => {
  const sending = sendingArchives(log, 1);
  const answer = await sending.begin('a')!.send(making(40), 'allt.zip');
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="allt.zip"');
  expect(sending.begin('b')).toBeUndefined();
  expect((await answer.arrayBuffer()).byteLength).toBe(40 * 65_536);
  await expect.poll(() => sending.begin('b') !== undefined).toBe(true);
});

test('a receiver that takes nothing is waited for so long and no longer', async () => {
  const sending = sendingArchives(log, 1, 30);
  const sent = archiveOf(1_000);
  const answer = await sending.begin('a')!.send(Promise.resolve(sent), 'allt.zip');
  await expect(sent.done).rejects.toThrow('nobody takes it');
  expect(sending.begin('b')).toBeDefined();
  await expect(answer.arrayBuffer()).rejects.toThrow();
});

test('the same asked for again takes the place of the first, also before that is on its way', async () => {
  const sending = sendingArchives(log, 1);
  const first = sending.begin('a')!;
  const second = sending.begin('a')!;
  const cut = await first.send(making(1_000), 'allt.zip');
  await expect(cut.arrayBuffer()).rejects.toThrow();
  expect((await (await second.send(making(3), 'allt.zip')).arrayBuffer()).byteLength).toBe(3 * 65_536);
});

test('what cannot be made leaves its place', async () => {
  const sending = sendingArchives(log, 1);
  await expect(sending.begin('a')!.send(Promise.reject(new Error('no disk')), 'x')).rejects.toThrow(
    'no disk',
  );
  expect(sending.begin('b')).toBeDefined();
});
