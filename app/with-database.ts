import { type Config, readConfig } from '../platform/server/config.ts';
import { openDatabaseSource } from '../platform/server/database-source.ts';
import { closeDatabase, type Database, openDatabase } from '../platform/server/db.ts';
import { DatabaseIsNewer, migrate } from '../platform/server/migrate.ts';
import { OperatorError } from '../platform/server/operator-error.ts';
import type { Io } from './command.ts';

/** What `withDatabase` needs to know. */
export type DatabaseOptions = {
  /** The `--data` flag as given. */
  data?: string | undefined;
  /** The command's name, seen in the database's list of connections. */
  role: string;
  /** Connections at most; 10 unless told. */
  connections?: number;
};

/**
 * Runs `work` with the command's database: joins the one a running instance uses or starts the embedded one, brings it to the newest version,
 * and lets go of it afterwards, also when `work` throws or the person presses Ctrl-C.
 */
export async function withDatabase<T>(
  io: Io,
  options: DatabaseOptions,
  work: (db: Database, config: Config) => Promise<T>,
): Promise<T> {
  const config = readConfig(io.env, options);
  const source = await openDatabaseSource(config, options.role);
  try {
    await migrateInWords(source.url);
    const db = openDatabase(source.url, options.connections);
    try {
      return await work(db, config);
    } finally {
      await closeDatabase(db);
    }
  } finally {
    await source.release();
  }
}

/** Migrates; a database from a newer program is the operator's to put right. Answers the versions applied now. */
export async function migrateInWords(url: string): Promise<readonly number[]> {
  try {
    return await migrate(url);
  } catch (error) {
    throw error instanceof DatabaseIsNewer ? new OperatorError(error.message) : error;
  }
}
