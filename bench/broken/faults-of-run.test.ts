import { describe, expect, it } from 'vitest';
import type { ImportReport } from '../../modules/import/index.ts';
import { faultsOfRun, type JudgedRun } from './faults-of-run.ts';

const nothing = { created: 0, updated: 0, unchanged: 0, refused: [], warnings: [] };
const refusal = {
  file: 'fil.csv',
  row: 3,
  column: null,
  code: 'row-cut-off',
  says: 'Raden är kort. Rätta den.',
};
const report: ImportReport = {
  state: 'done',
  runId: 1,
  organiser: 'Skola',
  on: '2026-11-22',
  kinds: {
    personal: nothing,
    elever: nothing,
    vardnadshavare: nothing,
    narvaro: { ...nothing, created: 1, refused: [refusal] },
    narvaro_summa: nothing,
    betyg: nothing,
    slutbetyg: nothing,
  },
  files: [{ file: 'fil.csv', kind: 'narvaro', rows: 2, says: null, columns: [], headings: [] }],
  checks: [],
  students: 1,
  weeks: 1,
  period: null,
  reconciliation: [],
  story: { isFirst: false, counts: {}, missing: [], weeks: [] },
};
const state = { sum: 'a', lessons: 5, totals: 0, grades: 0, persons: 1 };
const run: JudgedRun = {
  file: { name: 'fil.csv', content: Buffer.alloc(0), rows: 2 },
  report,
  before: state,
  after: { ...state, sum: 'b', lessons: 6 },
  written: 1,
  secrets: ['Åsa'],
};
const faults = (change: Partial<JudgedRun>) => faultsOfRun({ ...run, ...change });
const withRefusal = (change: Partial<typeof refusal>) => ({
  report: {
    ...report,
    kinds: { ...report.kinds, narvaro: { ...report.kinds.narvaro, refused: [{ ...refusal, ...change }] } },
  },
});

describe('the judge of a run', () => {
  it('finds nothing wrong with a run that behaved', () => {
    expect(faults({})).toEqual([]);
  });

  it.each<[string, Partial<JudgedRun>]>([
    ['something written although nothing was read in', { report: { ...report, state: 'failed' } }],
    ['fewer lessons stored than said', { after: state }],
    ['a refused row that is not written down', { written: 0 }],
    ['a row that nobody answered for', { report: { ...report, files: [{ ...report.files[0]!, rows: 3 }] } }],
    ['a row of the file that was never read', { file: { ...run.file, rows: 3 } }],
    ['a file that must not be read', { file: { ...run.file, reads: 'nothing' } }],
    ['a refused row of no file', withRefusal({ file: 'annan.csv' })],
    ['a refused row without a number', withRefusal({ row: 0 })],
    ['a refused row without a sentence', withRefusal({ says: '' })],
    ['a name in a sentence', withRefusal({ says: 'Raden om åsa är kort.' })],
    ['a personal number in a sentence', withRefusal({ says: 'Raden 20090301-2384 är kort.' })],
    ['a file that is not answered', { report: { ...report, files: [] } }],
  ])('finds %s', (_what, change) => {
    expect(faults(change)).not.toEqual([]);
  });
});
