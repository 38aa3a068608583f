import { chmodSync, chownSync, existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { OperatorError, systemErrorCode } from '../operator-error.ts';
import { clusterOwner, folderOwner, type Owner } from './service-user.ts';

/** Where everything lies in a data folder, and who owns it (undefined: ourselves). */
export type Layout = {
  dataDir: string;
  cluster: string;
  /** Where a cluster is made before it is moved into place, so that a half-made one is never taken for a whole. */
  unfinished: string;
  log: string;
  secret: string;
  /** The operator's own PostgreSQL settings, if the file exists. */
  ownSettings: string;
  clusterOwner: Owner | undefined;
  folderOwner: Owner | undefined;
};

/** Makes the data folder and its log folder if they are missing. Refuses, in words, a folder that cannot be written. */
export function layOut(dataDir: string): Layout {
  const layout = {
    dataDir,
    cluster: join(dataDir, 'pg'),
    unfinished: join(dataDir, 'pg.unfinished'),
    log: join(dataDir, 'log', 'postgres.log'),
    secret: join(dataDir, 'secret'),
    ownSettings: join(dataDir, 'postgresql.conf'),
    clusterOwner: clusterOwner(dataDir),
    folderOwner: folderOwner(dataDir),
  };
  inWords(dataDir, () => {
    // Others may pass through to the cluster, which is closed to all but its owner, but not list what is here.
    makeFolder(dataDir, 0o711, layout.folderOwner);
    makeFolder(join(dataDir, 'log'), 0o700, layout.folderOwner);
  });
  return layout;
}

/** Makes the folder and those above it one by one: Node's own recursion answers wrongly, or never, where nothing can be made. */
function makeFolder(path: string, mode: number, owner: Owner | undefined): void {
  if (existsSync(path)) return;
  if (dirname(path) !== path) makeFolder(dirname(path), 0o755, owner);
  mkdirSync(path);
  chmodSync(path, mode);
  giveTo(owner, path);
}

/** Hands a file or folder that root just made to its proper owner. */
export function giveTo(owner: Owner | undefined, path: string): void {
  if (owner) chownSync(path, owner.uid, owner.gid);
}

/** Runs `work` and turns a full disk or a closed folder into a sentence about `dataDir`. */
export function inWords<T>(dataDir: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw asOperatorError(error, dataDir);
  }
}

/** The error as a sentence for the operator when it is about the disk or the rights of a folder, otherwise the error itself. */
export function asOperatorError(error: unknown, dataDir: string): unknown {
  const code = systemErrorCode(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return new OperatorError(fullDisk(dataDir));
  if (code === 'EROFS')
    return new OperatorError(
      `Datamappen ${dataDir} ligger på en skrivskyddad disk. Ange en annan med --data MAPP.`,
    );
  if (code === 'ENOENT')
    return new OperatorError(`Datamappen ${dataDir} går inte att skapa. Ange en annan med --data MAPP.`);
  if (code === 'EACCES' || code === 'EPERM') return new OperatorError(closedFolder(dataDir));
  if (code === 'ENOTDIR' || code === 'EEXIST')
    return new OperatorError(`${dataDir} är ingen mapp. Ange en annan med --data MAPP.`);
  return error;
}

/** What is said when the disk is full. */
export function fullDisk(dataDir: string): string {
  return `Disken är full: databasen i ${dataDir} kan inte skriva. Frigör utrymme eller ange en annan mapp med --data MAPP.`;
}

function closedFolder(dataDir: string): string {
  return `Du får inte läsa och skriva i datamappen ${dataDir}. Kör som den användare som äger mappen eller ange en annan med --data MAPP.`;
}
