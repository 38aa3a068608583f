import { joined } from '../../platform/web/format-list.ts';
import { number, plural } from '../../platform/web/format-number.ts';

/** The words of the pages where a person says what the columns of a file are. */
export const importColumnWords = {
  say: 'Säg vad kolumnerna är',
  sayOf: (file: string) => `Säg vad kolumnerna i ${file} är`,
  change: 'Ändra hur kolumnerna läses',
  changeOf: (file: string) => `Ändra hur kolumnerna i ${file} läses`,
  asBefore: 'Kolumnerna lästes som förra gången.',
  asSaid: 'Kolumnerna läses som du har sagt.',
  from: (source: string) => `Filen kommer från ${source}.`,
  wholeFile: {
    unit: (unit: string) => `Alla elever läses in på ${unit}.`,
    period: (period: string) => `Perioden är ${period}.`,
  },
  knownBut: (missing: readonly string[]) =>
    `Kolumnerna är kända sedan förra gången, men filen saknar ${joined(missing)}. Säg det för den här filen på sidan Import.`,
  /** A column by its heading, or by its place when the heading is empty. */
  column: (heading: string | undefined, index: number) =>
    heading?.trim() ? heading.trim() : `kolumn ${index + 1} utan rubrik`,
  page: {
    title: (file: string) => `Kolumnerna i ${file}`,
    preview: 'Förhandsvisning',
    what: 'Vad är det för fil?',
    whatAside: 'Inget läses in än',
    kind: 'Filen handlar om',
    chooseKind: 'Välj',
    row: 'Rubrikerna står på rad',
    rowOption: (row: number, headings: string) => (headings ? `${row}: ${headings}` : `${row}: tom`),
    dataRow: (cells: number) => `uppgifter i ${plural(cells, 'cell', 'celler')}`,
    show: 'Visa kolumnerna',
    showAgain: 'Visa kolumnerna på nytt',
  },
  form: {
    title: 'Vad är kolumnerna?',
    aside: (chosen: number, all: number) => `${number(chosen)} av ${number(all)} är valda`,
    inFile: 'I filen',
    examples: 'Exempel',
    means: 'Läses som',
    meansOf: (column: string) => `${column} läses som`,
    notRead: 'Läses inte',
    hiddenNumber: (digits: number) => `${plural(digits, 'siffra', 'siffror')}, visas inte`,
    hiddenText: 'text, visas inte',
    hiddenAddress: 'adress, visas inte',
    noExamples: 'tom i de första raderna',
    andMore: 'Och om filen som helhet',
    unit: 'Skolenhet för alla elever i filen',
    unitHelp: 'Behövs bara när filen inte har någon kolumn för skolenhet.',
    unitFromColumn: 'Står i en kolumn',
    unitCode: 'Skolenhetskod, åtta siffror',
    unitGiven: (name: string) => `Utan en kolumn för skolenhet läses alla elever in på ${name}.`,
    starts: 'Första dagen som filen handlar om',
    ends: 'Sista dagen',
    periodHelp: 'Behövs bara när filen inte har kolumner för perioden. Gäller den här filen och ingen annan.',
    days: 'Så skrivs dagar i filen',
    dayOrders: {
      'year-first': 'år, månad, dag: 2026-11-16',
      'day-first': 'dag, månad, år: 16/11/2026',
      'month-first': 'månad, dag, år: 11/16/2026',
    },
    times: 'Tid i kolumner för minuter',
    minutes: 'minuter: 90',
    hours: 'timmar: 1,5',
    remember: 'Kom ihåg till nästa gång',
    source: 'Systemet som filen kommer från',
    sourceNote: 'om du vill',
    holdsFor: 'Gäller filer från',
    everyUnit: 'alla skolenheter',
    holdsForOne: (name: string) =>
      `Nästa fil från ${name} med samma rubriker läses på samma sätt. Det går att ändra och glömma under Sparade kolumner.`,
    holdsForHelp:
      'Nästa fil med samma rubriker läses på samma sätt. Det går att ändra och glömma under Sparade kolumner.',
    save: 'Spara och titta på filen igen',
    saveMapping: 'Spara',
    back: 'Tillbaka utan att spara',
  },
  needs: {
    title: 'Det här behövs',
    said: 'sägs för hela filen',
    oneOf: 'en av dem räcker',
  },
  privacy: {
    title: 'Vad som visas',
    text: 'Exempel som kan vara namn, personnummer eller adresser visas inte. Bara rubrikerna och dina val sparas, ingenting ur raderna.',
  },
  faults: {
    emptyRow: 'Raden är tom. Välj raden där rubrikerna står.',
    notHeadings:
      'Raden ser ut som uppgifter om någon och inte som rubriker. Välj raden där rubrikerna står, eller lägg till en rad med rubriker överst i filen.',
    tooWide: (most: number) =>
      `Filen har fler än ${most} kolumner. Ta bort dem som inte behövs och skicka filen igen.`,
    twice: (first: string, second: string, name: string) =>
      `Både ”${first}” och ”${second}” är valda som ${name}. Välj en av dem.`,
    missing: (names: readonly string[]) => `Ingen kolumn är vald som ${joined(names, 'eller')}.`,
    unsaid: {
      unit: 'Filen säger inte vilken skolenhet eleverna går på. Välj en kolumn eller en skolenhet för hela filen.',
      starts: 'Filen säger inte när perioden börjar. Välj en kolumn eller fyll i första dagen.',
      ends: 'Filen säger inte när perioden slutar. Välj en kolumn eller fyll i sista dagen.',
    },
    protection: (heading: string) =>
      `Kolumnen ”${heading}” säger vilka som har skyddade uppgifter. Läs den som Sekretessmarkering, annars syns de.`,
    noSuchDay: 'Dagen finns inte. Skriv den som ÅÅÅÅ-MM-DD.',
    endsBeforeStart: 'Sista dagen är före den första.',
    notYourUnit: 'Välj en av dina egna skolenheter.',
    longSource: (most: number) => `Skriv systemets namn med högst ${most} tecken.`,
    chooseKind: 'Välj vad filen handlar om.',
  },
  stale: {
    title: 'Kolumnerna sparades inte',
    done: 'Filen är redan inläst, så det går inte att ändra hur dess kolumner läses. Inget är ändrat. Skicka filen igen om den ska läsas på ett annat sätt.',
    gone: 'Filen är inte kvar: inläsningen är avbruten eller så har det gått ett dygn. Inget är ändrat. Skicka filen igen.',
    reading: 'Filen läses just nu. Inget är ändrat. Titta på inläsningen igen om en stund.',
    run: 'Till inläsningen',
    list: 'Sparade kolumner',
  },
  list: {
    title: 'Sparade kolumner',
    otherHeadings: 'Filer med andra rubriker',
    linkWhy: 'I förhandsvisningen går det att säga vad kolumnerna är. Nästa fil läses likadant.',
    caption: 'Filer vars kolumner någon har sagt vad de är',
    aside: 'Filer med samma rubriker läses så av sig själva',
    empty: 'Inga kolumner är sparade än',
    emptyWhy:
      'När en fil har rubriker som Fullfölj inte känner igen går det att säga vad kolumnerna är i förhandsvisningen. Då står det här, och nästa fil med samma rubriker läses likadant.',
    source: 'System',
    noSource: 'Utan namn',
    headings: 'Rubriker som läses',
    kind: 'Handlar om',
    unit: 'Gäller filer från',
    who: 'Sparades',
    act: 'Ändra eller glöm',
    changeOne: 'Ändra',
    forget: 'Glöm',
    andMore: (shown: string, more: number) => `${shown} och ${more} till`,
    ofOthers: 'ändras av den som läser in för alla skolenheter',
    forgotten:
      'Kolumnerna är glömda. Nästa fil med de rubrikerna frågar vi om igen. Det som redan är inläst är oförändrat.',
    saved:
      'Kolumnerna är sparade. Nästa fil med de rubrikerna läses så. Det som redan är inläst är oförändrat.',
    changeTitle: (source: string) => `Ändra kolumner: ${source}`,
  },
} as const;
