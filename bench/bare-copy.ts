import { spawn, spawnSync } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import type { Scratch } from './scratch-database.ts';

/** What everything is compared with: the same files, column by column as text, into a table without keys. */
export interface BareCopy {
  readonly how: string;
  /** Copies all files once into the emptied table; answers seconds. */
  run(): Promise<number>;
}

/** A bare table for files with these headings. Copied by psql's own `\copy` where there is a psql, otherwise as psql does it. */
export async function bareCopy(
  { db, url }: Scratch,
  headings: readonly string[],
  files: readonly string[],
): Promise<BareCopy> {
  const columns = headings.map((_, index) => `c${index} text`).join(', ');
  await db.pool.query(`create schema bench; create table bench.bare (${columns})`);
  const psql = spawnSync('psql', ['--version'], { encoding: 'utf8' });
  const copy = psql.status === 0 ? (file: string) => byPsql(url, file) : (file: string) => byStream(db, file);
  return {
    how:
      psql.status === 0
        ? `\\copy i ${psql.stdout.trim()}`
        : 'COPY ur filen genom pg-copy-streams (psql finns inte här)',
    async run() {
      await db.pool.query('truncate bench.bare');
      const from = performance.now();
      for (const file of files) await copy(file);
      return (performance.now() - from) / 1000;
    },
  };
}

async function byPsql(url: string, file: string): Promise<void> {
  const command = `\\copy bench.bare from '${file}' (format csv, header, delimiter ';')`;
  const child = spawn('psql', ['-qXd', url, '-c', command], { stdio: ['ignore', 'ignore', 'inherit'] });
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`psql ended with ${code}`);
}

async function byStream(db: Scratch['db'], file: string): Promise<void> {
  const client = await db.pool.connect();
  try {
    const into = client.query(copyFrom(`copy bench.bare from stdin (format csv, header, delimiter ';')`));
    await pipeline(createReadStream(file, { highWaterMark: 1 << 18 }), into);
  } finally {
    client.release();
  }
}
