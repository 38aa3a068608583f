import { expect, test } from 'vitest';
import { parseJson, readBody, TooLarge } from './read-body.ts';

const björk = '{"familyName":"Björk"}';
const latin = Buffer.from(björk, 'latin1');

test.each<[string, Buffer, string | null]>([
  ['UTF-8', Buffer.from(björk), 'application/json'],
  ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${björk}`), null],
  ['an older coding that the type tells of', latin, 'application/json; charset=ISO-8859-1'],
  ['an older coding in quotation marks', latin, 'application/json; charset="windows-1252"'],
])('names come through in %s', (_, bytes, type) => {
  expect(parseJson(bytes, type)).toEqual({ familyName: 'Björk' });
});

test.each<[string, Buffer, string | null]>([
  ['an older coding that nobody tells of', latin, 'application/json'],
  ['a coding that does not exist', latin, 'application/json; charset=klingon'],
  ['half an answer', Buffer.from('{"familyName":"Bj'), null],
  ['nothing', Buffer.alloc(0), null],
])('%s is refused, and no letter is guessed', (_, bytes, type) => {
  expect(() => parseJson(bytes, type)).toThrow();
});

test('a letter that is divided between two pieces is whole, and the limit is exact', async () => {
  const bytes = Buffer.from(björk);
  const answer = () => {
    const body = new ReadableStream<Uint8Array>({
      start(stream) {
        for (const byte of bytes) stream.enqueue(new Uint8Array([byte]));
        stream.close();
      },
    });
    return { status: 200, headers: { get: () => null }, body };
  };
  expect(parseJson(await readBody(answer(), bytes.length, 1_000), null)).toEqual({ familyName: 'Björk' });
  await expect(readBody(answer(), bytes.length - 1, 1_000)).rejects.toBeInstanceOf(TooLarge);
});
