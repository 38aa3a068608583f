import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { distinctNames, shownName } from '../../upload-name.ts';
import { headOf, isZip } from '../file-format.ts';
import type { ImportFile } from '../opened-file.ts';
import { type UnreadableCode, UnreadableFile } from '../unreadable-file.ts';
import {
  type Allowance,
  type Archive,
  type ArchiveEntry,
  allowanceOf,
  allowanceWithin,
  openArchive,
} from './archive.ts';
import { sheetRows } from './sheet-rows.ts';
import { openWorkbook, type Sheet, type Workbook } from './workbook-parts.ts';
import { writeTable } from './write-table.ts';

/** A file, or a sheet of a workbook, that is answered in words: `says` tells why. */
export interface NotUnpacked {
  readonly name: string;
  readonly says: string;
}

/** How much may be unpacked in one run. */
export interface UnpackLimits {
  /** Files in one archive. */
  readonly files: number;
  /** Bytes of files and tables, all together. */
  readonly bytes: number;
  /** Bytes of XML, all together: a workbook says the same as a text file in some eight times the length. */
  readonly xmlBytes: number;
}

/** What holds unless a test says otherwise: as much as may be sent on the page. */
export const unpackLimits: UnpackLimits = { files: 20, bytes: 600_000_000, xmlBytes: 5_000_000_000 };

/**
 * The files to read: archives unpacked and workbooks taken apart into one text file a sheet, in `folder`; other files as
 * they are. One that cannot be unpacked is answered in words and the others are read all the same.
 */
export async function unpackFiles(
  files: readonly ImportFile[],
  folder: string,
  limits: UnpackLimits = unpackLimits,
): Promise<readonly (ImportFile | NotUnpacked)[]> {
  let made = 0;
  const place = (): string => {
    made += 1;
    return join(folder, String(made));
  };
  const [bytes, xml] = [allowanceOf(limits.bytes), allowanceOf(limits.xmlBytes)];
  const found: (ImportFile | NotUnpacked)[] = [];
  for (const file of files) {
    const context = {
      files: limits.files,
      bytes: await allowanceWithin(bytes, file.path),
      xml: await allowanceWithin(xml, file.path),
      place,
    };
    found.push(...(await unpackFile(named(file), context, false)));
  }
  const names = distinctNames(found.map(({ name }) => name ?? ''));
  return found.map((each, index) => ({ ...each, name: names[index]! }));
}

/** What unpacking one file that was sent works with, whatever lies packed in it. */
interface Unpacking {
  readonly files: number;
  readonly bytes: Allowance;
  readonly xml: Allowance;
  /** A path for a new file, made of a number and nothing that was sent. */
  place(): string;
}

type Named = ImportFile & { readonly name: string };
type Found = Named | NotUnpacked;

function named(file: ImportFile): Named {
  return { ...file, name: file.name ?? file.path.split(/[/\\]/).at(-1)! };
}

async function unpackFile(file: Named, context: Unpacking, inside: boolean): Promise<readonly Found[]> {
  if (!isZip(await headOf(file.path))) return [file];
  try {
    const archive = await openArchive(file.path, context.xml);
    try {
      const what = packedAs(archive);
      if (what === 'workbook') return await unpackWorkbook(file, archive, context);
      if (what !== 'archive') throw new UnreadableFile(what);
      if (inside) throw new UnreadableFile('archive-in-archive');
      return await unpackArchive(file, archive, context);
    } finally {
      archive.close();
    }
  } catch (error) {
    return [answered(file.name, error)];
  }
}

function answered(name: string, error: unknown): NotUnpacked {
  if (!(error instanceof UnreadableFile)) throw error;
  return { name, says: error.says };
}

/** Many formats of today are archives; which one shows in what lies in them. */
function packedAs({ entries }: Archive): 'workbook' | 'archive' | UnreadableCode {
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  if (names.has('xl/workbook.bin')) return 'excel-binary';
  if (names.has('word/document.xml') || names.has('ppt/presentation.xml')) return 'document';
  if (names.has('xl/workbook.xml')) return 'workbook';
  if (names.has('content.xml') && names.has('mimetype')) return 'opendocument';
  if (names.has('index.zip') || [...names].some((name) => /^index\/.*\.iwa$/.test(name))) return 'numbers';
  return names.has('[content_types].xml') ? 'workbook' : 'archive';
}

async function unpackArchive(
  file: Named,
  { entries }: Archive,
  context: Unpacking,
): Promise<readonly Found[]> {
  const files = entries.filter(({ name }) => isFile(name));
  if (files.length === 0) throw new UnreadableFile('archive-empty');
  if (files.length > context.files) throw new UnreadableFile('archive-many-files');
  const found: Found[] = [];
  for (const entry of files) {
    const name = `${file.name} › ${shownName(entry.name)}`;
    const path = context.place();
    try {
      await pipeline(counted(entry, context.bytes), createWriteStream(path, { mode: 0o600, flags: 'wx' }));
    } catch (error) {
      found.push(answered(name, error));
      continue;
    }
    found.push(...(await unpackFile({ path, name }, context, true)));
  }
  return found;
}

/** Folders, and what computers put into archives of their own accord, are left out. */
function isFile(name: string): boolean {
  const last = name.split('/').at(-1)!;
  return !/^(?:$|\.|Thumbs\.db$|desktop\.ini$)/i.test(last) && !name.startsWith('__MACOSX/');
}

async function* counted(entry: ArchiveEntry, allowance: Allowance): AsyncGenerator<Buffer> {
  for await (const piece of entry.read()) {
    allowance.take(piece.length);
    yield piece;
  }
}

async function unpackWorkbook(file: Named, archive: Archive, context: Unpacking): Promise<readonly Found[]> {
  const workbook = await openWorkbook(archive);
  const found: Found[] = [];
  for (const sheet of workbook.sheets) found.push(await unpackSheet(file, workbook, sheet, context));
  if (found.length === 0) throw new UnreadableFile('empty');
  return found;
}

/** A sheet that is not read is taken apart all the same: whether that is worth telling shows in its headings. */
async function unpackSheet(
  file: Named,
  { facts }: Workbook,
  { name, hidden, entry }: Sheet,
  context: Unpacking,
): Promise<Named> {
  const path = context.place();
  const sheet = { path, name: `${file.name} › ${shownName(name)}`, ofWorkbook: file.path };
  try {
    await writeTable(path, sheetRows(entry.read(), facts), context.bytes);
    return hidden ? { ...sheet, refused: 'sheet-hidden' } : sheet;
  } catch (error) {
    if (error instanceof UnreadableFile && error.code === 'sheet-too-wide')
      return { ...sheet, refused: error.code };
    throw error;
  }
}
