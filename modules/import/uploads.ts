import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import busboy from 'busboy';
import type { ImportFile } from './reading/opened-file.ts';

/** Files that were sent, on the disk until they are read in, given up or a day old. */
export interface Upload {
  readonly id: string;
  /** The names as the sender has them, in the order sent; on the disk they are numbered. */
  readonly files: readonly string[];
}

/** Why files were not received. */
export type UploadProblem = 'none' | 'too-large' | 'too-many';

/** The largest file and the most files in one go. */
export const uploadLimits = { fileBytes: 600 * 1024 * 1024, files: 20 } as const;

/**
 * Receives the files of a form into a folder of their own, straight to the disk: a file of any length passes through a
 * few kilobytes of memory. Nothing is left behind when it answers a problem or the sender hangs up.
 */
export async function receiveUpload(
  request: Request,
  folder: string,
  limits: { fileBytes: number; files: number } = uploadLimits,
): Promise<Upload | { readonly problem: UploadProblem }> {
  const id = randomUUID();
  const target = join(folder, id);
  await mkdir(target, { recursive: true, mode: 0o700 });
  try {
    const received = await receiveInto(target, request, limits);
    if (!('problem' in received)) return { id, files: received.files };
    await rm(target, { recursive: true, force: true });
    return received;
  } catch (error) {
    await rm(target, { recursive: true, force: true });
    throw error;
  }
}

async function receiveInto(
  target: string,
  request: Request,
  limits: { fileBytes: number; files: number },
): Promise<{ readonly files: readonly string[] } | { readonly problem: UploadProblem }> {
  const type = request.headers.get('content-type') ?? '';
  if (!request.body || !type.startsWith('multipart/form-data')) return { problem: 'none' };
  const files: string[] = [];
  const writing: Promise<void>[] = [];
  let problem: UploadProblem | undefined;
  const form = busboy({
    headers: { 'content-type': type },
    defParamCharset: 'utf8',
    limits: { fileSize: limits.fileBytes, files: limits.files, fields: 10 },
  });
  form.on('file', (_field, stream, { filename }) => {
    if (!filename) return void stream.resume();
    files.push(basename(filename));
    stream.on('limit', () => {
      problem = 'too-large';
    });
    writing.push(pipeline(stream, createWriteStream(join(target, String(files.length)), { mode: 0o600 })));
  });
  form.on('filesLimit', () => {
    problem = 'too-many';
  });
  await pipeline(Readable.fromWeb(request.body as unknown as NodeReadableStream), form);
  await Promise.all(writing);
  return problem ? { problem } : files.length === 0 ? { problem: 'none' } : { files };
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

const keptMs = 24 * 60 * 60 * 1000;

/** Removes what nobody has read in within a day: the files are about persons. */
export async function removeOldUploads(folder: string, now: Date): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const found = await stat(join(folder, name)).catch(() => undefined);
    if (found && now.getTime() - found.mtimeMs > keptMs) await removeUpload(folder, name);
  }
}
