import { joined } from '../../platform/web/format-list.ts';
import { number, plural } from '../../platform/web/format-number.ts';

/** Counts with their words, "5 nya", without those that are zero. */
function counted(...parts: readonly (readonly [count: number, one: string, many: string])[]): string[] {
  return parts.filter(([count]) => count > 0).map(([count, one, many]) => plural(count, one, many));
}

/** "231 nya rader", "1 ny och 4 ändrade rader", "1 ändrad rad". */
function changedRows(created: number, updated: number): string {
  const said = joined(counted([created, 'ny', 'nya'], [updated, 'ändrad', 'ändrade']));
  return said ? `${said} ${(updated || created) === 1 ? 'rad' : 'rader'}` : 'inget var nytt';
}

/** The words of the page Import. */
export const importWords = {
  title: 'Import',
  kinds: {
    personal: 'Personal',
    elever: 'Elever',
    vardnadshavare: 'Vårdnadshavare',
    narvaro: 'Närvaro per lektion',
    narvaro_summa: 'Närvaro per period',
    betyg: 'Betyg',
    slutbetyg: 'Slutbetyg från årskurs 9',
  },
  upload: {
    title: 'Läs in filer',
    aside: 'Inget ändras förrän du har sett vad som händer',
    label: 'Filer',
    help: 'Excel eller CSV med elever, personal, vårdnadshavare, närvaro eller betyg, flera på en gång om du vill, också som zip. Högst 20\u00a0filer och 600\u00a0MB tillsammans.',
    button: 'Titta på filerna',
    none: 'Välj minst en fil.',
    tooLarge:
      'Filerna är större än 600 MB tillsammans. Skicka dem var för sig, dela upp dem månad för månad, eller be driften läsa in dem med ./fullfolj import.',
    broken: 'Filerna kom inte fram hela. Välj dem igen.',
    tooMany: 'Välj högst 20 filer på en gång.',
    onlyYourUnit: 'Du läser in elever på din egen skolenhet. Rader om andra skolenheter stoppas.',
  },
  formats: {
    title: 'Filer som går att läsa in',
    text: 'Excel (.xlsx), där varje blad läses för sig, och CSV eller text. Rubrikerna får stå på någon av de tio första raderna. Vad en fil är syns på rubrikerna och inte på namnet.',
    headingsOf: (kind: string) => `Rubriker: ${kind}`,
    needs: (headings: string) => `Måste finnas: ${headings}.`,
    heading: 'Rubrik',
  },
  list: {
    title: 'Tidigare inläsningar',
    empty: 'Inga filer är inlästa än',
    emptyWhy:
      'Här visas varje inläsning med vad den ändrade. Börja med filen med elever, så går det att läsa in närvaro och betyg sedan.',
    when: 'När',
    files: 'Filer',
    who: 'Vem',
    what: 'Vad som hände',
    operator: 'Driften',
    nothing: 'Inget nytt',
    unread: (files: number) =>
      files === 1 ? 'En fil läses inte' : `${number(files)} filer eller blad läses inte`,
    counts: (created: number, updated: number, refused: number) =>
      [
        created > 0 && `${number(created)} nya`,
        updated > 0 && `${number(updated)} ändrade`,
        refused > 0 && `${number(refused)} stoppade`,
      ]
        .filter(Boolean)
        .join(', '),
  },
  states: {
    reading: 'Läses nu',
    preview: 'Väntar på dig',
    done: 'Inläst',
    stopped: 'Stannade',
    failed: 'Blev inte av',
    discarded: 'Avbruten',
    old: 'Filerna borttagna',
    nothing: 'Inget att läsa in',
  },
  reading: {
    title: (source: string) => `Läser ${source}`,
    what: 'Filerna läses igenom. Sidan uppdateras av sig själv.',
    confirmed: 'Filerna läses in. Sidan uppdateras av sig själv. Du kan gå härifrån; läsningen fortsätter.',
    waiting: 'Filerna öppnas. Pågår en annan inläsning väntar den här på sin tur.',
    progress: (kind: string, share: number, rows: number) =>
      share >= 1
        ? `${kind}: sparar ${number(rows)} rader`
        : `${kind}: ${Math.round(share * 100)} %, ${plural(rows, 'rad', 'rader')}`,
    again: 'Uppdatera sidan',
  },
  preview: {
    title: (source: string) => `Förhandsvisning: ${source}`,
    read: (moment: string) => `läst ${moment}`,
    confirm: (rows: number) => `Läs in ${plural(rows, 'rad', 'rader')}`,
    accept: 'Det stämmer, läs in ändå',
    discard: 'Avbryt',
    nothing: 'Det finns inget att läsa in i filerna. Vad som behövs står vid varje fil.',
    noRows: 'Det finns inga rader under rubrikerna, så det finns inget att läsa in.',
    allRefused:
      'Alla rader stoppas, så det finns inget att läsa in. Skälen står nedan. Rätta filerna och skicka dem igen.',
    others: 'Välj andra filer',
    stops: 'Ändringen är så stor att någon behöver titta först. Läs in ändå bara om det här stämmer:',
    unchangedOnly: 'Allt i filerna finns redan. Det finns inget nytt att läsa in.',
    unchangedAndRefused:
      'Raderna som går att läsa finns redan, och resten stoppas. Det finns inget nytt att läsa in. Skälen står nedan.',
    changed: 'Sidan hade hunnit bli gammal. Inget är ändrat. Titta igen innan du läser in.',
    filesGone: 'Filerna är borttagna eftersom det har gått ett dygn. Välj dem igen om de ska läsas in.',
  },
  result: {
    title: (source: string) => `Inläst: ${source}`,
    done: (created: number, updated: number) => `Filerna är inlästa: ${changedRows(created, updated)}.`,
    signals: (students: number) => `Signalerna är omräknade för ${plural(students, 'elev', 'elever')}.`,
    stoppedTitle: (source: string) => `Stannade: ${source}`,
    stopped: 'Inläsningen stannade och inget är ändrat. Läs in ändå bara om det här stämmer:',
    failedTitle: (source: string) => `Blev inte av: ${source}`,
    failed:
      'Filerna blev inte inlästa och inget är ändrat. Välj filerna igen. Händer det en gång till: hör av dig till driften.',
    discarded: 'Förhandsvisningen avbröts. Filerna är borttagna och inget är ändrat.',
    back: 'Till Import',
    by: (name: string, moment: string) => `inläst av ${name} ${moment}`,
    somebodyWasFirst: (name: string, moment: string) => `${name} hann före dig, ${moment}.`,
    more: 'Läs in fler filer',
    students: 'Elever',
    ownStudents: 'Mina elever',
  },
  keys: {
    title: 'Filerna i korthet',
    rows: 'Rader i filerna',
    students: (count: number) => plural(count, 'elev med något nytt', 'elever med något nytt'),
    readIn: 'Läses in',
    wasReadIn: 'Inlästa',
    parts: (created: number, updated: number, unchanged: number) =>
      counted(
        [created, 'ny', 'nya'],
        [updated, 'ändrad', 'ändrade'],
        [unchanged, 'oförändrad', 'oförändrade'],
      ).join(', ') || 'inga rader',
    refused: 'Stoppas',
    wasRefused: 'Stoppades',
    refusedWhere: 'läses inte in, listas nedan',
    wasRefusedWhere: 'lästes inte in, listas nedan',
    refusedNone: 'alla rader går att läsa',
    wasRefusedNone: 'alla rader gick att läsa',
    compared: 'Jämfört med tidigare veckor',
    reasonable: 'rimligt, gränsen är 50 %',
    unreasonable: 'något avviker, se Ser det rimligt ut',
    toLookAt: 'Att titta på',
    toLookAtNone: 'inget avviker',
    toLookAtSome: 'listas under Ser det rimligt ut',
  },
  refused: {
    title: (count: number) => `${plural(count, 'rad', 'rader')} stoppas`,
    titleAfter: (count: number) => `${plural(count, 'rad', 'rader')} stoppades`,
    aside: 'Inget annat väntar på dem',
    row: 'Rad',
    content: 'Innehåll',
    rows: (count: number, column: string) => `${number(count)} rader, ${column}`,
    rowsAndMore: (rows: string, more: number) => `${rows} och ${plural(more, 'rad', 'rader')} till`,
    wholeRow: 'hela raden',
    endsWith: (end: string) => `slutar på ${end}`,
    empty: 'tom',
    more: (count: number) => `Här visas de första. ${plural(count, 'rad', 'rader')} till står i filen.`,
    download: (file: string) => `Ladda ner stoppade rader ur ${file}`,
    reason: 'Skäl',
    advice: 'Gör så här',
    column: 'Kolumn',
    number: 'Rad i filen',
  },
  columns: {
    title: 'Kolumner',
    summary: (kind: string, file: string | undefined, known: number, all: number) =>
      `${kind}${file === undefined ? '' : ` i ${file}`}: ${number(known)} av ${number(all)} kolumner läses`,
    andFiles: (file: string, more: number) => `${file} och ${plural(more, 'fil', 'filer')} till`,
    notRead: (headings: readonly string[]) => `Läses inte: ${joined(headings)}.`,
    inFile: 'I filen',
    becomes: 'Blir',
    example: 'Exempel',
    notShown: 'visas inte',
    becomesNothing: 'Läses inte',
    empty: 'tom i de första raderna',
  },
  warnings: { title: 'Att veta', rows: (count: number) => `Gäller ${plural(count, 'rad', 'rader')}.` },
  files: {
    title: 'Filer som inte läses',
    isSomethingElse: 'Är filen något annat?',
  },
  checks: { title: 'Ser det rimligt ut?' },
  safety: {
    title: 'Om något blir fel',
    text: 'Allt läses in på en gång eller inte alls. En rad som saknas i en ny fil tar inte bort något. Rätta i systemet som filen kommer från och läs in den igen.',
  },
} as const;
