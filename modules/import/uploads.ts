import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import busboy from 'busboy';
import type { ImportFile } from './reading/opened-file.ts';
import { distinctNames, shownName } from './upload-name.ts';

/** Files that were sent, on the disk until they are read in, given up or a day old. */
export interface Upload {
  readonly id: string;
  /** The names to show, in the order sent, no two alike; on the disk they are numbered. */
  readonly files: readonly string[];
  /** All files together. */
  readonly bytes: number;
}

/** Why files were not received. */
export type UploadProblem = 'none' | 'too-large' | 'too-many' | 'broken';

/** How much may be sent in one go. */
export interface UploadLimits {
  /** All files together. */
  readonly bytes: number;
  readonly files: number;
}

/** What holds unless a test says otherwise. */
export const uploadLimits: UploadLimits = { bytes: 600_000_000, files: 20 };

/**
 * Receives the files of a form into a folder of their own, straight to the disk: a file of any length passes through a
 * few kilobytes of memory. What is refused is read to its end, so that the browser gets the answer. Nothing is left
 * behind when it answers a problem or the sender hangs up. The folder's age counts from `now`.
 */
export async function receiveUpload(
  request: Request,
  folder: string,
  now: Date,
  limits: UploadLimits = uploadLimits,
): Promise<Upload | { readonly problem: UploadProblem }> {
  const id = randomUUID();
  const target = join(folder, id);
  await mkdir(target, { recursive: true, mode: 0o700 });
  try {
    const received = await receiveInto(target, request, limits);
    if ('problem' in received) await rm(target, { recursive: true, force: true });
    else await utimes(target, now, now);
    return 'problem' in received ? received : { id, ...received };
  } catch (error) {
    await rm(target, { recursive: true, force: true });
    throw error;
  }
}

type Received = Omit<Upload, 'id'> | { readonly problem: UploadProblem };

async function receiveInto(target: string, request: Request, limits: UploadLimits): Promise<Received> {
  const type = request.headers.get('content-type') ?? '';
  if (!request.body || !/^multipart\/form-data;.*boundary=/i.test(type)) return { problem: 'none' };
  const names: string[] = [];
  const writing: Promise<void>[] = [];
  let bytes = 0;
  let problem: UploadProblem | undefined;
  const counted = () =>
    new Transform({
      transform(piece: Buffer, _encoding, next) {
        bytes += piece.length;
        if (bytes > limits.bytes) problem = 'too-large';
        next(null, problem ? undefined : piece);
      },
    });
  const form = formReader(type, limits);
  form.on('file', (_field, stream, { filename }) => {
    // A field in which no file was chosen is sent all the same, without a name.
    if (!filename) return void stream.resume();
    const path = join(target, String(names.push(shownName(filename))));
    const written = pipeline(stream, counted(), createWriteStream(path, { mode: 0o600, flags: 'wx' }));
    // A disk that is full would leave the form waiting for somebody to read on.
    written.catch((error) => form.destroy(error));
    writing.push(written);
  });
  form.on('filesLimit', () => {
    problem = 'too-many';
  });
  if (!(await arrived(request.body, form))) return { problem: 'broken' };
  await Promise.all(writing);
  if (problem) return { problem };
  return names.length === 0 ? { problem: 'none' } : { files: distinctNames(names), bytes };
}

function formReader(type: string, limits: UploadLimits): busboy.Busboy {
  return busboy({
    headers: { 'content-type': type },
    defParamCharset: 'utf8',
    limits: { files: limits.files, fields: 10, fieldSize: 1_000 },
  });
}

/** Whether the whole form came; what is cut off or is no form is an expected refusal, a disk that takes nothing is not. */
async function arrived(body: ReadableStream, form: busboy.Busboy): Promise<boolean> {
  try {
    await pipeline(Readable.fromWeb(body as unknown as NodeReadableStream), form);
    return true;
  } catch (error) {
    if (error instanceof Error && 'syscall' in error && ['open', 'write'].includes(String(error.syscall)))
      throw error;
    return false;
  }
}

/** The files of an upload, to be read; undefined when they are gone. */
export async function uploadedFiles(
  folder: string,
  upload: Upload,
): Promise<readonly ImportFile[] | undefined> {
  const files = upload.files.map((name, index) => ({
    name,
    path: join(folder, upload.id, String(index + 1)),
  }));
  const there = await Promise.all(files.map((file) => stat(file.path).catch(() => undefined)));
  return there.every((each) => each !== undefined) ? files : undefined;
}

/** Removes the files of an upload. */
export async function removeUpload(folder: string, id: string): Promise<void> {
  await rm(join(folder, id), { recursive: true, force: true });
}

/** How long files that nobody has read in are kept. */
export const keptMs = 24 * 60 * 60 * 1000;

/** Removes what nobody has read in within a day: the files are about persons. */
export async function removeOldUploads(folder: string, now: Date): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const found = await stat(join(folder, name)).catch(() => undefined);
    if (found && now.getTime() - found.mtimeMs > keptMs) await removeUpload(folder, name);
  }
}
