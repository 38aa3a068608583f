import { listOrganisers, type Organiser } from '../modules/organisation/index.ts';
import { type Database, dangerouslyAcrossOrganisers } from '../platform/server/db.ts';
import { OperatorError } from '../platform/server/operator-error.ts';

/**
 * The organiser a command is about: the named one, or the only one there is. Refuses, with the names that exist, when
 * the choice is not clear.
 */
export async function chosenOrganiser(db: Database, name: string | undefined): Promise<Organiser> {
  const organisers = await dangerouslyAcrossOrganisers(db, (tx) => listOrganisers(tx));
  const names = organisers.map((each) => `”${each.name}”`).join(', ');
  const found = name === undefined ? organisers : organisers.filter((each) => each.name === name);
  if (found.length === 1) return found[0]!;
  if (organisers.length === 0)
    throw new OperatorError(
      'Databasen har ingen huvudman än. Läs in filer först: ./fullfolj import files MAPP',
    );
  throw new OperatorError(
    name === undefined
      ? `Databasen har flera huvudmän. Lägg till --organiser med ett av namnen: ${names}.`
      : `Det finns ingen huvudman som heter ”${name}”. De som finns: ${names}.`,
  );
}
