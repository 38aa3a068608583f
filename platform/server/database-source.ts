import pg from 'pg';
import type { Config } from './config.ts';
import { openEmbedded } from './embedded-postgres/index.ts';
import { OperatorError } from './operator-error.ts';

/** Where this process's database is, and how to let go of it. */
export type DatabaseSource = {
  url: string;
  /** `embedded` is ours in the data folder; `external` is the one `DATABASE_URL` names. */
  kind: 'embedded' | 'external';
  release(): Promise<void>;
};

/**
 * Opens the database of the configuration: the one in `DATABASE_URL` if it is set, else the embedded one, started if nobody else has.
 * `role` is what this process does. Refuses, in words, a server that cannot be reached or is older than PostgreSQL 18.
 */
export async function openDatabaseSource(config: Config, role: string): Promise<DatabaseSource> {
  if (config.databaseUrl !== undefined) {
    await checkExternal(config.databaseUrl);
    return { url: config.databaseUrl, kind: 'external', release: async () => undefined };
  }
  const embedded = await openEmbedded(config.dataDir, {
    root: config.root,
    role,
    settings: config.databaseSettings,
  });
  return { url: embedded.url, kind: 'embedded', release: embedded.release };
}

async function checkExternal(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version_num: string }>('show server_version_num');
    const tooOld = whyTooOld(Number(rows[0]?.server_version_num));
    if (tooOld) throw new OperatorError(tooOld);
  } catch (error) {
    throw error instanceof OperatorError ? error : new OperatorError(whyUnreachable(error));
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Why a server of this version (`180004`) cannot be used; undefined when it can. */
export function whyTooOld(version: number): string | undefined {
  if (version >= 180_000) return undefined;
  return `Databasen i DATABASE_URL är PostgreSQL ${Math.floor(version / 10_000)}. Fullfölj behöver version 18 eller nyare.`;
}

/** Says what was wrong without quoting the address, which holds a password. */
function whyUnreachable(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'okänt fel';
  const reasons: Record<string, string> = {
    '28P01': 'lösenordet stämmer inte',
    '28000': 'användaren släpps inte in',
    '3D000': 'databasen finns inte på servern',
    ECONNREFUSED: 'ingen svarar på den adressen',
    ENOTFOUND: 'serverns namn finns inte',
    ETIMEDOUT: 'servern svarar inte',
  };
  return `Databasen i DATABASE_URL går inte att nå: ${reasons[code] ?? code}. Rätta adressen, eller ta bort DATABASE_URL för att använda den inbyggda.`;
}
