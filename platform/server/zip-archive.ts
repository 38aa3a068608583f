import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** A zip archive that is sent while it is made: one file at a time, as fast as it is received. */
export interface ZipArchive {
  /** The archive. When it is destroyed (the receiver is gone) the file under way is cut off and `add` rejects. */
  readonly stream: Readable;
  /** Adds a file and waits until it is sent. Its content is asked for no faster than the receiver takes it. */
  add(name: string, content: AsyncIterable<Uint8Array> | string): Promise<void>;
  /** Writes the list of files, without which nobody can open the archive. */
  end(): void;
}

/** Text shrinks nearly as much as by the usual 6, in half the time. */
const compressionLevel = 4;

/** Begins an archive. `day` is the date that every file in it bears, so that the same content gives the same archive. */
export function zipArchive(day: Date): ZipArchive {
  const zip = new ZipFile();
  const stream = zip.outputStream as Readable;
  let underWay: Readable | undefined;
  stream.once('close', () => underWay?.destroy(new Error('the receiver of the archive is gone')));
  return {
    stream,
    async add(name, content) {
      if (stream.destroyed) throw new Error('the receiver of the archive is gone');
      underWay = Readable.from(typeof content === 'string' ? [Buffer.from(content)] : content, {
        objectMode: false,
      });
      zip.addReadStream(underWay, name, { mtime: day, mode: 0o100_600, compressionLevel });
      await finished(underWay, { writable: false });
    },
    end: () => zip.end(),
  };
}
