import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder that holds package.json, database/ and fixtures/. The build may lie outside the project (a read-only clone builds into the
 * user's cache folder), so the launcher says where the project is in `FULLFOLJ_ROOT`; without it the folder is found upwards from this file.
 */
export function projectRoot(): string {
  const told = process.env.FULLFOLJ_ROOT;
  return told ? told : upwardsFrom(dirname(fileURLToPath(import.meta.url)));
}

function upwardsFrom(folder: string): string {
  if (existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'database'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('no project folder above the running file');
  return upwardsFrom(parent);
}
