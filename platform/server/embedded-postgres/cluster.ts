import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  existsSync,
  lchownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { OperatorError } from '../operator-error.ts';
import type { Binaries } from './binaries.ts';
import { fullDisk, giveTo, inWords, type Layout } from './layout.ts';
import { commandAs, programEnvironment, type ServiceUser } from './service-user.ts';
import { databaseSettings, settingsFile } from './settings.ts';

/** The database's password, made at the first use. Readable only by the data folder's owner. */
export function readSecret(layout: Layout): string {
  return inWords(layout.dataDir, () => {
    if (!existsSync(layout.secret)) {
      const temporary = `${layout.secret}.${process.pid}`;
      writeFileSync(temporary, randomBytes(24).toString('base64url'), { mode: 0o600 });
      giveTo(layout.folderOwner, temporary);
      renameSync(temporary, layout.secret);
    }
    return readFileSync(layout.secret, 'utf8').trim();
  });
}

/**
 * Makes the cluster: UTF-8, Swedish order (å, ä, ö last) by ICU whatever the machine's own locale is, checksums on every page.
 * It is made aside and moved into place, so that an interrupted attempt is simply made again.
 */
export function makeCluster(
  layout: Layout,
  binaries: Binaries,
  user: ServiceUser | undefined,
  sync: boolean,
): void {
  inWords(layout.dataDir, () => {
    rmSync(layout.unfinished, { recursive: true, force: true });
    mkdirSync(layout.unfinished, { mode: 0o700 });
    giveTo(user, layout.unfinished);
    const cluster = join(layout.unfinished, 'pg');
    const passwordFile = join(layout.unfinished, 'password');
    writeFileSync(passwordFile, readSecret(layout), { mode: 0o600 });
    giveTo(user, passwordFile);
    runInitdb(layout, binaries, user, [
      '-D',
      cluster,
      `--pwfile=${passwordFile}`,
      ...(sync ? [] : ['--no-sync']),
    ]);
    renameSync(cluster, layout.cluster);
    rmSync(layout.unfinished, { recursive: true, force: true });
  });
}

const fixedChoices = [
  '--username=postgres',
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=icu',
  '--icu-locale=sv-SE',
  '--data-checksums',
];

function runInitdb(layout: Layout, binaries: Binaries, user: ServiceUser | undefined, own: string[]): void {
  const command = commandAs(user, binaries.initdb, [...fixedChoices, ...own]);
  const environment = programEnvironment(binaries.libraryPath);
  const result = spawnSync(command.file, command.args, {
    ...command.options,
    cwd: '/',
    env: environment,
    encoding: 'utf8',
  });
  if (result.error) throw result.error;
  if (result.status !== 0) throw new OperatorError(whyNoCluster(layout, result));
}

function whyNoCluster(layout: Layout, result: SpawnSyncReturns<string>): string {
  const output = `${result.stdout}\n${result.stderr}`;
  if (/No space left on device|Disk quota exceeded/.test(output)) return fullDisk(layout.dataDir);
  if (/could not look up effective user/.test(output)) return unknownUser();
  const reason =
    output.split('\n').find((line) => /error|fatal/i.test(line)) ??
    `slutkod ${result.status ?? result.signal}`;
  return `Databasen kunde inte skapas i ${layout.dataDir}: ${reason.trim()}`;
}

function unknownUser(): string {
  return `Användaren ${process.getuid?.()} finns inte i datorns användarregister, och då vägrar databasen starta. Kör som en registrerad användare.`;
}

/** Gives a cluster that root has copied or restored to the user it runs as; PostgreSQL refuses to use somebody else's. */
export function takeOver(layout: Layout): void {
  const owner = layout.clusterOwner;
  if (!owner || statSync(layout.cluster).uid === owner.uid) return;
  inWords(layout.dataDir, () => {
    for (const name of ['.', ...readdirSync(layout.cluster, { recursive: true, encoding: 'utf8' })])
      lchownSync(join(layout.cluster, name), owner.uid, owner.gid);
  });
}

/** Writes our settings beside PostgreSQL's own, and lets a `postgresql.conf` in the data folder have the last word. */
export function writeSettings(
  layout: Layout,
  binaries: Binaries,
  user: ServiceUser | undefined,
  overrides: Record<string, string>,
): void {
  inWords(layout.dataDir, () => {
    const compression = supportsLz4(layout, binaries, user) ? { wal_compression: 'lz4' } : {};
    const file = join(layout.cluster, 'fullfolj.conf');
    writeFileSync(file, settingsFile(databaseSettings({ ...compression, ...overrides })), { mode: 0o600 });
    giveTo(user, file);
    const main = join(layout.cluster, 'postgresql.conf');
    const includes = "include 'fullfolj.conf'\ninclude_if_exists '../postgresql.conf'\n";
    if (!readFileSync(main, 'utf8').endsWith(includes)) writeFileSync(main, `\n${includes}`, { flag: 'a' });
  });
}

/** Whether this build of PostgreSQL can compress its journal with lz4; the slower pglz is not worth its time on two cores. */
function supportsLz4(layout: Layout, binaries: Binaries, user: ServiceUser | undefined): boolean {
  const question = ['-D', layout.cluster, '-c', 'wal_compression=lz4', '-C', 'wal_compression'];
  const command = commandAs(user, binaries.postgres, question);
  const environment = programEnvironment(binaries.libraryPath);
  return (
    spawnSync(command.file, command.args, { ...command.options, cwd: '/', env: environment, stdio: 'ignore' })
      .status === 0
  );
}
