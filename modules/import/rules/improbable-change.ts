import type { Check } from '../report.ts';

/**
 * What is so much change at once that the file is a suspect: the run stops and asks. Shares are of 1; the small numbers
 * keep a class of twelve or a file of nine rows from being stopped by a single row.
 */
export const improbable = {
  /** Of the students enrolled at the file's units: change class, end, or change name. */
  studentsChanged: 0.2,
  studentsAtLeast: 5,
  /** Of the file's rows. */
  rowsRefused: 0.1,
  refusedAtLeast: 20,
  /** A unit's lessons in a week against the median of its earlier weeks, as many weekdays compared. */
  lessonsDiffer: 0.5,
  lessonsAtLeast: 200,
  earlierWeeks: 3,
  /** The absence share of the file's period against the usual one. */
  absenceTimes: 3,
  /** An absence share under this is never improbable. */
  absenceAtLeast: 0.15,
  /** Two hundred lessons of an hour. */
  absenceMinutesAtLeast: 12_000,
} as const;

/** How much a roster changes, in students. */
export interface RosterFacts {
  readonly before: number;
  readonly changedClass: number;
  readonly ended: number;
  readonly changedName: number;
  readonly unprotected: number;
}

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

/** Absence share (of reported minutes) in the imported period and in the twelve weeks before it; null where nothing is reported. */
export interface AbsenceFacts {
  readonly imported: number | null;
  /** Minutes reported in the imported period: a handful of lessons says nothing of the usual. */
  readonly importedMinutes: number;
  readonly usual: number | null;
}

/** Checks what a roster would do to the students that were there before. Nobody there before: nothing can be improbable. */
export function checkRoster(facts: RosterFacts): readonly Check[] {
  const many = (count: number): boolean =>
    count >= improbable.studentsAtLeast && count > improbable.studentsChanged * facts.before;
  const of = (count: number): string => `${count} av ${facts.before} elever`;
  return [
    check('changed-class', 'Klasser', many(facts.changedClass), `${of(facts.changedClass)} byter klass.`),
    check('ended', 'Ingen elev försvinner', many(facts.ended), `${of(facts.ended)} avslutas.`),
    check('changed-name', 'Namn', many(facts.changedName), `${of(facts.changedName)} byter namn.`),
    check('unprotected', 'Skyddade uppgifter', facts.unprotected > 0, unprotectedSays(facts.unprotected)),
  ];
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

function unprotectedSays(count: number): string {
  return count === 0
    ? 'Ingen elev förlorar sin skyddsmarkering.'
    : `${count} elever som har skyddade uppgifter saknar markering i filen. Går ni vidare tas skyddet bort.`;
}

/** A unit that was not there before is said, since a code may be mistyped; a school that joins is nothing improbable. */
export function checkUnits(hadUnits: boolean, newUnits: readonly string[]): Check {
  const holds = !hadUnits || newUnits.length === 0;
  const says = holds ? 'Alla skolenheter är kända.' : `Nya skolenheter läggs till: ${newUnits.join(', ')}.`;
  return { code: 'new-units', title: 'Skolenheter', says, stops: false, holds };
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
  const listed = [...more, ...fewer].slice(0, 5).map(weekSays).join(' ');
  const says = listed || `${all} lektioner mot ${usual} vanliga veckor.`;
  const change = usual === 0 ? {} : { change: all / usual - 1 };
  const holds = more.length + fewer.length === 0;
  return [{ code: 'lessons', title: 'Antal lektioner', says, stops: more.length > 0, holds, ...change }];
}

function weekSays(week: UnitWeekFacts): string {
  return `${week.unit}, veckan från ${week.monday}: ${week.lessons} lektioner mot ${week.usual} vanliga veckor.`;
}

/** Checks the absence against the usual. */
export function checkAbsence({ imported, importedMinutes, usual }: AbsenceFacts): readonly Check[] {
  if (imported === null || usual === null || importedMinutes < improbable.absenceMinutesAtLeast) return [];
  const much = imported >= improbable.absenceAtLeast && imported > improbable.absenceTimes * usual;
  return [
    check(
      'absence',
      'Frånvaro',
      much,
      `${percent(imported)} i filens period mot ${percent(usual)} veckorna före.`,
    ),
  ];
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1).replace('.', ',')} %`;
}

function check(code: string, title: string, stops: boolean, says: string): Check {
  return { code, title, says, stops, holds: !stops };
}
