import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Places } from '../modules/rule-book/rules/index.ts';

/** Where each rule is written, found by its id in `modules/<module>/rules/`, and the test beside it; a rule without a test is left out. */
export function rulePlaces(root: string): Places {
  const modules = readdirSync(join(root, 'modules'));
  const files = modules.flatMap((module) => {
    const folder = `modules/${module}/rules`;
    const names = existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : [];
    return names.filter((name) => /(?<!\.test)\.ts$/.test(name)).map((name) => `${folder}/${name}`);
  });
  return new Map(
    files.flatMap((file) => {
      const test = file.replace(/\.ts$/, '.test.ts');
      const ids = [...readFileSync(join(root, file), 'utf8').matchAll(/^ {2}id: '([a-z-]+\/[a-z-]+)',$/gm)];
      return existsSync(join(root, test)) ? ids.map(([, id]) => [id!, { file, test }] as const) : [];
    }),
  );
}
