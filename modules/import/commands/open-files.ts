import { importColumnWords as columnWords } from '../../../messages/sv/import-columns.ts';
import { joined } from '../../../platform/web/format-list.ts';
import { type KnownOfFile, nothingKnown, type RememberedMapping } from '../reading/column-mapping.ts';
import { type Kind, kindSpecs, kinds, namingFields } from '../reading/file-kinds.ts';
import type { Found, NotFound } from '../reading/find-headings.ts';
import type { WholeFile } from '../reading/how-to-read.ts';
import { openRoster } from '../reading/oneroster/open-roster.ts';
import type { Table } from '../reading/open-table.ts';
import { asOpened, type ImportFile, lookInto, type OpenedFile } from '../reading/opened-file.ts';
import { UnreadableFile } from '../reading/unreadable-file.ts';
import type { NotUnpacked } from '../reading/workbook/unpack-files.ts';
import type { ColumnReport, FileReport, MappingReport } from '../report.ts';
import { type Sheet, sheetOf, toldSheets } from './told-sheets.ts';

/** The files of a run by kind, and what is said of each file. `rows` in the reports is 0 until they are read. */
export interface OpenedFiles {
  readonly byKind: Readonly<Record<Kind, readonly OpenedFile[]>>;
  readonly reports: readonly FileReport[];
  /** What a file that was not read resembles, for the warnings of that kind. */
  readonly resembling: readonly { readonly kind: Kind; readonly says: string }[];
  /** Deletes what was written down to read them. */
  clean(): Promise<void>;
}

/** What is known of a run's files before they are opened: the mappings it may use, and what was said of files, by name. */
export interface KnownOfRun {
  readonly mappings: readonly RememberedMapping[];
  readonly said: Readonly<Record<string, WholeFile>>;
  /** The code of the one unit that there is, or that the reader has; null when there are several. */
  readonly onlyUnit: string | null;
  /** Names of units by code. */
  readonly unitNames: ReadonlyMap<string, string>;
}

/**
 * Looks into every file. One that cannot be read is reported and left out; the others are read all the same. Of a workbook
 * the sheets with a table are reported, and those with help and lists to choose from are not.
 */
export async function openFiles(
  files: readonly (ImportFile | NotUnpacked)[],
  known?: KnownOfRun,
): Promise<OpenedFiles> {
  const roster = await openRoster(files.filter((file): file is ImportFile => !('says' in file)));
  const all = [...roster.files, ...files.filter((file) => 'says' in file)];
  const looked = toldSheets(await Promise.all(all.map((file) => look(file, known))));
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
  readonly sheet?: Sheet;
}

function knownOf(file: ImportFile, known: KnownOfRun | undefined): KnownOfFile {
  if (!known) return nothingKnown;
  return { mappings: known.mappings, wholeFile: known.said[nameOf(file)] ?? {}, onlyUnit: known.onlyUnit };
}

function nameOf({ name, path }: ImportFile): string {
  return name ?? path.split('/').at(-1)!;
}

async function look(file: ImportFile | NotUnpacked, known: KnownOfRun | undefined): Promise<Looked> {
  if ('says' in file) return { report: unreadReport(file.name, file.says) };
  try {
    const { table, bytes } = await lookInto(file, knownOf(file, known));
    const sheet = sheetOf(file, table.found);
    const opened = asOpened(table, bytes);
    const mapping = mappingReport(table.found, known);
    if (file.refused)
      return { report: unreadReport(table.file, new UnreadableFile(file.refused).says), ...sheet };
    if (opened) return { opened, report: { ...knownReport(opened), ...mapping }, ...sheet };
    const found = table.found as NotFound;
    const says = unknownSays(found, file.ofWorkbook ? 'Bladet' : 'Filen');
    return {
      report: {
        ...unreadReport(table.file, says),
        ...mapping,
        isTable: true,
        ...(found.title !== null && !found.mapping && { parked: true }),
      },
      resembles: found.title === null ? found.resembles : null,
      ...sheet,
    };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return { report: unreadReport(nameOf(file), error.says) };
  }
}

function unreadReport(file: string, says: string): FileReport {
  return { file, kind: null, rows: 0, says, columns: [], headings: [] };
}

function knownReport({ table }: OpenedFile): FileReport {
  const { kind, headings } = table.found;
  return { file: table.file, kind, rows: 0, says: null, columns: columnsOf(table), headings, isTable: true };
}

function mappingReport(
  found: Found | NotFound,
  known: KnownOfRun | undefined,
): { readonly mapping?: MappingReport } {
  if (!found.mapping) return {};
  const { mappingId, source } = found.mapping;
  const wholeFile = found.kind === null ? {} : (found.how?.wholeFile ?? {});
  const unitName = known?.unitNames.get(wholeFile.unit ?? '');
  return { mapping: { id: mappingId, source, wholeFile, ...(unitName ? { unitName } : {}) } };
}

function columnsOf(table: Table): readonly ColumnReport[] {
  const { found, examples } = table;
  if (found.kind === null) return [];
  const fields = kindSpecs[found.kind].fields;
  return Object.entries(found.columns).map(([field, index]) => ({
    heading: found.headings[index!]!.trim(),
    field,
    becomes: fields[field]!.becomes,
    example: namingFields.has(field)
      ? ''
      : (examples.map((cells) => cells[index!]?.trim() ?? '').find((cell) => cell !== '') ?? ''),
  }));
}

function unknownSays(found: NotFound, what: 'Filen' | 'Bladet'): string {
  const { title, resembles, missing, mapping } = found;
  if (mapping) return columnWords.knownBut(missing);
  if (title !== null && found.isNeedless)
    return `${what} är ${title}. Det behövs inte: klasser och undervisningsgrupper kommer med raderna om elever.`;
  if (found.isHeadless)
    return `${what} har ingen rad med rubriker. Lägg till en rad överst som säger vad varje kolumn är, till exempel Personnummer, Förnamn, Efternamn och Klass.`;
  if (title !== null)
    return what === 'Filen'
      ? `Filen är ${title}. Fullfölj läser inte sådana filer än.`
      : `Bladet innehåller ${title}. Fullfölj läser inte sådana blad än.`;
  if (resembles === null)
    return `${what} har inga rubriker som Fullfölj känner igen. ${what === 'Filen' ? 'Den' : 'Det'} läses inte. Vilka rubriker som behövs står på sidan Import.`;
  return `${what} liknar ${kindSpecs[resembles].title.toLowerCase()} men saknar ${joined(missing)}. Lägg till rubrikerna och läs in filen igen.`;
}
