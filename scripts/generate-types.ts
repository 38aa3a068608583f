// Writes database/types.ts from the migrations; with --check it only says whether the file is up to date (exit code 1 if not).
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate, PostgresDialect } from 'kysely-codegen';
import { projectRoot } from '../platform/server/project-root.ts';
import { withScratchDatabase } from './scratch-database.ts';

const file = join(projectRoot(), 'database', 'types.ts');

/** The types of all tables as platform/server/db.ts reads them: days as text, 64-bit counts and numerics as numbers, instants as Date. */
async function typesOf(url: string): Promise<string> {
  const dialect = new PostgresDialect({ dateParser: 'string', numericParser: 'number' });
  const db = await dialect.introspector.connect({ connectionString: url, dialect });
  try {
    const typeMapping = { int8: 'number' };
    return await generate({ db, dialect, outFile: null, excludePattern: 'public.*', typeMapping });
  } finally {
    await db.destroy();
  }
}

const fresh = await withScratchDatabase(typesOf);
if (!process.argv.includes('--check')) writeFileSync(file, fresh);
else if (fresh !== readFileSync(file, 'utf8')) {
  process.stderr.write(
    'database/types.ts stämmer inte med migreringarna. Kör: node_modules/.bin/node scripts/generate-types.ts\n',
  );
  process.exitCode = 1;
}
