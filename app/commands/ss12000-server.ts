import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { latestStart } from '../../fixtures/generator/latest-start.ts';
import {
  castSchool,
  generatedSchool,
  type Mode,
  type ReferenceServer,
  type SchoolData,
  startReferenceServer,
} from '../../fixtures/ss12000-server/index.ts';
import { systemClock } from '../../platform/server/clock.ts';
import { OperatorError, systemErrorCode } from '../../platform/server/operator-error.ts';
import type { Io } from '../command.ts';

/** For the list of commands. */
export const summary = 'Startar ett påhittat skolsystem som talar SS 12000, att prova hämtning mot.';

/** For `--help`. */
export const help = `
./fullfolj ss12000-server [--students N] [--weeks W] [--seed S] [--cast] [--mode M] [--port N] [--json]

Startar ett påhittat skolsystem på den här datorn och skriver adressen och nyckeln. Inget sparas, och
alla personer är påhittade. Avsluta med Ctrl-C.

  --students N    antal elever (annars 250)
  --weeks W       kalenderveckor med lektioner (annars 14; högst 43)
  --seed S        frö, ett heltal (annars 1): samma frö ger samma skola som ./fullfolj generate
  --cast          demonstrationens elever i Ekdala kommun i stället för en slumpad skola
  --mode M        v2.1, v2.0, dnp (bara det som Skolverkets nationella prov behöver) eller aggregated-only
                  (bara summerad närvaro); annars v2.1
  --port N        port (annars 8055)
  --token NYCKEL  nyckeln som godtas (annars en slumpad)
  --json          adress och nyckel som ett JSON-dokument
`;

const modes: readonly Mode[] = ['v2.1', 'v2.0', 'dnp', 'aggregated-only'];

/** Serves until it is asked to stop. */
export async function run(args: string[], io: Io): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      students: { type: 'string', default: '250' },
      weeks: { type: 'string', default: '14' },
      seed: { type: 'string', default: '1' },
      cast: { type: 'boolean', default: false },
      mode: { type: 'string', default: 'v2.1' },
      port: { type: 'string', default: '8055' },
      token: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const mode = modes.find((each) => each === values.mode);
  if (!mode) throw new OperatorError(`--mode är ${modes.join(', ')}.`);
  const port = whole('--port', values.port, 0, 65_535);
  const data = values.cast ? castSchool(systemClock.today()) : generated(values);
  const token = values.token ?? randomBytes(18).toString('base64url');
  const server = await listen(data, { mode, port, token });
  io.out(values.json ? JSON.stringify(facts(server)) : inWords(server));
  if (!io.stopping.aborted) await once(io.stopping, 'abort');
  await server.close();
  return 0;
}

function generated(values: { students: string; weeks: string; seed: string }): SchoolData {
  const weeks = whole('--weeks', values.weeks, 1, 43);
  const students = whole('--students', values.students, 1, 20_000);
  const seed = whole('--seed', values.seed, 0, 2_147_483_647);
  return generatedSchool({ students, seed, weeks, start: latestStart(systemClock.today(), weeks) }).data;
}

function whole(flag: string, text: string, min: number, max: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  throw new OperatorError(`${flag} ska vara ett heltal från ${min} till ${max}.`);
}

async function listen(
  data: SchoolData,
  options: { mode: Mode; port: number; token: string },
): Promise<ReferenceServer> {
  try {
    return await startReferenceServer(data, options);
  } catch (error) {
    if (systemErrorCode(error) !== 'EADDRINUSE') throw error;
    throw new OperatorError(`Port ${options.port} är upptagen. Välj en annan med --port N.`);
  }
}

function facts({ url, tokenUrl, desk, data }: ReferenceServer) {
  return {
    url,
    token: desk.lasting,
    tokenUrl,
    clientId: desk.clientId,
    clientSecret: desk.clientSecret,
    objects: Object.fromEntries(Object.entries(data.lists).map(([name, list]) => [name, list.size])),
  };
}

function inWords(server: ReferenceServer): string {
  const { url, token, tokenUrl, clientId, clientSecret, objects } = facts(server);
  const numbers = new Intl.NumberFormat('sv-SE');
  return [
    `Adress:  ${url}`,
    `Nyckel:  ${token}`,
    `Eller som klient: id ${clientId}, hemlighet ${clientSecret}, inloggning ${tokenUrl}`,
    `${numbers.format(objects.persons ?? 0)} personer, ${numbers.format(objects.calendarEvents ?? 0)} lektioner, ${numbers.format(objects.attendances ?? 0)} närvarorader.`,
    'Avsluta med Ctrl-C.',
  ].join('\n');
}
