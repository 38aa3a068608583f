import { type ImportReport, kinds } from '../../modules/import/index.ts';
import type { BrokenFile } from './broken-file.ts';
import type { StoredState } from './stored-state.ts';

/** A run with what was stored before and after it. */
export interface JudgedRun {
  readonly file: BrokenFile;
  readonly report: ImportReport;
  readonly before: StoredState;
  readonly after: StoredState;
  /** Refused rows that were written down with the run; null when the run left no trace. */
  readonly written: number | null;
  /** What no sentence may quote. */
  readonly secrets: readonly string[];
}

/** Which bars a run broke, in words; none when it behaved. */
export function faultsOfRun(run: JudgedRun): readonly string[] {
  return [
    ...partlyWritten(run),
    ...notAddingUp(run),
    ...badlyNamed(run),
    ...quoting(run),
    ...(run.file.reads === 'nothing' && rowsIn(run.report) > 0 ? ['läste det som inte går att läsa'] : []),
  ];
}

function partlyWritten({ report, before, after, written }: JudgedRun): string[] {
  if (report.state !== 'done')
    return before.sum === after.sum ? [] : ['skrev något fast körningen inte blev av'];
  const grown = [
    ['lektioner', after.lessons - before.lessons, report.kinds.narvaro.created],
    ['periodsummor', after.totals - before.totals, report.kinds.narvaro_summa.created],
    ['betyg', after.grades - before.grades, report.kinds.betyg.created],
  ] as const;
  const wrong = grown.flatMap(([what, found, said]) =>
    found === said ? [] : [`${what}: ${found} nya lagrade, ${said} sagda`],
  );
  if (refusedIn(report) !== (written ?? 0)) wrong.push('stoppade rader är inte nedskrivna');
  return wrong;
}

function notAddingUp({ report, file }: JudgedRun): string[] {
  if (report.state === 'failed') return [];
  const answered = kinds.reduce((sum, kind) => {
    const { created, updated, unchanged, refused } = report.kinds[kind];
    return sum + created + updated + unchanged + refused.length;
  }, 0);
  const read = rowsIn(report);
  const faults = answered === read ? [] : [`${read} rader lästa, ${answered} besvarade`];
  const places = kinds.flatMap((kind) =>
    report.kinds[kind].refused.map(({ file: name, row }) => `${name}:${row}`),
  );
  if (new Set(places).size !== places.length) faults.push('en rad stoppad två gånger');
  if (file.rows !== undefined && file.rows !== read) faults.push(`${file.rows} rader i filen, ${read} lästa`);
  return faults;
}

const sentence = /^[A-ZÅÄÖ][\s\S]*\.$/u;

function badlyNamed({ report }: JudgedRun): string[] {
  const files = new Set(report.files.map(({ file }) => file));
  const refused = kinds.flatMap((kind) => report.kinds[kind].refused);
  const nameless = refused.some(
    ({ file, row, code, says }) =>
      !files.has(file) || !(row >= 1) || !/^[a-z0-9-]+$/.test(code) || !sentence.test(says),
  );
  const silent = report.files.some(({ kind, says }) => kind === null && !sentence.test(says ?? ''));
  return [
    ...(nameless ? ['en stoppad rad utan fil, rad, kod eller mening'] : []),
    ...(silent || files.size === 0 ? ['en fil utan svar'] : []),
  ];
}

const looksPersonal = /\b(?:\d{6}|\d{8})[-+ ]?\d{4}\b/;

function quoting({ report, secrets }: JudgedRun): string[] {
  const said = [
    ...kinds.flatMap((kind) =>
      [...report.kinds[kind].refused, ...report.kinds[kind].warnings].map(({ says }) => says),
    ),
    ...report.files.map(({ says }) => says ?? ''),
    ...report.checks.map(({ title, says }) => `${title} ${says}`),
  ].map((each) => each.toLowerCase());
  const quoted = said.find(
    (each) => looksPersonal.test(each) || secrets.some((secret) => each.includes(secret.toLowerCase())),
  );
  return quoted === undefined ? [] : ['en mening citerar en person'];
}

function rowsIn(report: ImportReport): number {
  return report.files.reduce((sum, { rows }) => sum + rows, 0);
}

function refusedIn(report: ImportReport): number {
  return kinds.reduce((sum, kind) => sum + report.kinds[kind].refused.length, 0);
}
