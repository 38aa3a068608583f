import { parseArgs } from 'node:util';
import { record } from '../../modules/audit/index.ts';
import { units } from '../../modules/organisation/index.ts';
import { type DutyRole, type RegisteredStaff, registerStaff } from '../../modules/people/index.ts';
import { systemClock } from '../../platform/server/clock.ts';
import { type Tx, withOrganiser } from '../../platform/server/db.ts';
import { OperatorError } from '../../platform/server/operator-error.ts';
import { chosenOrganiser } from '../chosen-organiser.ts';
import type { Io } from '../command.ts';
import { withDatabase } from '../with-database.ts';

const roles: Readonly<Record<string, DutyRole>> = {
  mentor: 'mentor',
  lärare: 'teacher',
  rektor: 'principal',
  elevhälsa: 'health-team',
  vägledare: 'career-counsellor',
  coach: 'coach',
  administratör: 'administrator',
  skolchef: 'head-of-education',
  dataskyddsombud: 'data-protection-officer',
};

/** For the list of commands. */
export const summary = 'Ger någon som arbetar på skolan ett uppdrag och ett inloggningsnamn.';

/** For `--help`. */
export const help = `
./fullfolj staff --given FÖRNAMN --family EFTERNAMN --duty UPPDRAG [--unit KOD] [--log-in NAMN]
                 [--title TITEL] [--organiser NAMN] [--data MAPP]

Lägger in en anställd, eller ger den som redan finns (till exempel en mentor som kom med elevfilen) ett
uppdrag och ett inloggningsnamn. Samma kommando igen ändrar inget.

  --duty UPPDRAG   ${Object.keys(roles).join(', ')}
  --unit KOD       skolenhetens kod, åtta siffror; utan den gäller uppdraget hela huvudmannen
  --log-in NAMN    namnet som inloggningstjänsten känner personen under, till exempel kim@skola.se
  --title TITEL    som man säger: kurator, biträdande rektor
`;

/** Registers one person; answers 0. */
export async function run(args: string[], io: Io): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      given: { type: 'string' },
      family: { type: 'string' },
      duty: { type: 'string' },
      unit: { type: 'string' },
      'log-in': { type: 'string' },
      title: { type: 'string' },
      organiser: { type: 'string' },
      data: { type: 'string' },
    },
  });
  const { given, family } = values;
  const role = roles[values.duty ?? ''];
  if (!given || !family) throw new OperatorError('Skriv vem det är med --given och --family.');
  if (!role) throw new OperatorError(`Skriv uppdraget med --duty: ${Object.keys(roles).join(', ')}.`);
  return withDatabase(io, { data: values.data, role: 'staff' }, async (db) => {
    const { organiserId } = await chosenOrganiser(db, values.organiser);
    await withOrganiser(db, organiserId, async (tx) => {
      const registered = await registerStaff(tx, {
        givenName: given,
        familyName: family,
        federatedName: values['log-in'] ?? null,
        role,
        unitId: await unitOf(tx, values.unit),
        title: values.title ?? null,
        starts: systemClock.today(),
      });
      await logOrRefuse(tx, registered, values['log-in']);
      io.say(
        `${given} ${family} ${registered.ok && registered.became === 'found' ? 'fanns redan och' : 'är inlagd och'} har uppdraget ${values.duty}.`,
      );
    });
    return 0;
  });
}

async function unitOf(tx: Tx, code: string | undefined): Promise<number | null> {
  if (code === undefined) return null;
  const all = await units(tx);
  const found = all.find((unit) => unit.code === code);
  if (found) return found.unitId;
  throw new OperatorError(
    `Skolenheten ${code} finns inte. De som finns: ${all.map((unit) => unit.code).join(', ') || 'inga än'}.`,
  );
}

async function logOrRefuse(tx: Tx, registered: RegisteredStaff, logIn: string | undefined): Promise<void> {
  if (!registered.ok) {
    throw new OperatorError(
      registered.why === 'log-in-taken'
        ? `Inloggningsnamnet ${logIn} används redan av någon annan. Inget är ändrat.`
        : 'Det finns flera personer med det namnet. Inget är ändrat. Ge inloggningsnamnet i källsystemet i stället.',
    );
  }
  record(tx, {
    actor: null,
    action: 'people.duty-given',
    what: 'Uppdrag och inloggningsnamn',
    because: 'operator',
    subjects: [registered.personId],
    at: systemClock.now(),
  });
}
