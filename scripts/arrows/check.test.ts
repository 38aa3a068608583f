import { expect, test } from 'vitest';
import { checkArrows } from './check.ts';
import { readFile } from './read-file.ts';

const order = ['organisation', 'people', 'signals', 'import'];
type Sources = Record<string, string>;

/** What is said about a made-up project of these files. */
function said(sources: Sources, exceptions: { from: string; to: string }[] = []): string[] {
  const files = Object.entries(sources).map(([path, source]) => readFile(path, source));
  return checkArrows(files, { order, exceptions });
}

const door = { 'modules/people/index.ts': 'export const person = 1;' };

test('a module may use the door of a lower module', () => {
  expect(said({ ...door, 'modules/signals/a.ts': `import { person } from '../people/index.ts';` })).toEqual(
    [],
  );
});

test.each([
  ['an import', `import { s } from '../signals/index.ts';`],
  ['a type import', `import type { S } from '../signals/index.ts';`],
  ['a re-export', `export { s } from '../signals/index.ts';`],
  ['a re-export of everything', `export * from '../signals/index.ts';`],
  ['a dynamic import', `const s = await import('../signals/index.ts');`],
  ['a type taken from an import', `type S = import('../signals/index.ts').S;`],
])('an arrow upwards is refused: %s', (_, source) => {
  const files = {
    'modules/signals/index.ts': 'export const s = 1; export type S = 1;',
    'modules/people/a.ts': source,
  };
  expect(said(files)).toEqual(['modules/people/a.ts:1 pekar uppåt: people får inte använda signals']);
});

test('an arrow upwards with a decision behind it is allowed', () => {
  const files = {
    'modules/signals/index.ts': 'export {};',
    'modules/people/a.ts': `import '../signals/index.ts';`,
  };
  expect(said(files, [{ from: 'people', to: 'signals' }])).toEqual([]);
});

test('a module is not entered beside its door', () => {
  const files = { 'modules/people/store.ts': '', 'modules/signals/a.ts': `import '../people/store.ts';` };
  expect(said(files)).toEqual([
    'modules/signals/a.ts:1 går inte in i people genom dess dörr index.ts utan genom store.ts',
  ]);
});

test('a module may be entered by the door of its rules', () => {
  const files = {
    'modules/people/rules/index.ts': '',
    'modules/signals/a.ts': `import '../people/rules/index.ts';`,
  };
  expect(said(files)).toEqual([]);
});

test('composition may use pages and commands, but not a store', () => {
  const inside = {
    'modules/people/pages/a.tsx': '',
    'modules/people/commands/b.ts': '',
    'modules/people/store.ts': '',
  };
  const source = `import '../modules/people/pages/a.tsx'; import '../modules/people/commands/b.ts';`;
  expect(said({ ...inside, 'app/server.ts': source })).toEqual([]);
  expect(said({ ...inside, 'app/server.ts': `import '../modules/people/store.ts';` })).toHaveLength(1);
});

test('technique knows nothing of the product', () => {
  const files = { ...door, 'platform/server/a.ts': `import '../../modules/people/index.ts';` };
  expect(said(files)).toEqual([
    'platform/server/a.ts:1 i platform/ får inte använda modules/ (modules/people/index.ts)',
  ]);
});

test('a product file does not use the fixtures, but a test beside it does', () => {
  const fixtures = { 'fixtures/cast.ts': '' };
  expect(said({ ...fixtures, 'modules/people/a.ts': `import '../../fixtures/cast.ts';` })).toHaveLength(1);
  expect(said({ ...fixtures, 'modules/people/a.test.ts': `import '../../fixtures/cast.ts';` })).toEqual([]);
});

test('what is there for tests is used by tests alone', () => {
  for (const path of ['modules/people/test/service.ts', 'modules/people/people-fixture.ts']) {
    const name = path.slice('modules/people/'.length);
    const files = {
      'fixtures/cast.ts': '',
      [path]: `import '${name.includes('/') ? '../' : ''}../../fixtures/cast.ts';`,
    };
    expect(said({ ...files, 'modules/people/a.test.ts': `import './${name}';` })).toEqual([]);
    expect(said({ ...files, 'modules/people/a.ts': `import './${name}';` })).toEqual([
      `modules/people/a.ts:1 använder ${path}, som bara är till för tester`,
    ]);
  }
});

test('a module that is not listed is refused', () => {
  expect(said({ 'modules/novel/index.ts': '' })).toEqual(['modules/novel står inte i app/modules.ts']);
});

test('an import of a file that is not there is refused', () => {
  expect(said({ 'app/a.ts': `import './b.ts';` })).toEqual([
    'app/a.ts:1 importerar app/b.ts, som inte finns',
  ]);
});

test('an import whose address is computed is refused, a pattern in a folder is not', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the template is in the code that is read, not in the test.
  expect(said({ 'app/a.ts': 'await import(`./commands/${name}.ts`);' })).toEqual([]);
  expect(said({ 'app/a.ts': 'await import(name);' })).toEqual([
    'app/a.ts:1 importerar en beräknad adress, som ingen kan följa',
  ]);
  expect(said({ 'app/a.test.ts': 'await import(name);' })).toEqual([]);
});

test('a circle between modules is found even when each arrow is excepted', () => {
  const files = {
    'modules/people/index.ts': `import '../signals/index.ts';`,
    'modules/signals/index.ts': `import type { P } from '../people/index.ts';`,
  };
  expect(said(files, [{ from: 'people', to: 'signals' }])).toEqual([
    'Cirkel mellan moduler: people – signals',
  ]);
});

test('a circle between files is found, one of types alone is not', () => {
  const back = (word: string) => ({
    'app/a.ts': `import './b.ts';`,
    'app/b.ts': `import './c.ts';`,
    'app/c.ts': word,
  });
  expect(said(back(`import './a.ts';`))).toEqual(['Cirkel mellan filer: app/a.ts – app/b.ts – app/c.ts']);
  expect(said(back(`import type { A } from './a.ts';`))).toEqual([]);
});
