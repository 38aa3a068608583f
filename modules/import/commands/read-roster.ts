import { othersWords } from '../../../messages/sv/import-others.ts';
import { ensureUnits, isKnownProgramme, units } from '../../organisation/index.ts';
import {
  dangerouslyAllStudentIdentifiers,
  parseCivicNumber,
  type Registration,
  registerStudents,
} from '../../people/index.ts';
import { type RosterReach, reachOf } from '../reading/roster-reach.ts';
import { type ReadStudent, studentReader } from '../reading/student-row.ts';
import { studentSentences } from '../reading/student-sentences.ts';
import { type MissingAtUnit, missingAtUnit } from '../rules/missing-students.ts';
import { type UnitChange, unitChanges } from '../rules/unit-change.ts';
import { countCodes, warningOf } from '../warnings.ts';
import { type Place, placeOf, readAll, type StepContext, type StepResult } from './step.ts';

/** A roster's step tells besides how much it would change. */
export interface RosterResult extends StepResult {
  /** How much it would change at each unit. */
  readonly changes: readonly UnitChange[];
  /** Who is enrolled at the units and stands in none of the files. */
  readonly missing: readonly MissingThere[];
  readonly newUnits: readonly string[];
  readonly hadUnits: boolean;
}

/** Those who are missing at a unit, with its name. */
export interface MissingThere extends MissingAtUnit {
  readonly unit: string;
}

/** Reads `elever` files and registers their students. */
export async function readRoster(context: StepContext): Promise<RosterResult> {
  const read = await readRows(context, reachOf(await units(context.tx), context.onlyUnits));
  const codes = [...new Set(read.students.map((student) => student.unitCode))];
  const ids = await ensureUnits(
    context.tx,
    codes.map((code) => ({ code })),
  );
  const registered = await registerStudents(context.tx, read.students, ids, context.on, context.onlyUnits);
  const counts = { created: 0, updated: 0, unchanged: 0 };
  for (const outcome of registered.outcomes) {
    if (outcome.became !== 'refused') counts[outcome.became] += 1;
    else {
      const { file, number, cells } = read.places[outcome.row]!;
      const column = outcome.code === 'federated-name-taken' ? file.cells.heading('federatedName') : null;
      const says = studentSentences[outcome.code];
      context.refusals.add(file.table.file, number, cells, { column, code: outcome.code, says });
    }
  }
  const about = (code: string): number =>
    registered.warnings.find((each) => each.code === code)?.rows.length ?? 0;
  return {
    ...counts,
    rows: read.rows,
    students: registered.students,
    ...(await changesAt(context, registered, read.places, ids)),
    newUnits: codes.filter((code) => !context.unitsBefore.some((unit) => unit.code === code)),
    hadUnits: context.unitsBefore.length > 0,
    warnings: [
      ...read.warnings,
      ...warningOf(
        'several-units',
        about('several-units'),
        'Eleverna är nu inskrivna på mer än en skolenhet. Läs in dem med Ta bort eller Slutdatum på den skolenhet de har lämnat.',
      ),
      ...warningOf('others-student', registered.othersIdentity.length, othersWords.keptIdentity),
      ...warningOf(
        'mentor-made',
        about('mentor-made'),
        'Mentorer som inte fanns läggs till med bara namn. De behöver en inloggning innan de kan se sina elever.',
      ),
      ...warningOf(
        'mentor-ambiguous',
        about('mentor-ambiguous'),
        'Flera i personalen heter som mentorn. Eleverna fick ingen ny mentor.',
      ),
      ...warningOf(
        'mentor-unknown',
        about('mentor-unknown'),
        'Det som står under Mentor är varken ett namn eller någon i personalen. Eleverna fick ingen ny mentor. Läs in personalen först.',
      ),
    ],
  };
}

/** What changes at each unit, and who is missing there. */
async function changesAt(
  context: StepContext,
  { differences, enrolled, named }: Registration,
  places: readonly Place[],
  ids: ReadonlyMap<string, number>,
): Promise<Pick<RosterResult, 'differences' | 'changes' | 'missing'>> {
  const here = (await units(context.tx)).filter(({ unitId }) => [...ids.values()].includes(unitId));
  const inRefused = await namedInRefused(context);
  const enrolledAt = Map.groupBy(enrolled, (each) => each.unitId);
  const namedAt = Map.groupBy(named, (each) => each.unitId);
  const missing = here.map(({ unitId, name }) => {
    const students = new Set([...(namedAt.get(unitId) ?? []).map((each) => each.studentId), ...inRefused]);
    return {
      unit: name,
      ...missingAtUnit({ unitId, enrolled: enrolledAt.get(unitId) ?? [], named: students }),
    };
  });
  const told = differences.map(({ row, ...each }) => ({
    ...each,
    what: null,
    place: placeOf(places[row]!),
    size: 0,
  }));
  return { differences: told, changes: unitChanges(here, enrolled, differences), missing };
}

/** The students whom refused rows name: they are not missing, although they are not read in. */
async function namedInRefused({ tx, files, refusals, on }: StepContext): Promise<readonly number[]> {
  if (refusals.list.length === 0) return [];
  const known = await dangerouslyAllStudentIdentifiers(tx);
  const cellsOf = new Map(files.map((file) => [file.table.file, file.cells]));
  return refusals.list.flatMap(({ file, cells }) => {
    const row = cellsOf.get(file)!;
    const civic = parseCivicNumber(row.text(cells, 'civic'), on);
    const ids = [
      known.bySourceId.get(row.text(cells, 'source')),
      civic.ok ? known.byCivicNumber.get(civic.civicNumber) : undefined,
    ];
    return ids.filter((id) => id !== undefined);
  });
}

/** A list of names without any of these may be of anybody. */
const placing = ['className', 'programme', 'year', 'schoolForm', 'role', 'groups', 'unit', 'unitName'];

async function readRows(context: StepContext, reach: RosterReach) {
  let others = 0;
  let unplaced = 0;
  const programmes = countCodes();
  const unknown = { 'home-municipality': 0, 'protection-word': 0, year: 0 };
  const { values, places, rows } = await readAll<ReadStudent>(context, 'elever', (file) => {
    const read = studentReader(file.cells, file.table.found.headings.length, context.on, reach);
    return (cells, number) => {
      const answer = read(cells, number);
      if (answer === null) others += 1;
      else if (!placing.some(file.cells.has)) unplaced += 1;
      return answer;
    };
  });
  for (const value of values) {
    for (const what of value.unknown) unknown[what] += 1;
    const programme = value.student.programmeCode;
    if (programme && !isKnownProgramme(programme)) programmes.add(programme);
  }
  const warnings = [
    ...programmes.warning(
      'unknown-programme',
      (codes) => `Okända studievägskoder läses in som de står: ${codes}.`,
    ),
    ...warningOf(
      'unknown-municipality',
      unknown['home-municipality'],
      'Hemkommunen är ingen kommunkod med fyra siffror och läses inte in.',
    ),
    ...warningOf(
      'unknown-protection',
      unknown['protection-word'],
      'Ordet i Sekretessmarkering är okänt. Eleverna läses in med skyddade uppgifter.',
    ),
    ...warningOf(
      'no-placement',
      unplaced,
      'Filen säger inget om klass, program eller årskurs. Läs in den bara om det är en lista över elever.',
    ),
    ...warningOf(
      'not-students',
      others,
      'Rader om personal eller vårdnadshavare läses inte ur en elevfil. Ta ut dem som egna filer.',
    ),
    ...warningOf('unknown-year', unknown.year, 'Årskursen är inget tal och läses inte in.'),
  ];
  return { students: values.map((value) => value.student), places, rows, warnings };
}
