import type { Tx } from '../../../platform/server/db.ts';
import { type SchoolUnit, units } from '../../organisation/index.ts';
import type { FileDuty } from '../../people/index.ts';
import { attendanceFacts } from '../queries/attendance-facts.ts';
import { type UnitWeekSums, withStored } from '../queries/stored-sums.ts';
import { forEachKind, type Kind, kindSpecs, kinds } from '../reading/file-kinds.ts';
import type { RefusedRow, Warning } from '../reading/refusal.ts';
import { collectRefusals, type Refusals, type RefusedWithCells } from '../refusals.ts';
import type { Check, ImportReport, KindReport } from '../report.ts';
import { nothingRead } from '../report.ts';
import {
  checkAbsence,
  checkGuardians,
  checkLessons,
  checkRefused,
  checkRoster,
  checkStaff,
  type KnownUnits,
  type StaffFacts,
  unitsCheck,
} from '../rules/improbable-change.ts';
import { warningOf } from '../warnings.ts';
import { stopIfCancelled } from './cancellation.ts';
import type { ImportOptions } from './import-options.ts';
import type { OpenedFiles } from './open-files.ts';
import { readCompulsoryGrades } from './read-compulsory-grades.ts';
import { readGrades } from './read-grades.ts';
import { type GuardiansResult, readGuardians } from './read-guardians.ts';
import { type LessonsResult, readLessons } from './read-lessons.ts';
import { readPeriodTotals } from './read-period-totals.ts';
import { type RosterResult, readRoster } from './read-roster.ts';
import { readStaff, type StaffResult } from './read-staff.ts';
import { anyStudent, type RunStory, storyTeller } from './run-story.ts';
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
  readonly story: RunStory;
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
  options: Pick<ImportOptions, 'on' | 'onlyUnits' | 'onProgress' | 'signal' | 'actor' | 'now'>,
): Promise<ReadKinds> {
  const reports = forEachKind((): KindReport => nothingRead);
  const isFirst = !(await anyStudent(tx));
  const story = storyTeller();
  const onProgress = options.onProgress ?? (() => undefined);
  for (const kind of kinds) if (opened.byKind[kind].length > 0) onProgress({ kind, share: 0, rows: 0 });
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
      unitsBefore: before,
      actor: options.actor,
      now: options.now,
      files,
      refusals,
      onProgress,
      signal: options.signal,
    };
    stopIfCancelled(options.signal);
    const result = await steps[kind](context);
    story.add(result);
    reports[kind] = kindReport(result, refusals, resembling);
    for (const [file, count] of result.rows) rows.set(file, count);
    for (const student of result.students) students.add(student);
    refused.push(...refusals.list);
    const read = [...result.rows.values()].reduce((sum, count) => sum + count, 0);
    checks.push(checkRefused(kindSpecs[kind].title, refusals.count(), read));
    onProgress({ kind, share: 1, rows: read, done: true });
    if ('changes' in result) checks.push(...checkRoster(result.changes, result));
    if ('guardians' in result) checks.push(...checkGuardians(result.guardians));
    if ('staff' in result) checks.push(...checkStaff(staffFacts(result)));
    if ('weeks' in result) lessons = result;
  }
  if (opened.byKind.personal.length > 0 && opened.byKind.elever.length === 0)
    checks.push(unitsCheck(newUnits(before, await units(tx))));
  if (lessons?.period && lessons.created + lessons.updated > 0) {
    const facts = await attendanceFacts(tx, lessons.period);
    checks.push(...checkLessons(facts.weeks), ...checkAbsence(facts.absence));
  }
  const reconciliation = lessons ? await withStored(tx, lessons.sums) : [];
  return {
    kinds: reports,
    rows,
    refused,
    checks,
    students: [...students],
    weeks: lessons?.weeks ?? 0,
    period: lessons?.period ?? null,
    reconciliation,
    story: await story.told(tx, isFirst, { period: lessons?.period ?? null, sums: reconciliation }),
  };
}

/** Which units were made since `before`. */
export function newUnits(before: readonly SchoolUnit[], now: readonly SchoolUnit[]): KnownUnits {
  const added = now.filter((unit) => !before.some((each) => each.unitId === unit.unitId));
  return { newUnits: added.map((unit) => unit.code), hadUnits: before.length > 0 };
}

const dutyWords: Readonly<Record<FileDuty, string>> = {
  mentor: 'mentor',
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
    `Fler än ${refusals.list.length} rader stoppas. Resten listas inte.`,
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
