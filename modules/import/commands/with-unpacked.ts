import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportFile } from '../reading/opened-file.ts';
import { type NotUnpacked, unpackFiles } from '../reading/workbook/unpack-files.ts';

const prefix = 'fullfolj-uppackat-';
const keptMs = 24 * 60 * 60 * 1000;

/**
 * Runs `work` with the files to read: workbooks and archives taken apart into a folder of their own, which is gone when the
 * work is over, whatever came of it. What a process that was killed has left behind goes after a day. `folder`: where to
 * put it, the system's folder for temporary files when null.
 */
export async function withUnpacked<T>(
  files: readonly ImportFile[],
  folder: string | null,
  work: (files: readonly (ImportFile | NotUnpacked)[]) => Promise<T>,
): Promise<T> {
  const parent = folder ?? tmpdir();
  await removeOldFolders(parent, prefix);
  // Readable by its owner alone.
  const own = await mkdtemp(join(parent, prefix));
  try {
    return await work(await unpackFiles(files, own));
  } finally {
    await rm(own, { recursive: true, force: true });
  }
}

/** Removes folders of such names that are a day old: what a process that was killed has left behind is about persons. */
export async function removeOldFolders(parent: string, prefix: string): Promise<void> {
  const names = await readdir(parent).catch(() => []);
  for (const name of names.filter((each) => each.startsWith(prefix))) {
    const path = join(parent, name);
    const found = await stat(path).catch(() => undefined);
    if (!found || Date.now() - found.mtimeMs < keptMs) continue;
    // Another user's folder is not ours to remove.
    await rm(path, { recursive: true, force: true }).catch(() => undefined);
  }
}
