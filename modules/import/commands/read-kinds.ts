import type { Tx } from '../../../platform/server/db.ts';
import { units } from '../../organisation/index.ts';
import type { FileDuty } from '../../people/index.ts';
import { attendanceFacts } from '../queries/attendance-facts.ts';
import { type UnitWeekSums, withStored } from '../queries/stored-sums.ts';
import { forEachKind, type Kind, kindSpecs, kinds } from '../reading/file-kinds.ts';
import type { RefusedRow, Warning } from '../reading/refusal.ts';
import { collectRefusals, mostListed, type Refusals, type RefusedWithCells } from '../refusals.ts';
import type { Check, ImportReport, KindReport } from '../report.ts';
import { nothingRead } from '../report.ts';
import {
  checkAbsence,
  checkGuardians,
  checkLessons,
  checkRefused,
  checkRoster,
  checkStaff,
  checkUnits,
  type StaffFacts,
} from '../rules/improbable-change.ts';
import { warningOf } from '../warnings.ts';
import type { OpenedFiles } from './open-files.ts';
import { readCompulsoryGrades } from './read-compulsory-grades.ts';
import { readGrades } from './read-grades.ts';
import { type GuardiansResult, readGuardians } from './read-guardians.ts';
import { type LessonsResult, readLessons } from './read-lessons.ts';
import { readPeriodTotals } from './read-period-totals.ts';
import { type RosterResult, readRoster } from './read-roster.ts';
import { readStaff, type StaffResult } from './read-staff.ts';
import type { ImportOptions } from './run-import.ts';
import type { StepContext, StepResult } from './step.ts';

/** What reading all kinds came to, before it is decided whether it stands. */
export interface ReadKinds {
  readonly kinds: ImportReport['kinds'];
  readonly rows: ReadonlyMap<string, number>;
  readonly refused: readonly RefusedWithCells[];
  readonly checks: readonly Check[];
  readonly students: readonly number[];
  readonly weeks: number;
  readonly period: ImportReport['period'];
  readonly reconciliation: readonly UnitWeekSums[];
}

const steps: Readonly<
  Record<
    Kind,
    (
      context: StepContext,
    ) => Promise<StepResult | StaffResult | RosterResult | GuardiansResult | LessonsResult>
  >
> = {
  personal: readStaff,
  elever: readRoster,
  vardnadshavare: readGuardians,
  narvaro: readLessons,
  narvaro_summa: readPeriodTotals,
  betyg: readGrades,
  slutbetyg: readCompulsoryGrades,
};

/** Reads the files kind by kind, students first, whatever the files are called. */
export async function readKinds(
  tx: Tx,
  opened: OpenedFiles,
  options: Pick<ImportOptions, 'on' | 'onlyUnits' | 'onProgress' | 'actor' | 'now'>,
): Promise<ReadKinds> {
  const reports = forEachKind((): KindReport => nothingRead);
  const rows = new Map<string, number>();
  const refused: RefusedWithCells[] = [];
  const checks: Check[] = [];
  const students = new Set<number>();
  const before = await units(tx);
  let lessons: LessonsResult | undefined;
  for (const kind of kinds) {
    const files = opened.byKind[kind];
    const resembling = opened.resembling
      .filter((each) => each.kind === kind)
      .map(({ says }) => ({ code: 'file-not-read', says, rows: 0 }));
    if (files.length === 0) {
      reports[kind] = { ...nothingRead, warnings: resembling };
      continue;
    }
    const refusals = collectRefusals();
    const context = {
      tx,
      on: options.on,
      onlyUnits: options.onlyUnits,
      actor: options.actor,
      now: options.now,
      files,
      refusals,
      onProgress: options.onProgress ?? (() => undefined),
    };
    const result = await steps[kind](context);
    reports[kind] = kindReport(result, refusals, resembling);
    for (const [file, count] of result.rows) rows.set(file, count);
    for (const student of result.students) students.add(student);
    refused.push(...refusals.list);
    const read = [...result.rows.values()].reduce((sum, count) => sum + count, 0);
    checks.push(checkRefused(kindSpecs[kind].title, refusals.count(), read));
    if ('roster' in result) checks.push(...checkRoster(result.roster));
    if ('guardians' in result) checks.push(...checkGuardians(result.guardians));
    if ('staff' in result) checks.push(...checkStaff(staffFacts(result)));
    if ('weeks' in result) lessons = result;
  }
  if (opened.byKind.elever.length + opened.byKind.personal.length > 0) {
    const codes = (await units(tx)).map((unit) => unit.code);
    const added = codes.filter((code) => !before.some((unit) => unit.code === code));
    checks.push(checkUnits(before.length > 0, added));
  }
  if (lessons?.period && lessons.created + lessons.updated > 0) {
    const facts = await attendanceFacts(tx, lessons.period);
    checks.push(...checkLessons(facts.weeks), ...checkAbsence(facts.absence));
  }
  return {
    kinds: reports,
    rows,
    refused,
    checks,
    students: [...students],
    weeks: lessons?.weeks ?? 0,
    period: lessons?.period ?? null,
    reconciliation: lessons ? await withStored(tx, lessons.sums) : [],
  };
}

const dutyWords: Readonly<Record<FileDuty, string>> = {
  teacher: 'lärare',
  principal: 'rektor',
  'health-team': 'elevhälsa',
  'career-counsellor': 'studie- och yrkesvägledare',
  coach: 'elevcoach',
};

function staffFacts({ staff, unitNames }: StaffResult): StaffFacts {
  const alike = Map.groupBy(staff.opened, (each) => `${each.role}|${each.unitId}`);
  const opened = [...alike.values()].map((duties) => {
    const { role, unitId } = duties[0]!;
    return `${duties.length} ${dutyWords[role]} på ${unitNames.get(unitId) ?? ''}`;
  });
  return { ...staff, opened };
}

function kindReport(result: StepResult, refusals: Refusals, resembling: readonly Warning[]): KindReport {
  const unlisted = refusals.count() - refusals.list.length;
  const more = warningOf(
    'more-refused',
    unlisted,
    `Fler än ${mostListed} rader stoppas. Resten listas inte.`,
  );
  return {
    created: result.created,
    updated: result.updated,
    unchanged: result.unchanged,
    refused: refusals.list.map(withoutCells),
    warnings: [...result.warnings, ...more, ...resembling],
  };
}

function withoutCells({ file, row, column, code, says }: RefusedWithCells): RefusedRow {
  return { file, row, column, code, says };
}
