import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { programmeOf } from '../../organisation/index.ts';
import { studyPathOf } from './study-path.ts';

const table = readFileSync(new URL('../../organisation/reference/programmes.csv', import.meta.url), 'utf8');
const codes = table
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(';')[0] ?? '');

test('every code of the reference table is known, but for IM, which names no programme', () => {
  expect(codes.filter((code) => !studyPathOf(code))).toEqual(['IM']);
});

test('an orientation is of the kind of its programme', () => {
  for (const code of codes.filter((each) => programmeOf(each) !== each && each !== 'IM'))
    if (!code.startsWith('IM')) expect(studyPathOf(code)?.kind).toBe(studyPathOf(programmeOf(code))?.kind);
});

test.each([
  ['BA25', 'vocational', 'BA'],
  ['BA', 'vocational', 'BA'],
  ['HA', 'vocational', 'HA'],
  ['nanat', 'preparatory', 'NA'],
  ['IMVBAG', 'introductory', 'IMV'],
  ['IMIND', 'introductory', 'IMA'],
  ['IMA00J', 'introductory', 'IMA'],
  ['MA25', 'outside', 'MA25'],
  ['IB001', 'outside', 'IB001'],
  ['FB25', 'adapted', 'FB'],
])('%s is %s', (code, kind, programme) => {
  expect(studyPathOf(code)).toEqual({ kind, programme });
});

test.each(['XX99', 'BAXYZ', 'BA11', 'NAT', 'IM', 'IMX', 'IMVBAGGER', 'IMS-1', ''])(
  '%j is not known',
  (code) => {
    expect(studyPathOf(code)).toBeUndefined();
  },
);
