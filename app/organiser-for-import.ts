import type { ForOrganiser } from '../modules/import/index.ts';
import { createOrganiser, listOrganisers } from '../modules/organisation/index.ts';
import { type Database, dangerouslyAcrossOrganisers } from '../platform/server/db.ts';
import { OperatorError } from '../platform/server/operator-error.ts';

/** What an organiser is called when nobody has said. */
const unnamed = 'Min organisation';

/**
 * Whose the files are: the organiser with that name, made with the import if there is none; without a name the only one
 * there is, or a new one in an empty database. Refuses to guess between several.
 */
export async function organiserForImport(db: Database, name: string | undefined): Promise<ForOrganiser> {
  const all = await dangerouslyAcrossOrganisers(db, listOrganisers);
  const wanted = name?.trim();
  if (wanted) {
    const found = all.find((each) => each.name.toLowerCase() === wanted.toLowerCase());
    return found ? { id: found.organiserId, name: found.name } : { create: wanted };
  }
  if (all.length > 1) {
    const names = all.map((each) => `"${each.name}"`).join(', ');
    throw new OperatorError(`Databasen har flera huvudmän: ${names}. Välj en med --organiser NAMN.`);
  }
  const [only] = all;
  return only ? { id: only.organiserId, name: only.name } : { create: unnamed };
}

/**
 * The same for a source, whose mirror needs an organiser from the first page on: one that is not there is made at once.
 * Refuses a dry run for it, which would leave it behind.
 */
export async function organiserForSource(
  db: Database,
  name: string | undefined,
  dryRun: boolean,
): Promise<{ readonly id: number; readonly name: string }> {
  const wanted = await organiserForImport(db, name);
  if ('id' in wanted) return wanted;
  if (dryRun)
    throw new OperatorError(
      `Huvudmannen ${wanted.create} finns inte än. Kör utan --dry-run, eller läs in skolans filer först.`,
    );
  const id = await dangerouslyAcrossOrganisers(db, (tx) =>
    createOrganiser(tx, { name: wanted.create, kind: 'municipality', isDemonstration: false }),
  );
  return { id, name: wanted.create };
}
