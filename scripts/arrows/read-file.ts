import { parseSync } from 'oxc-parser';

/** One file's arrows and what only an impure file does. */
export type FileFacts = {
  /** From the project's folder, with forward slashes. */
  path: string;
  imports: readonly Import[];
  /** Uses of clock, chance, environment or network that need no import, each with its line. */
  impurities: readonly { what: string; line: number }[];
};

/** `from` as written. `kind`: `value` runs at load, `type` is erased, `dynamic` runs when reached. Undefined `from`: the address is computed. */
export type Import = { from: string | undefined; kind: 'value' | 'type' | 'dynamic'; line: number };

type Node = { type: string; start: number; [key: string]: unknown };

/** Reads a TypeScript file's imports, re-exports, type imports and dynamic imports, and its impure expressions. Throws on a syntax error. */
export function readFile(path: string, source: string): FileFacts {
  const { program, errors } = parseSync(path, source);
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);
  const imports: Import[] = [];
  const impurities: { what: string; line: number }[] = [];
  walk(program, (node) => {
    const line = lineAt(source, node.start);
    const found = importOf(node);
    if (found) imports.push({ ...found, line });
    const what = impurityOf(node);
    if (what) impurities.push({ what, line });
  });
  return { path, imports, impurities };
}

function walk(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) for (const each of value) walk(each, visit);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  if ('type' in value && typeof value.type === 'string') visit(value as Node);
  for (const each of Object.values(value)) walk(each, visit);
}

function lineAt(source: string, offset: number): number {
  return source.slice(0, offset).split('\n').length;
}

function importOf(node: Node): Omit<Import, 'line'> | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
      return { from: literal(node.source), kind: isTypeOnly(node, 'importKind') ? 'type' : 'value' };
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      return node.source
        ? { from: literal(node.source), kind: isTypeOnly(node, 'exportKind') ? 'type' : 'value' }
        : undefined;
    case 'TSImportType':
      return { from: literal(node.source ?? node.argument), kind: 'type' };
    case 'ImportExpression':
      return { from: literal(node.source), kind: 'dynamic' };
    default:
      return undefined;
  }
}

/** `import type …`, or nothing but `type` names between the braces. */
function isTypeOnly(node: Node, key: 'importKind' | 'exportKind'): boolean {
  if (node[key] === 'type') return true;
  const specifiers = Array.isArray(node.specifiers) ? (node.specifiers as Node[]) : [];
  return specifiers.length > 0 && specifiers.every((each) => each[key] === 'type');
}

/** The text of a literal; of a template, the folder before the first computed part (a pattern for the bundler). */
function literal(node: unknown): string | undefined {
  if (typeof node !== 'object' || node === null) return undefined;
  if ('value' in node && typeof node.value === 'string') return node.value;
  if ('literal' in node) return literal(node.literal);
  if ('quasis' in node && Array.isArray(node.quasis)) {
    const head: unknown = node.quasis[0]?.value?.cooked;
    return typeof head === 'string' && head.includes('/')
      ? head.slice(0, head.lastIndexOf('/') + 1)
      : undefined;
  }
  return undefined;
}

const impureMembers = new Set([
  'Date.now',
  'Temporal.Now',
  'process.env',
  'process.hrtime',
  'performance.now',
  'Math.random',
  'crypto.randomUUID',
  'crypto.getRandomValues',
]);
const impureCalls = new Set(['Date', 'fetch', 'setTimeout', 'setInterval']);

function impurityOf(node: Node): string | undefined {
  if (node.type === 'MemberExpression') {
    const name = `${nameOf(node.object)}.${nameOf(node.property)}`;
    return impureMembers.has(name) ? name : undefined;
  }
  if (node.type === 'NewExpression' && nameOf(node.callee) === 'Date') return 'new Date';
  if (node.type === 'CallExpression' && impureCalls.has(nameOf(node.callee)))
    return `${nameOf(node.callee)}()`;
  return undefined;
}

/** An identifier's name, also behind `globalThis.` and in `object['name']`. */
function nameOf(node: unknown): string {
  if (typeof node !== 'object' || node === null) return '';
  if ('name' in node && typeof node.name === 'string') return node.name;
  if ('value' in node && typeof node.value === 'string') return node.value;
  if ('property' in node && 'object' in node && nameOf(node.object) === 'globalThis')
    return nameOf(node.property);
  return '';
}
