import { record } from '../../audit/index.ts';
import { ensureUnits, units } from '../../organisation/index.ts';
import { registerStaffList, type StaffWeight } from '../../people/index.ts';
import { reachOf } from '../reading/roster-reach.ts';
import { type ReadStaff, staffReader } from '../reading/staff-row.ts';
import { staffSentences } from '../reading/staff-sentences.ts';
import { countCodes, warningOf } from '../warnings.ts';
import { readAll, type StepContext, type StepResult } from './step.ts';

/** A step of staff tells besides how much it changes of who may see whom, by unit names. */
export interface StaffResult extends StepResult {
  readonly staff: StaffWeight;
  readonly unitNames: ReadonlyMap<number, string>;
}

/** Reads `personal` files and registers their staff. Every duty that opens a unit's students is a line in the log. */
export async function readStaff(context: StepContext): Promise<StaffResult> {
  const { tx, actor, onlyUnits, on } = context;
  const reach = reachOf(await units(tx), onlyUnits);
  const { values, places, rows } = await readAll<ReadStaff>(context, 'personal', (file) =>
    staffReader(file.cells, file.table.found.headings.length, on, reach),
  );
  const staff = values.map((value) => value.staff);
  const codes = [...new Set(staff.map((each) => each.unitCode))];
  const ids = await ensureUnits(
    tx,
    codes.map((code) => ({ code })),
  );
  const reader = { personId: actor?.personId ?? null, onlyUnits };
  const registered = await registerStaffList(tx, staff, ids, reader, on);
  const counts = { created: 0, updated: 0, unchanged: 0 };
  for (const outcome of registered.outcomes) {
    if (outcome.became !== 'refused') counts[outcome.became] += 1;
    else {
      const { file, number, cells } = places[outcome.row]!;
      const column = outcome.code === 'federated-name-taken' ? file.cells.heading('federatedName') : null;
      const says = staffSentences[outcome.code];
      context.refusals.add(file.table.file, number, cells, { column, code: outcome.code, says });
    }
  }
  recordOpened(context, registered.weight);
  const unitNames = new Map((await units(tx)).map((unit) => [unit.unitId, unit.name]));
  const warnings = warningsOf(values, registered.warnings);
  return { ...counts, rows, warnings, students: [], differences: [], staff: registered.weight, unitNames };
}

function recordOpened({ tx, actor, now }: StepContext, { opened }: StaffWeight): void {
  if (opened.length === 0) return;
  record(tx, {
    actor,
    action: 'people.duty-given',
    what: 'Uppdrag ur en fil med personal',
    because: actor?.because ?? 'operator',
    subjects: [...new Set(opened.map((each) => each.personId))],
    at: now(),
  });
}

function warningsOf(
  values: readonly ReadStaff[],
  told: Awaited<ReturnType<typeof registerStaffList>>['warnings'],
): StepResult['warnings'] {
  const about = (code: string): number => told.find((each) => each.code === code)?.rows.length ?? 0;
  const categories = countCodes();
  for (const { unknownCategory } of values) if (unknownCategory !== null) categories.add(unknownCategory);
  return [
    ...categories.warning(
      'unknown-category',
      (list) =>
        `Personalkategorier som inte ger något uppdrag här: ${list}. Personerna läses in utan uppdrag.`,
    ),
    ...warningOf(
      'unknown-protection',
      values.filter((value) => !value.knownProtection).length,
      'Ordet i Sekretessmarkering är okänt. Personerna läses in med skyddade uppgifter.',
    ),
    ...warningOf(
      'staff-adopted',
      about('adopted'),
      'Personal som bara fanns med namn har fått personnummer, Person-ID och inloggning ur filen. Titta att det är rätt person.',
    ),
    ...warningOf(
      'staff-kept',
      about('kept'),
      'Namn och inloggning ändras inte för den som läser in, för den som har uppdrag på en annan skolenhet eller för den som har ett uppdrag som en fil inte får ge.',
    ),
    ...warningOf(
      'still-mentor',
      about('still-mentor'),
      'Uppdraget avslutas, men personen är fortfarande mentor för elever. Läs in eleverna med en ny mentor.',
    ),
  ];
}
