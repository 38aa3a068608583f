import {
  dangerouslyAllStudentIdentifiers,
  type GuardianRow,
  type GuardianWeight,
  registerGuardians,
} from '../../people/index.ts';
import { studentFinder } from '../reading/find-student.ts';
import { guardianReader } from '../reading/guardian-row.ts';
import { guardianSentences } from '../reading/guardian-sentences.ts';
import { warningOf } from '../warnings.ts';
import { readAll, type StepContext, type StepResult } from './step.ts';

/** A step of guardians tells besides how much it changes. */
export interface GuardiansResult extends StepResult {
  readonly guardians: GuardianWeight;
}

/** Reads `vardnadshavare` files and registers guardians of students who are read in. */
export async function readGuardians(context: StepContext): Promise<GuardiansResult> {
  const { tx, actor, onlyUnits, on } = context;
  const known = await dangerouslyAllStudentIdentifiers(tx, onlyUnits);
  let others = 0;
  const { values, places, rows } = await readAll<GuardianRow>(context, 'vardnadshavare', (file) => {
    const columns = {
      civic: file.cells.heading('studentCivic'),
      source: file.cells.heading('studentSource'),
    };
    const find = studentFinder(known, on, columns);
    const read = guardianReader(file.cells, file.table.found.headings.length, find, on);
    return (cells, number) => {
      const answer = read(cells, number);
      if (answer === null) others += 1;
      return answer;
    };
  });
  const own = new Set([...known.byCivicNumber.values(), ...known.bySourceId.values()]);
  const reader = { personId: actor?.personId ?? null, onlyStudents: onlyUnits === null ? null : own };
  const registered = await registerGuardians(tx, values, reader, on);
  const counts = { created: 0, updated: 0, unchanged: 0 };
  for (const outcome of registered.outcomes) {
    if (outcome.became !== 'refused') counts[outcome.became] += 1;
    else {
      const { file, number, cells } = places[outcome.row]!;
      const column = outcome.code === 'federated-name-taken' ? file.cells.heading('federatedName') : null;
      const says = guardianSentences[outcome.code];
      context.refusals.add(file.table.file, number, cells, { column, code: outcome.code, says });
    }
  }
  const warnings = [
    ...warningOf(
      'not-guardians',
      others,
      'Rader om andra än vårdnadshavare läses inte: de får inte se elevens sida.',
    ),
    ...warningOf(
      'guardian-kept',
      registered.kept.length,
      'Namn och inloggning ändras inte för den som arbetar här eller är vårdnadshavare för en elev på en annan skolenhet.',
    ),
  ];
  return { ...counts, rows, warnings, students: [], differences: [], guardians: registered.weight };
}
