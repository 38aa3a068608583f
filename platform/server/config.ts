import { join, resolve } from 'node:path';
import { projectRoot } from './project-root.ts';

/** The surroundings a command is told about; read once at the edge and passed on, never read again further in. */
export type Config = {
  /** The project's folder. */
  root: string;
  /** Where the embedded database, its log and its secret live. */
  dataDir: string;
  /** A PostgreSQL 18+ that somebody else runs; absent means the embedded one. */
  databaseUrl?: string;
  /** Settings for the embedded PostgreSQL that win over ours, e.g. `work_mem=64MB, max_connections=100`. */
  databaseSettings: Record<string, string>;
  /** `fatal` … `trace`, or `silent`. */
  logLevel: string;
  /** The key that keys to other systems are sealed with, instead of the one in the data folder. */
  secretKey?: string;
  /** Whether systems that data is fetched from may lie in private networks and on this machine. */
  privateSources: boolean;
};

/** What the environment and the command line's `--data` say together. An empty variable counts as absent. */
export function readConfig(env: NodeJS.ProcessEnv, options: { data?: string | undefined } = {}): Config {
  const root = projectRoot();
  const url = env.DATABASE_URL;
  return {
    root,
    dataDir: options.data ? resolve(options.data) : env.FULLFOLJ_DATA || join(root, 'data'),
    ...(url ? { databaseUrl: url } : {}),
    databaseSettings: parseSettings(env.FULLFOLJ_PG_SETTINGS ?? ''),
    logLevel: env.LOG_LEVEL || 'info',
    ...(env.FULLFOLJ_SECRET_KEY ? { secretKey: env.FULLFOLJ_SECRET_KEY } : {}),
    privateSources: env.FULLFOLJ_PRIVATE_SOURCES === 'yes',
  };
}

/** `a=1, b=2` as an object; parts without a name or an equals sign are left out. */
export function parseSettings(text: string): Record<string, string> {
  const pairs = text.split(',').map((part) => part.split('=').map((side) => side.trim()));
  return Object.fromEntries(pairs.filter(([name, value]) => name && value !== undefined));
}
