import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { OperatorError } from '../operator-error.ts';

/** A user of the operating system, by number. */
export type Owner = { uid: number; gid: number };

/**
 * Who PostgreSQL runs as. It refuses to run as root, so when we are root it gets another user; `capability` is the single right that user
 * needs to reach files below a folder that is closed to it.
 */
export type ServiceUser = Owner & { capability?: 'dac_read_search' | 'dac_override' };

/**
 * The user that shall own the cluster: undefined when we are an ordinary user (then it is ourselves). For root it is the owner of the cluster,
 * else of the data folder, else of the nearest folder above that exists; if that is root, or a number without a user, it is `nobody`.
 */
export function clusterOwner(dataDir: string): Owner | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const folders = [join(resolve(dataDir), 'pg'), resolve(dataDir)].map(nearestExisting);
  const owners = folders.map((folder) => statSync(folder)).map(({ uid, gid }) => ({ uid, gid }));
  return owners.find(({ uid }) => uid !== 0 && ask('id', ['-un', String(uid)]) !== undefined) ?? nobody();
}

/** The user without rights that every Unix has. */
function nobody(): Owner {
  return {
    uid: Number(ask('id', ['-u', 'nobody']) ?? 65_534),
    gid: Number(ask('id', ['-g', 'nobody']) ?? 65_534),
  };
}

function ask(program: string, args: string[]): string | undefined {
  const answer = spawnSync(program, args, { encoding: 'utf8' });
  return answer.status === 0 ? answer.stdout.trim() : undefined;
}

/** The owner of the data folder when root works in a folder of somebody else's; undefined when nothing needs to change owner. */
export function folderOwner(dataDir: string): Owner | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const { uid, gid } = statSync(nearestExisting(resolve(dataDir)));
  return uid === 0 ? undefined : { uid, gid };
}

function nearestExisting(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : nearestExisting(dirname(path));
}

/**
 * Decides how the owner reaches both the program and the cluster's folder: as it is, or with one right more (a clone below /root, mode 700).
 * Refuses with what to do when neither works.
 */
export function chooseServiceUser(owner: Owner, program: string, folder: string): ServiceUser {
  const candidates: ServiceUser[] = [
    owner,
    { ...owner, capability: 'dac_read_search' },
    { ...owner, capability: 'dac_override' },
  ];
  const chosen = candidates.find((user) => canReach(user, program, folder));
  if (chosen) return chosen;
  throw new OperatorError(
    `Databasen får inte köras som root, och användaren ${owner.uid} når inte ${folder} eller ${program}. ` +
      'Lägg klonen i en mapp som andra användare får läsa och ange en annan datamapp med --data MAPP.',
  );
}

function canReach(user: ServiceUser, program: string, folder: string): boolean {
  const probe = commandAs(user, '/bin/sh', [
    '-c',
    'test -r "$1" && test -x "$1" && test -x "$2"',
    'sh',
    program,
    folder,
  ]);
  return spawnSync(probe.file, probe.args, { ...probe.options, cwd: '/', stdio: 'ignore' }).status === 0;
}

/** A program and its arguments as `spawn` takes them, so that it runs as `user` (undefined: as ourselves). */
export function commandAs(user: ServiceUser | undefined, file: string, args: readonly string[]) {
  if (!user) return { file, args: [...args], options: {} };
  if (!user.capability) return { file, args: [...args], options: { uid: user.uid, gid: user.gid } };
  const as = [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups', '--no-new-privs'];
  const right = [`--inh-caps=+${user.capability}`, `--ambient-caps=+${user.capability}`];
  // PostgreSQL asks access(2) about its own program, which forgets capabilities after a change of user unless this bit is set.
  const keep = '--securebits=+no_setuid_fixup';
  return { file: 'setpriv', args: [...as, ...right, keep, '--', file, ...args], options: {} };
}

/** The surroundings a database program gets: enough to run, nothing of ours (no PG* variables, no secrets), English messages. */
export function programEnvironment(libraryPath: string | undefined): NodeJS.ProcessEnv {
  const kept = ['PATH', 'SystemRoot', 'WINDIR', 'TEMP', 'TMP'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  const libraries = libraryPath ? { LD_LIBRARY_PATH: libraryPath, DYLD_LIBRARY_PATH: libraryPath } : {};
  return { ...Object.fromEntries(kept), ...libraries, LC_ALL: 'C' };
}
