import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { indexedPng } from './indexed-png.ts';

function part(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** A picture two wide and two high: red, white; below, by the filter "as above", red, white. */
function small(interlaced = 0): Buffer {
  const header = Buffer.from([0, 0, 0, 2, 0, 0, 0, 2, 8, 2, 0, 0, interlaced]);
  const rows = Buffer.from([0, 200, 10, 10, 255, 255, 255, 2, 0, 0, 0, 0, 0, 0]);
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([
    signature,
    part('IHDR', header),
    part('IDAT', deflateSync(rows)),
    part('IEND', Buffer.alloc(0)),
  ]);
}

function partOf(png: Buffer, type: string): Buffer {
  const at = png.indexOf(type, 0, 'latin1');
  return png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4));
}

test('every pixel keeps its colour where there are few', () => {
  const png = indexedPng(small());
  const colours = partOf(png, 'PLTE');
  const rows = inflateSync(partOf(png, 'IDAT'));
  const colourAt = (x: number, y: number) => [...colours.subarray(rows[y * 3 + 1 + x]! * 3).subarray(0, 3)];
  expect([colourAt(0, 0), colourAt(1, 0), colourAt(0, 1), colourAt(1, 1)]).toEqual([
    [200, 10, 10],
    [255, 255, 255],
    [200, 10, 10],
    [255, 255, 255],
  ]);
});

test('a picture that no browser writes is refused', () => {
  expect(() => indexedPng(small(1))).toThrow(TypeError);
});
