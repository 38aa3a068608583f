import { stat } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { UnreadableFile } from '../unreadable-file.ts';

/** One file in an archive. */
export interface ArchiveEntry {
  /** As it stands in the archive, folders and all. To show and to compare, never to use as a path. */
  readonly name: string;
  /** The content, unpacked piece by piece. Throws `UnreadableFile` for what is locked, damaged or too large. */
  read(): AsyncGenerator<Buffer>;
}

/** An archive that is open; `close` it. */
export interface Archive {
  readonly entries: readonly ArchiveEntry[];
  close(): void;
}

/** How much may still come out of what was sent, counted as it comes out and whatever an archive says of itself. */
export interface Allowance {
  /** Throws `UnreadableFile` when it is used up. */
  take(bytes: number): void;
}

/** Text and zeros press together some thousand times; what people write in tables, ten to fifty times. */
const largestRatio = 250;
/** A small file may be as empty as it likes. */
const smallBytes = 50_000_000;
const mostEntries = 10_000;

/** An allowance of so many bytes. */
export function allowanceOf(bytes: number): Allowance {
  let left = bytes;
  return {
    take(more) {
      left -= more;
      if (left < 0) throw new UnreadableFile('archive-too-large');
    },
  };
}

/** The part of an allowance that one file that was sent may use: it must not swell as no table does. */
export async function allowanceWithin(whole: Allowance, path: string): Promise<Allowance> {
  const { size } = await stat(path);
  const own = allowanceOf(Math.max(smallBytes, size * largestRatio));
  return {
    take(bytes) {
      own.take(bytes);
      whole.take(bytes);
    },
  };
}

/** Opens a zip archive. Throws `UnreadableFile` for one that is damaged or has more than 10,000 entries. */
export async function openArchive(path: string, allowance: Allowance): Promise<Archive> {
  const zip = await asUnreadable(yauzl.openPromise(path, { autoClose: false, decodeStrings: false }));
  const close = () => zip.close();
  try {
    const entries: ArchiveEntry[] = [];
    const all = zip.eachEntry();
    for (;;) {
      const next = await asUnreadable(all.next());
      if (next.done) return { entries, close };
      if (entries.length === mostEntries) throw new UnreadableFile('archive-too-large');
      const entry = next.value;
      entries.push({ name: nameOf(entry), read: () => unpack(zip, entry, allowance) });
    }
  } catch (error) {
    close();
    throw error;
  }
}

async function* unpack(zip: ZipFile, entry: Entry, allowance: Allowance): AsyncGenerator<Buffer> {
  if (entry.isEncrypted()) throw new UnreadableFile('archive-locked');
  if (!entry.canDecodeFileData()) throw new UnreadableFile('packed');
  const stream = await asUnreadable(zip.openReadStreamPromise(entry));
  const pieces = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  let sum = 0;
  try {
    for (;;) {
      const next = await asUnreadable(pieces.next());
      if (next.done) break;
      allowance.take(next.value.length);
      sum = crc32(next.value, sum);
      yield next.value;
    }
  } finally {
    stream.destroy();
  }
  if (sum !== entry.crc32) throw new UnreadableFile('archive-damaged');
}

/** What the library and the unpacking throw is about the archive; what the system throws (a full disk) is not. */
async function asUnreadable<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    if (error instanceof Error && 'syscall' in error) throw error;
    throw new UnreadableFile('archive-damaged');
  });
}

/** Some programs write UTF-8 without saying so; the rest is read as the archive says. */
function nameOf(entry: Entry): string {
  const raw = entry.fileNameRaw;
  const utf8 = raw.toString('utf8');
  const name = utf8.includes('\ufffd')
    ? yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, raw, entry.extraFields, false)
    : utf8;
  return name.replaceAll('\\', '/');
}
