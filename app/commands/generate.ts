import { setImmediate } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Generated, generate, mayWriteInto } from '../../fixtures/generator/generate.ts';
import { latestStart } from '../../fixtures/generator/latest-start.ts';
import { type Profile, profileStudents, profiles } from '../../fixtures/generator/organiser.ts';
import { isLocalDate, type LocalDate } from '../../platform/local-date.ts';
import { systemClock } from '../../platform/server/clock.ts';
import { OperatorError } from '../../platform/server/operator-error.ts';
import type { Io } from '../command.ts';

/** For the list of commands. */
export const summary = 'Skriver en påhittad huvudman i importformaten, med facit vid sidan om.';

/** For `--help`. */
export const help = `
./fullfolj generate --out MAPP [--students N] [--seed S] [--weeks W] [--profile P] [--start DATUM] [--json]

Skriver elever.csv, narvaro-ÅÅÅÅ-MM.csv och betyg.csv som om de kom från en skolas egna system. I facit/
står vad som är planterat för varje elev och de minuter en import ska hitta, i audit/ bakgrund som bara
får användas för att granska rättvisa. Samma frö ger samma filer.

  --out MAPP      mappen som skrivs; tom, ny eller skriven av generate tidigare
  --students N    antal elever (annars profilens: 1200, liten 250); över 41 493 saknar några personnummer
  --seed S        frö, ett heltal (annars 1)
  --weeks W       kalenderveckor från start, lov inräknade (annars 40; 43 når läsårets slut)
  --profile P     normal, liten eller valdemarsvik (annars normal)
  --start DATUM   första skoldagen (annars senaste augusti som hela tiden ryms efter)
  --json          ett JSON-dokument om det som skrevs

Personnumren kommer från Skatteverkets lista över testpersonnummer. Den har ungefär 730 per födelseår, så
i stora skolor är en del elever yngre eller äldre än sin klass.
`;

/** Generates and says what was written. */
export async function run(args: string[], io: Io): Promise<number> {
  const wish = readWish(args);
  if (!mayWriteInto(wish.out)) {
    throw new OperatorError(`Mappen ${wish.out} innehåller annat. Välj en tom mapp. Inget är skrivet.`);
  }
  const done = await generate(wish.order, wish.profile, wish.out, async (share) => {
    io.progress(`Skriver lektioner: ${Math.floor(share * 100)} %`);
    await setImmediate();
    if (io.stopping.aborted) throw new OperatorError(`Avbrutet. Filerna i ${wish.out} är inte hela.`);
  });
  io.progress('');
  if (wish.json) io.out(JSON.stringify(done));
  else io.out(inWords(done));
  return 0;
}

function readWish(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      out: { type: 'string' },
      students: { type: 'string' },
      seed: { type: 'string', default: '1' },
      weeks: { type: 'string', default: '40' },
      profile: { type: 'string', default: 'normal' },
      start: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  if (!values.out) throw new OperatorError('Säg var filerna ska skrivas med --out MAPP.');
  const profile = profiles.find((each) => each === values.profile);
  if (!profile) throw new OperatorError(`Profilen heter ${profiles.join(', ')}.`);
  return { out: values.out, profile, json: values.json, order: readOrder(values, profile) };
}

function readOrder(
  values: { students?: string | undefined; seed: string; weeks: string; start?: string | undefined },
  profile: Profile,
) {
  const weeks = whole('--weeks', values.weeks, 1, 43);
  return {
    students: whole('--students', values.students ?? String(profileStudents[profile]), 1, 200_000),
    seed: whole('--seed', values.seed, 0, 2_147_483_647),
    weeks,
    start: values.start === undefined ? latestStart(systemClock.today(), weeks) : startDay(values.start),
  };
}

function whole(flag: string, text: string, min: number, max: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  throw new OperatorError(`${flag} ska vara ett heltal från ${min} till ${max}.`);
}

function startDay(text: string): LocalDate {
  if (isLocalDate(text)) return text;
  throw new OperatorError('--start ska vara ett datum, till exempel 2025-08-18.');
}

function inWords(done: Generated): string {
  const numbers = new Intl.NumberFormat('sv-SE');
  return [
    `${numbers.format(done.students)} elever i ${done.classes} klasser på ${done.units} skolenheter.`,
    `${numbers.format(done.lessons)} lektionsrader, ${done.schoolDays} skoldagar ${done.from}–${done.to}.`,
    `Läs in med: ./fullfolj import files ${done.out}`,
    `Facit: ${done.out}/facit/facit.json`,
  ].join('\n');
}
