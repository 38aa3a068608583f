import { circles } from './circles.ts';
import { impureFiles } from './purity.ts';
import type { FileFacts, Import } from './read-file.ts';
import { isTestSupport, mayEnterBy, mayUseZone, placeOf, targetOf } from './zones.ts';

/** The order of the modules, lowest first, and the arrows against it that a decision allows. */
export type Layers = { order: readonly string[]; exceptions: readonly { from: string; to: string }[] };

/** Every breach of the arrows among the files, each a sentence that names the file and the line. */
export function checkArrows(files: readonly FileFacts[], layers: Layers): string[] {
  const known = new Set(files.map((file) => file.path));
  const arrows = files.flatMap((file) => file.imports.map((each) => ({ file: file.path, ...each })));
  return [
    ...arrows.flatMap((arrow) => checkOne(arrow, known, layers)),
    ...unlistedModules(files, layers),
    ...circlesOf('moduler', moduleArrows(arrows)),
    ...circlesOf('filer', fileArrows(arrows)),
    ...impureFiles(files),
  ];
}

type Arrow = Import & { file: string };

function checkOne(arrow: Arrow, known: ReadonlySet<string>, layers: Layers): string[] {
  const at = `${arrow.file}:${arrow.line}`;
  const isTest = placeOf(arrow.file).isTest;
  if (arrow.from === undefined)
    return isTest ? [] : [`${at} importerar en beräknad adress, som ingen kan följa`];
  const target = targetOf(arrow.file, arrow.from);
  if (target === undefined) return [];
  if (/\.tsx?$/.test(target) && !known.has(target)) return [`${at} importerar ${target}, som inte finns`];
  if (isTestSupport(target) && !isTest) return [`${at} använder ${target}, som bara är till för tester`];
  const from = placeOf(arrow.file);
  const to = placeOf(target);
  if (!mayUseZone(from, to)) return [`${at} i ${from.zone}/ får inte använda ${to.zone}/ (${target})`];
  if (to.module === undefined || to.module === from.module) return [];
  const reasons: string[] = [];
  if (from.module && !isDownwards(from.module, to.module, layers))
    reasons.push(`${at} pekar uppåt: ${from.module} får inte använda ${to.module}`);
  if (!mayEnterBy(from, to))
    reasons.push(`${at} går inte in i ${to.module} genom dess dörr index.ts utan genom ${to.inside}`);
  return reasons;
}

function isDownwards(from: string, to: string, { order, exceptions }: Layers): boolean {
  if (exceptions.some((each) => each.from === from && each.to === to)) return true;
  return order.indexOf(to) < order.indexOf(from) && order.includes(to);
}

function unlistedModules(files: readonly FileFacts[], { order }: Layers): string[] {
  const named = new Set(files.flatMap((file) => placeOf(file.path).module ?? []));
  return [...named]
    .filter((name) => !order.includes(name))
    .map((name) => `modules/${name} står inte i app/modules.ts`);
}

function circlesOf(what: string, arrows: Map<string, Set<string>>): string[] {
  return circles(arrows).map((circle) => `Cirkel mellan ${what}: ${circle.join(' – ')}`);
}

function moduleArrows(arrows: readonly Arrow[]): Map<string, Set<string>> {
  return gathered(
    arrows,
    (path) => placeOf(path).module,
    (from, to) => from !== to,
  );
}

/** Types are erased and may refer to each other; what runs may not. */
function fileArrows(arrows: readonly Arrow[]): Map<string, Set<string>> {
  return gathered(
    arrows.filter((each) => each.kind === 'value'),
    (path) => path,
    () => true,
  );
}

function gathered(
  arrows: readonly Arrow[],
  name: (path: string) => string | undefined,
  counts: (from: string, to: string) => boolean,
): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const arrow of arrows) {
    const target = arrow.from && targetOf(arrow.file, arrow.from);
    const from = name(arrow.file);
    const to = target && name(target);
    if (from && to && counts(from, to)) found.set(from, (found.get(from) ?? new Set()).add(to));
  }
  return found;
}
