import { posix } from 'node:path';

/** Where a file belongs: one of the top folders, for `modules/` with the module's name and the path inside it. */
export type Place = { zone: string; module: string | undefined; inside: string; isTest: boolean };

/** The place of a path from the project's folder (`modules/people/index.ts`). */
export function placeOf(path: string): Place {
  const [zone = '', ...rest] = path.split('/');
  const isTest = /\.test\.tsx?$/.test(path) || isTestSupport(path);
  if (zone !== 'modules') return { zone, module: undefined, inside: rest.join('/'), isTest };
  return { zone, module: rest[0], inside: rest.slice(1).join('/'), isTest };
}

/** What only tests use, though it holds none: `*-fixture.ts`, and what lies in a module's folder `test/`. */
export function isTestSupport(path: string): boolean {
  return /^(modules|platform|app)\/(.*-fixture\.tsx?$|.*\/test\/)/.test(path);
}

/** Which top folders each may use besides itself; `modules` among themselves follow the order of `app/modules.ts`. */
const below: Record<string, readonly string[]> = {
  platform: ['database', 'messages'],
  law: ['platform'],
  modules: ['platform', 'law', 'database', 'messages'],
  app: ['platform', 'law', 'database', 'messages', 'modules', 'fixtures', 'bench'],
  fixtures: ['platform', 'law', 'database', 'modules'],
  bench: ['platform', 'law', 'database', 'modules', 'fixtures', 'app', 'scripts'],
  e2e: ['platform', 'law', 'database', 'modules', 'fixtures', 'app', 'scripts'],
  scripts: ['platform', 'law', 'database', 'modules', 'fixtures', 'app'],
  database: [],
  messages: ['platform'],
};

/** Whether a file in `from` may use the top folder of `to`. A test may use the fixtures too. */
export function mayUseZone(from: Place, to: Place): boolean {
  if (from.zone === to.zone) return true;
  if (from.isTest && to.zone === 'fixtures') return true;
  return below[from.zone]?.includes(to.zone) ?? false;
}

/** What only composition may enter a module by, besides its door. */
const composed = /^(pages|commands|queries|jobs)\/|^(api|store)\.tsx?$/;

/** Whether `from` may enter the module of `to` by that file. */
export function mayEnterBy(from: Place, to: Place): boolean {
  // rules/index.ts and engine/index.ts are the doors for what is pure: the other one leads to the database.
  if (['index.ts', 'rules/index.ts', 'engine/index.ts'].includes(to.inside)) return true;
  const composes = ['app', 'bench', 'fixtures'].includes(from.zone);
  return composes && composed.test(to.inside) && !/^store\./.test(to.inside);
}

/** Rules, engines, life cycles, rights and law: they decide, and read nothing but their arguments. */
export function isPure(path: string): boolean {
  const { zone, inside, isTest } = placeOf(path);
  if (isTest) return false;
  return zone === 'law' || (zone === 'modules' && /^(rules\/|engine\/|case\.ts$|access\.ts$)/.test(inside));
}

/** The project's path a relative import leads to; undefined for a package. */
export function targetOf(file: string, from: string): string | undefined {
  return from.startsWith('.') ? posix.join(posix.dirname(file), from) : undefined;
}
