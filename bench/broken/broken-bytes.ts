import iconv from 'iconv-lite';
import type { Break, Breaking } from './broken-file.ts';
import { textOf } from './sound-files.ts';

const bytesOf = ({ table }: Breaking): Buffer => Buffer.from(`\ufeff${textOf(table)}`);
const csv = (content: Buffer | string, more: { rows?: number } = {}) => ({
  name: 'fil.csv',
  content: Buffer.isBuffer(content) ? content : Buffer.from(content),
  ...more,
});
const within = ({ random }: Breaking, bytes: Buffer): number => random.whole(0, bytes.length - 1);
const rowsOf = ({ table }: Breaking): number => table.length - 1;

function spliced(bytes: Buffer, at: number, remove: number, put: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + remove)]);
}

/** Files that are broken as bytes: on their way, on a disk, by a program that writes letters otherwise. */
export const brokenBytes: Readonly<Record<string, Break>> = {
  'hel fil': (from) => csv(bytesOf(from), { rows: rowsOf(from) }),
  'byte ändrade': (from) => {
    const bytes = bytesOf(from);
    for (let count = from.random.whole(1, 20); count > 0; count--)
      bytes[within(from, bytes)] = from.random.whole(1, 255);
    return csv(bytes);
  },
  avhuggen: (from) => csv(bytesOf(from).subarray(0, within(from, bytesOf(from)))),
  'början borta': (from) => csv(bytesOf(from).subarray(within(from, bytesOf(from)))),
  'byte inskjutna': (from) => {
    const bytes = bytesOf(from);
    const noise = Buffer.from(Array.from({ length: 30 }, () => from.random.whole(1, 255)));
    return csv(spliced(bytes, within(from, bytes), 0, noise));
  },
  'stycke dubblerat': (from) => {
    const bytes = bytesOf(from);
    const at = within(from, bytes);
    return csv(spliced(bytes, at, 0, bytes.subarray(at, at + 200)));
  },
  'stycke borta': (from) => {
    const bytes = bytesOf(from);
    return csv(spliced(bytes, within(from, bytes), from.random.whole(1, 300), Buffer.alloc(0)));
  },
  'Windows-1252': (from) => csv(iconv.encode(textOf(from.table), 'windows-1252'), { rows: rowsOf(from) }),
  'UTF-16LE utan märke': (from) => csv(Buffer.from(textOf(from.table), 'utf16le'), { rows: rowsOf(from) }),
  'UTF-16BE': (from) =>
    csv(Buffer.from(`\ufeff${textOf(from.table)}`, 'utf16le').swap16(), { rows: rowsOf(from) }),
  'UTF-16 mitt i ett tecken': (from) => {
    const bytes = Buffer.from(`\ufeff${textOf(from.table)}`, 'utf16le');
    return csv(spliced(bytes, 2 + within(from, bytes), 1, Buffer.alloc(0)));
  },
  'halva tecken i UTF-16': (from) => {
    const text = textOf(from.table).replace(/\d/g, (digit) => (from.random.chance(0.02) ? '\ud83d' : digit));
    return csv(Buffer.from(`\ufeff${text}`, 'utf16le'));
  },
  'nollor i UTF-16': (from) => csv(Buffer.from(`\ufeff${textOf(from.table).replace(/6/, '\0')}`, 'utf16le')),
  'blandad kodning': (from) => {
    const text = textOf(from.table);
    const half = Math.floor(text.length / 2);
    return csv(
      Buffer.concat([
        Buffer.from(`å;${text.slice(0, half)}`),
        iconv.encode(`${text.slice(half)}åäö`, 'windows-1252'),
      ]),
    );
  },
  'ogiltig UTF-8': (from) => {
    const bytes = bytesOf(from);
    return csv(spliced(bytes, within(from, bytes), 0, Buffer.from([0xc3, 0x28, 0xf5, 0xed, 0xa0, 0x80])));
  },
  'nollor i texten': (from) => {
    const bytes = bytesOf(from);
    return csv(spliced(bytes, within(from, bytes), 1, Buffer.from([0])));
  },
  'bara vagnretur': (from) => csv(textOf(from.table, ';', '\r'), { rows: rowsOf(from) }),
  'blandade radbrytningar': (from) =>
    csv(textOf(from.table).replace(/\r\n/g, () => from.random.pick(['\r', '\n', '\r\n', '\n\n']))),
  'rad utan slut': (from) => csv(`${textOf(from.table)}${'x;'.repeat(600_000)}`),
  'styrtecken och riktningar': (from) =>
    csv(
      textOf(from.table).replace(/\d/g, (digit) =>
        from.random.chance(0.03)
          ? from.random.pick(['\u0001', '\u202e', '\ufeff', '\u200b', '\u{1f600}', '\u001b[31m', '\u2028'])
          : digit,
      ),
    ),
};
