import { builtinModules } from 'node:module';
import type { FileFacts, Import } from './read-file.ts';
import { isPure, placeOf, targetOf } from './zones.ts';

/** Packages that only compute: a pure file may use these and no other. */
const purePackages = ['date-holidays', 'd3-scale', 'd3-shape', 'zod'];

/** Every breach of purity: in a pure file itself, or in a file that it runs. */
export function impureFiles(files: readonly FileFacts[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return files
    .filter((file) => isPure(file.path))
    .flatMap((file) => [...own(file), ...reached(file, byPath)]);
}

function own(file: FileFacts): string[] {
  const used = file.impurities.map(
    ({ what, line }) => `${file.path}:${line} ska vara ren men använder ${what}; ge tiden som argument`,
  );
  const imported = file.imports.filter((each) => isForbidden(file.path, each));
  return [
    ...used,
    ...imported.map(
      (each) => `${file.path}:${each.line} ska vara ren men importerar ${each.from ?? 'en beräknad adress'}`,
    ),
  ];
}

/** A pure file may not run an impure one through others either; types do not run. */
function reached(start: FileFacts, byPath: ReadonlyMap<string, FileFacts>): string[] {
  const seen = new Set([start.path]);
  const queue = [[start.path]];
  for (let trail = queue.shift(); trail; trail = queue.shift()) {
    const file = byPath.get(trail.at(-1) ?? '');
    for (const each of file?.imports ?? []) {
      if (each.kind === 'type' || each.from === undefined || !file) continue;
      if (trail.length > 1 && isForbidden(file.path, each))
        return [`${start.path} ska vara ren men når ${each.from} genom ${trail.slice(1).join(' → ')}`];
      const target = targetOf(file.path, each.from);
      if (target && !seen.has(target)) queue.push([...trail, target]);
      if (target) seen.add(target);
    }
  }
  return [];
}

function isForbidden(file: string, { from, kind }: Import): boolean {
  if (from === undefined) return true;
  const target = targetOf(file, from);
  if (target === undefined) return !purePackages.includes(from) || isBuiltin(from);
  const { zone, inside } = placeOf(target);
  if (zone === 'platform' && /^(server|web)\//.test(inside)) return true;
  if (target.endsWith('.tsx') || ['app', 'fixtures', 'bench', 'scripts'].includes(zone)) return true;
  // Another module's types are fine at its door; what the door runs is followed by `reached`.
  return (
    kind !== 'type' &&
    (zone === 'database' || /^(queries|commands|pages|jobs)\/|^(store|api)\.ts$/.test(inside))
  );
}

function isBuiltin(name: string): boolean {
  return name.startsWith('node:') || builtinModules.includes(name);
}
