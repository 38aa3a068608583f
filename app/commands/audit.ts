import { parseArgs } from 'node:util';
import { type ChainReport, verifyChain } from '../../modules/audit/index.ts';
import { listOrganisers, type Organiser } from '../../modules/organisation/index.ts';
import { type Database, dangerouslyAcrossOrganisers, withOrganiser } from '../../platform/server/db.ts';
import { OperatorError } from '../../platform/server/operator-error.ts';
import type { Io } from '../command.ts';
import { withDatabase } from '../with-database.ts';

/** For the list of commands. */
export const summary = 'Kontrollerar att loggen över vem som läst och gjort vad är orörd.';

/** For `--help`. */
export const help = `
./fullfolj audit verify [--organiser NAMN] [--data MAPP] [--json]

Går igenom loggens alla poster och räknar om deras förseglingar. Varje post är förseglad med den före, så en
post som någon har ändrat, tagit bort eller flyttat syns. Svarar 0 när kedjan är hel, 1 när den inte är det.

  --organiser NAMN  bara en huvudman (annars alla)
  --data MAPP       var den inbyggda databasen ligger (annars ./data)
  --json            ett JSON-dokument: [{"organiser","entries","broken":[…],"heads":[…]}]

Spara heads på annat håll och jämför nästa gång: den som äger databasen kan annars skriva om en hel kedja.
`;

/** Verifies the chain of one organiser or all; answers 0 when every one is whole, 1 when one is broken. */
export async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      organiser: { type: 'string' },
      data: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  if (positionals.length !== 1 || positionals[0] !== 'verify')
    throw new OperatorError('Skriv ./fullfolj audit verify.');
  return withDatabase(io, { data: values.data, role: 'audit' }, async (db) => {
    const reports: { organiser: string; report: ChainReport }[] = [];
    for (const { organiserId, name } of await chosen(db, values.organiser)) {
      io.progress(`${name} …`);
      reports.push({ organiser: name, report: await withOrganiser(db, organiserId, verifyChain) });
    }
    io.progress('');
    if (values.json)
      io.out(JSON.stringify(reports.map(({ organiser, report }) => ({ organiser, ...report }))));
    else for (const { organiser, report } of reports) io.out(inWords(organiser, report));
    return reports.every(({ report }) => report.broken.length === 0) ? 0 : 1;
  });
}

async function chosen(db: Database, name: string | undefined): Promise<readonly Organiser[]> {
  const all = await dangerouslyAcrossOrganisers(db, (tx) => listOrganisers(tx));
  const found = name === undefined ? all : all.filter((each) => each.name === name);
  if (name !== undefined && found.length === 0)
    throw new OperatorError(`Det finns ingen huvudman som heter ”${name}”.`);
  return found;
}

const kinds = { changed: 'är ändrad', missing: 'saknas', end: 'är inte den som sist skrevs' } as const;

function inWords(organiser: string, { entries, broken }: ChainReport): string {
  if (broken.length === 0) return `${organiser}: kedjan är hel, ${entries} poster.`;
  const places = broken
    .slice(0, 20)
    .map(({ chain, seq, why }) => `  kedja ${chain}: post ${seq} ${kinds[why]}`);
  return [
    `${organiser}: kedjan är bruten på ${broken.length} ställen, av ${entries} poster.`,
    ...places,
  ].join('\n');
}
