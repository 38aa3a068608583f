import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** A picture as rows of red, green and blue, eight bits each. */
interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

const mostColours = 256;
const exactColours = 48;
const coarse = (colour: number) => colour & 0xf8f8f8;

/**
 * The same picture with at most 256 colours, a third of the bytes: for pictures of pages, which have few. Takes what a
 * browser writes, eight bits a channel with or without transparency and not interlaced; refuses anything else by throwing.
 */
export function indexedPng(png: Buffer): Buffer {
  const { width, height, rgb } = readPng(png);
  const { colours, indexOf } = chooseColours(rgb);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = indexOf(rgb, (y * width + x) * 3);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    png.subarray(0, 8),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(colours.flat())),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(data.length + 12);
  whole.writeUInt32BE(data.length, 0);
  named.copy(whole, 4);
  whole.writeUInt32BE(crc32(named), data.length + 8);
  return whole;
}

function readPng(png: Buffer): Pixels {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const [depth, kind, , , interlaced] = png.subarray(24, 29);
  const channels = kind === 2 ? 3 : kind === 6 ? 4 : 0;
  if (depth !== 8 || channels === 0 || interlaced !== 0) throw new TypeError('not a picture of a browser');
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length));
  }
  const lines = unfiltered(inflateSync(Buffer.concat(parts)), width * channels, height, channels);
  const rgb = new Uint8Array(width * height * 3);
  for (let pixel = 0; pixel < width * height; pixel++)
    rgb.set(lines.subarray(pixel * channels, pixel * channels + 3), pixel * 3);
  return { width, height, rgb };
}

/** Undoes the filters of PNG (ISO/IEC 15948, clause 9): each byte is written as its difference from those left and above. */
function unfiltered(raw: Buffer, rowBytes: number, height: number, step: number): Uint8Array {
  const lines = new Uint8Array(rowBytes * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (rowBytes + 1)]!;
    for (let x = 0; x < rowBytes; x++) {
      const left = x >= step ? lines[y * rowBytes + x - step]! : 0;
      const above = y > 0 ? lines[(y - 1) * rowBytes + x]! : 0;
      const corner = x >= step && y > 0 ? lines[(y - 1) * rowBytes + x - step]! : 0;
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter]!;
      lines[y * rowBytes + x] = raw[y * (rowBytes + 1) + 1 + x]! + guess;
    }
  }
  return lines;
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [toLeft, toAbove, toCorner] = [left, above, corner].map((each) => Math.abs(guess - each));
  if (toLeft! <= toAbove! && toLeft! <= toCorner!) return left;
  return toAbove! <= toCorner! ? above : corner;
}

/** The most used colours as they are, then of the others one of each that are alike, the most used first. */
function chooseColours(rgb: Uint8Array) {
  const uses = new Map<number, number>();
  for (let at = 0; at < rgb.length; at += 3) {
    const colour = (rgb[at]! << 16) | (rgb[at + 1]! << 8) | rgb[at + 2]!;
    uses.set(colour, (uses.get(colour) ?? 0) + 1);
  }
  const byUse = [...uses].sort((a, b) => b[1] - a[1]).map(([colour]) => colour);
  const chosen = byUse.slice(0, exactColours);
  const alike = new Set(chosen.map(coarse));
  for (const colour of byUse.slice(exactColours)) {
    if (alike.has(coarse(colour)) || chosen.length === mostColours) continue;
    alike.add(coarse(colour));
    chosen.push(colour);
  }
  const colours = chosen.map((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]);
  const known = new Map<number, number>();
  const indexOf = (pixels: Uint8Array, at: number): number => {
    const colour = (pixels[at]! << 16) | (pixels[at + 1]! << 8) | pixels[at + 2]!;
    const found = known.get(colour) ?? nearest(colours, pixels[at]!, pixels[at + 1]!, pixels[at + 2]!);
    known.set(colour, found);
    return found;
  };
  return { colours, indexOf };
}

function nearest(colours: readonly number[][], red: number, green: number, blue: number): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, [r, g, b]] of colours.entries()) {
    const distance = (r! - red) ** 2 + (g! - green) ** 2 + (b! - blue) ** 2;
    if (distance < least) [best, least] = [index, distance];
  }
  return best;
}
