import { expect, test } from 'vitest';
import { impureFiles } from './purity.ts';
import { readFile } from './read-file.ts';

function said(sources: Record<string, string>): string[] {
  return impureFiles(Object.entries(sources).map(([path, source]) => readFile(path, source)));
}

const places = [
  'law/rule.ts',
  'modules/people/rules/age.ts',
  'modules/people/case.ts',
  'modules/people/access.ts',
  'modules/signals/engine/a.ts',
];

test.each(places)('%s may not ask for the time', (path) => {
  expect(said({ [path]: 'export const now = () => Date.now();' })).toEqual([
    `${path}:1 ska vara ren men använder Date.now; ge tiden som argument`,
  ]);
});

test.each([
  ['the clock', 'const x = new Date();'],
  ['the clock with an argument', 'const x = new Date(0);'],
  ['the calendar', 'const x = Temporal.Now.plainDateISO();'],
  ['the environment', 'const x = process.env.HOME;'],
  ['the environment in brackets', `const x = process['env'];`],
  ['the environment behind globalThis', 'const x = globalThis.process.env;'],
  ['chance', 'const x = Math.random();'],
  ['the network', `const x = fetch('http://a');`],
  ['the file system', `import fs from 'node:fs';`],
  ['the file system without a prefix', `import fs from 'fs';`],
  ['the database', `import pg from 'pg';`],
  ['a query builder', `import { sql } from 'kysely';`],
  ['HTML', `import { html } from 'hono/html';`],
  ['the server', `import type { Tx } from '../../../platform/server/db.ts';`],
  ['its own store', `import { save } from '../store.ts';`],
  ['a query', `import { read } from '../queries/read.ts';`],
])('a rule may not use %s', (_, source) => {
  expect(said({ 'modules/people/rules/a.ts': source })).toHaveLength(1);
});

test.each([
  ['a day given as an argument', 'export const next = (on: Temporal.PlainDate) => on.add({ days: 1 });'],
  ['a calendar of holidays', `import Holidays from 'date-holidays';`],
  ['local days', `import type { LocalDate } from '../../../platform/local-date.ts';`],
  ['a neighbouring rule', `import { b } from './b.ts';`],
  ['a type from another module', `import type { P } from '../../organisation/index.ts';`],
  ['a property that only sounds like the clock', 'export const at = (event: { now: string }) => event.now;'],
])('a rule may use %s', (_, source) => {
  expect(said({ 'modules/people/rules/a.ts': source })).toEqual([]);
});

test('a rule may not reach the database through another file', () => {
  const files = {
    'modules/people/rules/a.ts': `import { b } from '../b.ts';`,
    'modules/people/b.ts': `export { pool as b } from './c.ts';`,
    'modules/people/c.ts': `import pg from 'pg';`,
  };
  expect(said(files)).toEqual([
    'modules/people/rules/a.ts ska vara ren men når pg genom modules/people/b.ts → modules/people/c.ts',
  ]);
});

test('the same code is fine in a file that need not be pure, and in a test', () => {
  const source = `import pg from 'pg'; const x = Date.now();`;
  expect(said({ 'modules/people/store.ts': source, 'modules/people/rules/a.test.ts': source })).toEqual([]);
});
