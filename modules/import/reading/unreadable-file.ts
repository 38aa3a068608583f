const asWorkbook = 'välj Spara som och Excel-arbetsbok (.xlsx), och läs in den filen.';
const again = 'Hämta den på nytt ur systemet.';

const sentences = {
  'excel-old': `Filen är sparad i Excels gamla format (.xls). Öppna den i Excel, ${asWorkbook}`,
  'excel-locked':
    'Filen är skyddad med lösenord. Öppna den i Excel, ta bort lösenordet under Arkiv, Info, Skydda arbetsbok, spara och läs in den igen.',
  'excel-binary': `Filen är sparad i Excels binära format (.xlsb). Öppna den i Excel, ${asWorkbook}`,
  'excel-xml': `Filen är sparad i Excels gamla XML-format. Öppna den i Excel, ${asWorkbook}`,
  opendocument: `Filen är sparad i LibreOffices format. Öppna den där, ${asWorkbook}`,
  numbers: 'Filen är gjord i Numbers. Öppna den där, välj Exportera till och Excel, och läs in den filen.',
  'web-page': `Filen är en webbsida, vad namnet än säger. Öppna den i Excel, ${asWorkbook}`,
  document:
    'Filen är ett dokument och ingen tabell. Hämta uppgifterna som Excel eller CSV ur systemet och läs in den filen.',
  pdf: 'Filen är en pdf. Hämta samma uppgifter som CSV ur systemet och läs in den filen.',
  image: 'Filen är en bild. Hämta uppgifterna som Excel eller CSV ur systemet och läs in den filen.',
  packed: 'Filen är packad på ett sätt som Fullfölj inte läser. Packa upp den och läs in filerna i den.',
  binary: 'Filen är ingen textfil. Hämta uppgifterna som CSV ur systemet och läs in den filen.',
  empty: 'Filen är tom. Hämta den på nytt ur systemet.',
  'archive-empty': `Filen är ett arkiv utan filer. ${again}`,
  'archive-locked': 'Filen är ett arkiv med lösenord. Packa upp den på din dator och läs in filerna i den.',
  'archive-in-archive': 'Filen är ett arkiv i ett annat arkiv. Packa upp det och läs in filerna i det.',
  'archive-damaged': `Filen är skadad och går inte att packa upp. ${again}`,
  'archive-many-files': 'Arkivet har fler än 20 filer. Packa upp det och läs in högst 20 filer åt gången.',
  'archive-too-large':
    'Filen blir för stor när den packas upp. Dela upp den, till exempel månad för månad, och läs in delarna var för sig.',
  'workbook-damaged':
    'Filen är en Excel-arbetsbok som är skadad. Öppna den i Excel, spara den på nytt och läs in den igen.',
  'workbook-unsafe':
    'Filen är en Excel-arbetsbok med innehåll som Excel aldrig skriver, och den läses inte av säkerhetsskäl. Hämta den på nytt ur systemet.',
  'sheet-hidden':
    'Bladet är dolt i Excel och läses inte. Ska det läsas in: visa bladet, spara och läs in filen igen.',
  'sheet-too-wide':
    'Bladet har fler än 1 000 kolumner och läses inte. Behåll de kolumner som ska läsas in, spara och läs in filen igen.',
  'mixed-encoding':
    'Filen blandar två sätt att skriva å, ä och ö, så att namn blir fel. Hämta den på nytt ur systemet, som en fil i UTF-8.',
  'open-quote':
    'Filen har ett citattecken som aldrig avslutas. Hämta den på nytt ur systemet och ändra den inte för hand.',
  'endless-row':
    'Filen har en rad som är längre än någon rad ska vara. Troligen saknas radbrytningar. Hämta den på nytt ur systemet.',
  'too-many-rows':
    'Filen har fler rader än som kan läsas in på en gång. Dela upp den och läs in delarna var för sig.',
} as const;

/** Why a whole file, or a whole sheet of a workbook, cannot be read. */
export type UnreadableCode = keyof typeof sentences;

/** A file that is no table of text. An expected refusal of the whole file: `says` is plain Swedish, what is wrong and what to do. */
export class UnreadableFile extends Error {
  readonly code: UnreadableCode;
  readonly says: string;
  /** Which file, once it is known. */
  readonly file: string | null;

  constructor(code: UnreadableCode, file: string | null = null) {
    super(`unreadable file: ${code}`);
    this.code = code;
    this.file = file;
    this.says = sentences[code];
  }
}
