/** Why a whole file cannot be read. */
export type UnreadableCode = 'excel' | 'zip' | 'pdf' | 'binary' | 'empty' | 'mixed-encoding' | 'open-quote';

const sentences: Readonly<Record<UnreadableCode, string>> = {
  excel: 'Filen är ett Excelark. Öppna den i Excel, välj Spara som och CSV UTF-8, och läs in den filen.',
  zip: 'Filen är ett arkiv. Packa upp den och läs in filerna i den.',
  pdf: 'Filen är en pdf. Hämta samma uppgifter som CSV ur systemet och läs in den filen.',
  binary: 'Filen är ingen textfil. Hämta uppgifterna som CSV ur systemet och läs in den filen.',
  empty: 'Filen är tom. Hämta den på nytt ur systemet.',
  'mixed-encoding':
    'Filen blandar två sätt att skriva å, ä och ö, så att namn blir fel. Hämta den på nytt ur systemet, som en fil i UTF-8.',
  'open-quote':
    'Filen har ett citattecken som aldrig avslutas. Hämta den på nytt ur systemet och ändra den inte för hand.',
};

/** A file that is no table of text. An expected refusal of the whole file: `says` is one plain Swedish sentence. */
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
