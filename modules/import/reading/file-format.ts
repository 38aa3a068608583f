import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { type UnreadableCode, UnreadableFile } from './unreadable-file.ts';

/** The first bytes of formats that are no table of text, and how each is answered. */
const signatures: readonly (readonly [bytes: string, code: UnreadableCode])[] = [
  ['\x1f\x8b', 'packed'],
  ['7z\xbc\xaf', 'packed'],
  ['Rar!\x1a', 'packed'],
  ['BZh', 'packed'],
  ['\xfd7zXZ', 'packed'],
  ['\x28\xb5\x2f\xfd', 'packed'],
  ['%PDF', 'pdf'],
  ['{\\rtf', 'document'],
  ['\x89PNG', 'image'],
  ['\xff\xd8\xff', 'image'],
  ['GIF8', 'image'],
  ['II*\0', 'image'],
  ['MM\0*', 'image'],
];

const webPage =
  /^(?:<!--[\s\S]{0,500}?-->\s*)?<(?:!doctype html|html|head|meta|body|table|style|title|div)\b/i;
const excelXml = /^<\?xml[\s\S]{0,500}(?:progid="Excel\.Sheet"|schemas-microsoft-com:office:spreadsheet)/i;
const anyXml = /^<\?xml\b/i;

const headBytes = 4_096;

/** The first bytes of a file, fewer when it has no more. */
export async function headOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Whether the first bytes are those of a zip archive, which a workbook is too. */
export function isZip(head: Buffer): boolean {
  return ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'].includes(head.toString('latin1', 0, 4));
}

/**
 * Throws `UnreadableFile` for a file that is recognisably something else than a table of text, with what to do about it.
 * The name does not count: a web page that a system calls `.xls` is a web page, and text with that name is text.
 */
export async function refuseOtherFormats(path: string): Promise<void> {
  const head = await headOf(path);
  if (head.length === 0) throw new UnreadableFile('empty');
  const bytes = head.toString('latin1');
  if (bytes.startsWith('\xd0\xcf\x11\xe0')) throw new UnreadableFile(await oldOffice(path));
  const known = signatures.find(([start]) => bytes.startsWith(start));
  if (known) throw new UnreadableFile(known[1]);
  if (isZip(head)) throw new UnreadableFile('packed');
  const text = bytes
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replaceAll('\0', '')
    .trimStart();
  if (webPage.test(text)) throw new UnreadableFile('web-page');
  if (excelXml.test(text)) throw new UnreadableFile('excel-xml');
  if (anyXml.test(text)) throw new UnreadableFile(/<html\b/i.test(text) ? 'web-page' : 'document');
}

/** Office's old container holds workbooks, letters and locked new workbooks; the names of its streams stand in UTF-16. */
async function oldOffice(path: string): Promise<UnreadableCode> {
  const [locked, letter] = ['EncryptedPackage', 'WordDocument'].map((name) => Buffer.from(name, 'utf16le'));
  let code: UnreadableCode = 'excel-old';
  let tail: Buffer = Buffer.alloc(0);
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    const whole = Buffer.concat([tail, piece]);
    if (whole.includes(locked!)) return 'excel-locked';
    if (whole.includes(letter!)) code = 'document';
    tail = whole.subarray(-64);
  }
  return code;
}
