import type { Check } from '../report.ts';
import type { UnitChange } from './unit-change.ts';

/**
 * What is so much change at once that the file is a suspect: the run stops and asks. Shares are of 1; the small numbers
 * keep a class of twelve or a file of nine rows from being stopped by a single row.
 */
export const improbable = {
  /** Of the students enrolled at a unit: change class, end, or change name. */
  studentsChanged: 0.2,
  studentsAtLeast: 5,
  /** Of the file's rows. */
  rowsRefused: 0.1,
  refusedAtLeast: 20,
  /** A unit's lessons in a week against the median of its earlier weeks, as many weekdays compared. */
  lessonsDiffer: 0.5,
  lessonsAtLeast: 200,
  earlierWeeks: 3,
  /** A unit's absence share in the file's period against the usual one. */
  absenceTimes: 3,
  /** An absence share under this is never improbable. */
  absenceAtLeast: 0.15,
  /** Two hundred lessons of an hour. */
  absenceMinutesAtLeast: 12_000,
} as const;

/** How much a list of staff changes of who may see whom. */
export interface StaffFacts {
  /** Duties that went on at the list's units. */
  readonly before: number;
  readonly ended: number;
  readonly unprotected: number;
  /** Duties given that open every student of a unit, in words: "2 rektor på Ekdalagymnasiet". */
  readonly opened: readonly string[];
}

/** How a unit's lessons in one week, after the import, compare with its earlier weeks on the same weekdays. */
export interface UnitWeekFacts {
  readonly unit: string;
  readonly monday: string;
  readonly lessons: number;
  /** Median of the earlier weeks; how many there are. */
  readonly usual: number;
  readonly earlierWeeks: number;
}

/** A unit's absence share (of reported minutes) in the imported period and in the weeks before it; null where nothing is reported. */
export interface AbsenceFacts {
  readonly unit: string;
  readonly imported: number | null;
  /** Minutes reported in the imported period: a handful of lessons says nothing of the usual. */
  readonly importedMinutes: number;
  readonly usual: number | null;
}

/**
 * Checks what a roster would do to the students that were there before, unit by unit: what would empty a small school is
 * little to a large organiser. Nobody there before: nothing can be improbable.
 */
export function checkRoster(units: readonly UnitChange[], known: KnownUnits): readonly Check[] {
  return [
    perUnit(units, 'changed-class', 'Klasser', ({ changedClass }) => changedClass, 'byter klass'),
    perUnit(units, 'ended', 'Avslutade elever', ({ ended }) => ended, 'avslutas'),
    perUnit(units, 'changed-name', 'Namn', ({ changedName }) => changedName, 'byter namn'),
    protectionCheck(units),
    unitsCheck(known),
  ];
}

/** Which unit codes of a roster are new, and whether the organiser had any unit before. */
export interface KnownUnits {
  readonly newUnits: readonly string[];
  readonly hadUnits: boolean;
}

function perUnit(
  units: readonly UnitChange[],
  code: string,
  title: string,
  countOf: (unit: UnitChange) => number,
  verb: string,
): Check {
  const many = units.filter((unit) => {
    const count = countOf(unit);
    return count >= improbable.studentsAtLeast && count > improbable.studentsChanged * unit.before;
  });
  const of = (count: number, before: number): string => `${count} av ${students(before)} ${verb}.`;
  const all = of(sum(units.map(countOf)), sum(units.map((unit) => unit.before)));
  const said = many.map((unit) => `${unit.unit}: ${of(countOf(unit), unit.before)}`);
  return check(code, title, many.length > 0, listed(said) || all);
}

function protectionCheck(units: readonly UnitChange[]): Check {
  const losing = units.filter((unit) => unit.unprotected > 0);
  const said = losing.map(
    ({ unit, unprotected }) =>
      `${unit}: ${students(unprotected)} med skyddade uppgifter saknar markering i filen.`,
  );
  const says =
    losing.length === 0
      ? 'Ingen elev förlorar sin skyddsmarkering.'
      : `${listed(said)} Läses filen in ändå tas skyddet bort.`;
  return check('unprotected', 'Skyddade uppgifter', losing.length > 0, says);
}

/** A unit that was not there before is said, since a code may be mistyped; a school that joins is nothing improbable. */
export function unitsCheck({ newUnits, hadUnits }: KnownUnits): Check {
  const holds = !hadUnits || newUnits.length === 0;
  const says = holds ? 'Alla skolenheter är kända.' : `Nya skolenheter läggs till: ${newUnits.join(', ')}.`;
  return { code: 'new-units', title: 'Skolenheter', says, stops: false, holds };
}

/**
 * Checks what a list of staff would do. A duty that opens every student of a unit stops nothing, since schools begin
 * every year with some, but is always told.
 */
export function checkStaff({ before, ended, unprotected, opened }: StaffFacts): readonly Check[] {
  const many = ended >= improbable.studentsAtLeast && ended > improbable.studentsChanged * before;
  const lost = 'Skyddsmarkeringen tas bort för personal som har den. Gå vidare bara om det stämmer.';
  return [
    check('staff-ended', 'Uppdrag', many, `${ended} av ${before} uppdrag avslutas.`),
    ...(unprotected > 0 ? [check('staff-unprotected', 'Skyddad personal', true, lost)] : []),
    ...(opened.length > 0
      ? [
          {
            code: 'staff-opened',
            title: 'Uppdrag som öppnar alla elever på en skolenhet',
            says: `Filen ger ${opened.join(', ')}.`,
            stops: false,
            holds: false,
          },
        ]
      : []),
  ];
}

/** Checks what a list of guardians would do to the guardianships of its students. */
export function checkGuardians(facts: {
  readonly before: number;
  readonly ended: number;
  readonly unprotected: number;
}): readonly Check[] {
  const { before, ended, unprotected } = facts;
  const many = ended >= improbable.studentsAtLeast && ended > improbable.studentsChanged * before;
  const lost = 'Skyddsmarkeringen tas bort för vårdnadshavare som har den. Gå vidare bara om det stämmer.';
  const says = `${ended} av ${before} vårdnadshavare avslutas.`;
  return [
    check('guardians-ended', 'Vårdnadshavare', many, says),
    ...(unprotected > 0 ? [check('guardians-unprotected', 'Skyddade vårdnadshavare', true, lost)] : []),
  ];
}

/** Checks how many of the rows were refused. */
export function checkRefused(title: string, refused: number, rows: number): Check {
  const many = refused >= improbable.refusedAtLeast && refused > improbable.rowsRefused * rows;
  return check('refused', `${title}: stoppade rader`, many, `${refused} av ${rows} rader stoppas.`);
}

/**
 * Checks the number of lessons per unit and week. Far more than usual stops; far fewer is said but stops nothing, since
 * rows that are missing delete nothing and a file may hold one class.
 */
export function checkLessons(weeks: readonly UnitWeekFacts[]): readonly Check[] {
  const comparable = weeks.filter(
    (week) =>
      week.earlierWeeks >= improbable.earlierWeeks &&
      Math.max(week.lessons, week.usual) >= improbable.lessonsAtLeast,
  );
  const more = comparable.filter((week) => week.lessons > (1 + improbable.lessonsDiffer) * week.usual);
  const fewer = comparable.filter((week) => week.lessons < (1 - improbable.lessonsDiffer) * week.usual);
  if (comparable.length === 0) return [];
  const all = comparable.reduce((sum, week) => sum + week.lessons, 0);
  const usual = comparable.reduce((sum, week) => sum + week.usual, 0);
  const says = listed([...more, ...fewer].map(weekSays)) || `${all} lektioner mot ${usual} vanliga veckor.`;
  const change = usual === 0 ? {} : { change: all / usual - 1 };
  const holds = more.length + fewer.length === 0;
  return [{ code: 'lessons', title: 'Antal lektioner', says, stops: more.length > 0, holds, ...change }];
}

function weekSays(week: UnitWeekFacts): string {
  return `${week.unit}, veckan från ${week.monday}: ${week.lessons} lektioner mot ${week.usual} vanliga veckor.`;
}

/** Checks the absence against the usual, unit by unit. */
export function checkAbsence(units: readonly AbsenceFacts[]): readonly Check[] {
  const comparable = units.flatMap(({ unit, imported, importedMinutes, usual }) =>
    imported === null || usual === null || importedMinutes < improbable.absenceMinutesAtLeast
      ? []
      : [{ unit, imported, usual }],
  );
  if (comparable.length === 0) return [];
  const much = comparable.filter(
    ({ imported, usual }) =>
      imported >= improbable.absenceAtLeast && imported > improbable.absenceTimes * usual,
  );
  const most = comparable.toSorted((a, b) => b.imported - a.imported).slice(0, 1);
  const said = (much.length > 0 ? much : most).map(
    ({ unit, imported, usual }) =>
      `${unit}: ${percent(imported)} i filens period mot ${percent(usual)} veckorna före.`,
  );
  return [check('absence', 'Frånvaro', much.length > 0, listed(said))];
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1).replace('.', ',')} %`;
}

function check(code: string, title: string, stops: boolean, says: string): Check {
  return { code, title, says, stops, holds: !stops };
}

const mostListed = 5;

/** The first five sentences, and how many units or weeks more there are. */
function listed(sentences: readonly string[]): string {
  const more = sentences.length - mostListed;
  return [...sentences.slice(0, mostListed), ...(more > 0 ? [`Och ${more} till.`] : [])].join(' ');
}

function students(count: number): string {
  return `${count} ${count === 1 ? 'elev' : 'elever'}`;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}
