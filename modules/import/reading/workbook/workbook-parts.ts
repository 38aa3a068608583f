import { posix } from 'node:path';
import { UnreadableFile } from '../unreadable-file.ts';
import type { Archive, ArchiveEntry } from './archive.ts';
import { type NumberFormat, readFormats } from './number-formats.ts';
import { readSharedStrings } from './shared-strings.ts';
import type { WorkbookFacts } from './sheet-rows.ts';
import { readXml } from './xml-reader.ts';

/** A sheet with cells, as a person sees it in the row of tabs. */
export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly entry: ArchiveEntry;
}

/** A workbook whose parts are found; the rows of its sheets are not read yet. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly facts: WorkbookFacts;
}

/**
 * Finds the parts of a workbook as its own table of contents names them (ECMA-376 part 2). Parts outside the archive are
 * never asked for, and macros, formulas and pictures never looked at. Throws `UnreadableFile` for what is no whole workbook.
 */
export async function openWorkbook(archive: Archive): Promise<Workbook> {
  const parts = new Map(archive.entries.map((entry) => [entry.name.toLowerCase(), entry]));
  const part = (name: string | undefined) => (name === undefined ? undefined : parts.get(name.toLowerCase()));
  const top = await relations(part('_rels/.rels'), '');
  const path = [...top.values()].find(({ type }) => type === 'officeDocument')?.path ?? 'xl/workbook.xml';
  const contents = part(path);
  if (!contents) throw new UnreadableFile('workbook-damaged');
  const folder = posix.dirname(path);
  const inside = await relations(part(`${folder}/_rels/${posix.basename(path)}.rels`), folder);
  const told = await tableOfContents(contents);
  const sheets = told.sheets.flatMap(({ name, hidden, relation }) => {
    const target = inside.get(relation);
    // Sheets of nothing but a chart are no tables.
    if (target?.type !== 'worksheet') return [];
    const entry = part(target.path);
    if (!entry) throw new UnreadableFile('workbook-damaged');
    return [{ name, hidden, entry }];
  });
  const ofType = (type: string) => part([...inside.values()].find((each) => each.type === type)?.path);
  const [strings, styles] = [ofType('sharedStrings'), ofType('styles')];
  const formats: readonly NumberFormat[] = styles ? await readFormats(styles.read()) : [];
  const shared = strings ? await readSharedStrings(strings.read()) : [];
  return { sheets, facts: { strings: shared, formats, date1904: told.date1904 } };
}

interface Relation {
  /** The last word of the type's address: `worksheet`. */
  readonly type: string;
  readonly path: string;
}

async function relations(entry: ArchiveEntry | undefined, folder: string): Promise<Map<string, Relation>> {
  const found = new Map<string, Relation>();
  if (!entry) return found;
  const reading = readXml(entry.read(), {
    open(name, { Id, Type, Target, TargetMode }) {
      if (name !== 'Relationship' || !Id || !Type || !Target || TargetMode === 'External') return;
      const path = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target);
      found.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), path: posix.normalize(path) });
    },
    close: () => undefined,
  });
  for await (const _ of reading);
  return found;
}

interface Contents {
  date1904: boolean;
  readonly sheets: { readonly name: string; readonly hidden: boolean; readonly relation: string }[];
}

const mostSheets = 1_000;

async function tableOfContents(entry: ArchiveEntry): Promise<Contents> {
  const contents: Contents = { date1904: false, sheets: [] };
  const reading = readXml(entry.read(), {
    open(name, attributes) {
      if (name === 'workbookPr') contents.date1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      if (name !== 'sheet' || contents.sheets.length === mostSheets) return;
      const relation = Object.entries(attributes).find(([key]) => /:id$/.test(key))?.[1] ?? '';
      const hidden = attributes.state !== undefined && attributes.state !== 'visible';
      contents.sheets.push({ name: attributes.name ?? '', hidden, relation });
    },
    close: () => undefined,
  });
  for await (const _ of reading);
  return contents;
}
