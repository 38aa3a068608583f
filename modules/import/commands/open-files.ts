import { type Kind, kindSpecs, kinds, namingFields } from '../reading/file-kinds.ts';
import type { NotFound } from '../reading/find-headings.ts';
import { openRoster } from '../reading/oneroster/open-roster.ts';
import type { Table } from '../reading/open-table.ts';
import { asOpened, type ImportFile, lookInto, type OpenedFile } from '../reading/opened-file.ts';
import { UnreadableFile } from '../reading/unreadable-file.ts';
import type { ColumnReport, FileReport } from '../report.ts';

/** The files of a run by kind, and what is said of each file. `rows` in the reports is 0 until they are read. */
export interface OpenedFiles {
  readonly byKind: Readonly<Record<Kind, readonly OpenedFile[]>>;
  readonly reports: readonly FileReport[];
  /** What a file that was not read resembles, for the warnings of that kind. */
  readonly resembling: readonly { readonly kind: Kind; readonly says: string }[];
  /** Deletes what was written down to read them. */
  clean(): Promise<void>;
}

/** Looks into every file. One that cannot be read is reported and left out; the others are read all the same. */
export async function openFiles(files: readonly ImportFile[]): Promise<OpenedFiles> {
  const roster = await openRoster(files);
  const looked = await Promise.all(roster.files.map(look));
  const opened = looked.flatMap((each) => (each.opened ? [each.opened] : []));
  const ofKind = (kind: Kind) => opened.filter((file) => file.table.found.kind === kind);
  return {
    byKind: Object.fromEntries(kinds.map((kind) => [kind, ofKind(kind)])) as unknown as OpenedFiles['byKind'],
    reports: [
      ...looked.map((each) => each.report),
      ...roster.companions.map(({ file, says }) => unreadReport(file, says)),
    ],
    resembling: looked.flatMap((each) =>
      each.resembles && each.report.says
        ? [{ kind: each.resembles, says: `${each.report.file}: ${each.report.says}` }]
        : [],
    ),
    clean: roster.clean,
  };
}

interface Looked {
  readonly report: FileReport;
  readonly opened?: OpenedFile;
  readonly resembles?: Kind | null;
}

async function look(file: ImportFile): Promise<Looked> {
  try {
    const { table, bytes } = await lookInto(file);
    const opened = asOpened(table, bytes);
    if (opened) return { opened, report: knownReport(opened) };
    const found = table.found as NotFound;
    return {
      report: unreadReport(table.file, unknownSays(found)),
      resembles: found.says === null ? found.resembles : null,
    };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return { report: unreadReport(file.name ?? file.path.split('/').at(-1)!, error.says) };
  }
}

function unreadReport(file: string, says: string): FileReport {
  return { file, kind: null, rows: 0, says, columns: [], headings: [] };
}

function knownReport({ table }: OpenedFile): FileReport {
  const { kind, headings } = table.found;
  return { file: table.file, kind, rows: 0, says: null, columns: columnsOf(table), headings };
}

function columnsOf(table: Table): readonly ColumnReport[] {
  const { found, examples } = table;
  if (found.kind === null) return [];
  const fields = kindSpecs[found.kind].fields;
  return Object.entries(found.columns).map(([field, index]) => ({
    heading: found.headings[index!]!.trim(),
    becomes: fields[field]!.becomes,
    example: namingFields.has(field)
      ? ''
      : (examples.map((cells) => cells[index!]?.trim() ?? '').find((cell) => cell !== '') ?? ''),
  }));
}

function unknownSays({ says, resembles, missing }: NotFound): string {
  if (says !== null) return says;
  if (resembles === null)
    return 'Filen har inga rubriker som Fullfölj känner igen. Den läses inte. Vilka rubriker som behövs står på sidan Import.';
  return `Filen liknar ${kindSpecs[resembles].title.toLowerCase()} men saknar ${missing.join(' och ')}. Lägg till rubrikerna och läs in filen igen.`;
}
