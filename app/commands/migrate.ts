import { parseArgs } from 'node:util';
import { readConfig } from '../../platform/server/config.ts';
import { openDatabaseSource } from '../../platform/server/database-source.ts';
import type { Io } from '../command.ts';
import { migrateInWords } from '../with-database.ts';

/** For the list of commands. */
export const summary = 'Uppdaterar databasen till den här versionen av programmet.';

/** For `--help`. */
export const help = `
./fullfolj migrate [--data MAPP] [--json]

Uppdaterar databasens tabeller till den här versionen av programmet. start och de andra kommandona gör
det själva; kommandot finns för den som vill göra det som ett eget steg.

  --data MAPP   var den inbyggda databasen ligger (annars ./data)
  --json        ett JSON-dokument: {"applied":[…]}
`;

/** Applies the migrations that are missing and says which. */
export async function run(args: string[], io: Io): Promise<number> {
  const { values } = parseArgs({ args, options: { data: { type: 'string' }, json: { type: 'boolean' } } });
  const config = readConfig(io.env, values);
  const source = await openDatabaseSource(config, 'migrate');
  try {
    const applied = await migrateInWords(source.url);
    if (values.json) io.out(JSON.stringify({ applied }));
    else
      io.say(applied.length === 0 ? 'Databasen är redan uppdaterad.' : `Uppdaterad: ${applied.join(', ')}.`);
    return 0;
  } finally {
    await source.release();
  }
}
