import { joined } from '../../platform/web/format-list.ts';
import { number, plural } from '../../platform/web/format-number.ts';

const students = (count: number): string => plural(count, 'elev', 'elever');

/** The words of what a run changes about students, and of those who stand in no file. */
export const storyWords = {
  differences: {
    title: 'Det här ändras',
    titleAfter: 'Det här ändrades',
    aside: (told: number, all: number) =>
      all > told ? `${number(told)} av ${number(all)}, det viktigaste först` : 'Det viktigaste först',
    first: 'Det här är den första inläsningen. Det finns inget tidigare att jämföra med.',
    none: 'Inget i filerna ändrar det som brukar behöva ses över: skydd, personnummer, inskrivning, betyg, frånvaro, program, namn, klass och mentor.',
    student: 'Elev',
    what: 'Vad',
    before: 'Förut',
    after: 'Nu',
    row: (row: number) => `rad ${number(row)}`,
    rowIn: (row: number, file: string) => `rad ${number(row)} i ${file}`,
    newcomer: 'Ny elev',
    newMentor: 'ny mentor',
    untilFurther: 'tills vidare',
    lastDay: (day: string) => `till ${day}`,
    noGrade: 'inget betyg',
    noProgramme: 'inget program',
    noClass: 'ingen klass',
    lessons: (count: number) => plural(count, 'lektion', 'lektioner'),
    week: (week: number) => `vecka ${week}`,
    numbers: {
      none: 'inget nummer',
      provisional: 'TF-nummer',
      coordination: 'samordningsnummer',
      personal: 'personnummer',
    },
    /** What happens to one student; `what` is a course, a week or a unit. */
    kinds: {
      'protection-lost': () => 'förlorar sin skyddsmarkering',
      'protection-gained': () => 'får skyddade uppgifter',
      'civic-number': () => 'får ett annat personnummer',
      ended: () => 'avslutas',
      'grade-removed': (course: string) => `betyget tas bort i ${course}`,
      'grade-lost': (course: string) => `är inte längre godkänd i ${course}`,
      'lessons-removed': (week: string) => `lektioner tas bort ${week}`,
      absence: (week: string) => `annan frånvaro ${week}`,
      'new-at-unit': (unit: string) => `ny på ${unit}`,
      'grade-gained': (course: string) => `blir godkänd i ${course}`,
      'grade-changed': (course: string) => `annat betyg i ${course}`,
      programme: () => 'byter program',
      name: () => 'byter namn',
      class: () => 'byter klass',
      mentor: () => 'byter mentor',
      'new-student': () => 'börjar',
    },
    /** The same of a protected student, where neither course, week nor unit is told. */
    masked: {
      'grade-removed': 'ett betyg tas bort',
      'grade-lost': 'är inte längre godkänd i en kurs',
      'lessons-removed': 'lektioner tas bort',
      absence: 'annan frånvaro en vecka',
      'new-at-unit': 'ny på en skolenhet',
      'grade-gained': 'blir godkänd i en kurs',
      'grade-changed': 'annat betyg i en kurs',
    },
    /** How many of the kind there are. */
    counted: {
      'protection-lost': (count: number) => `${number(count)} förlorar sin skyddsmarkering`,
      'protection-gained': (count: number) => `${number(count)} får skyddade uppgifter`,
      'civic-number': (count: number) => `${number(count)} får ett annat personnummer`,
      ended: (count: number) => `${number(count)} avslutas`,
      'grade-removed': (count: number) => `${number(count)} betyg tas bort`,
      'grade-lost': (count: number) => `${number(count)} betyg är inte längre godkända`,
      'lessons-removed': (count: number) => `lektioner tas bort i ${number(count)} elevveckor`,
      absence: (count: number) => `frånvaron blir en annan i ${number(count)} elevveckor`,
      'new-at-unit': (count: number) => `${number(count)} är nya på en skolenhet`,
      'grade-gained': (count: number) => `${number(count)} betyg blir godkända`,
      'grade-changed': (count: number) => `${number(count)} betyg ändras`,
      programme: (count: number) => `${number(count)} byter program`,
      name: (count: number) => `${number(count)} byter namn`,
      class: (count: number) => `${number(count)} byter klass`,
      mentor: (count: number) => `${number(count)} byter mentor`,
      'new-student': (count: number) => `${number(count)} börjar`,
    },
    rest: (parts: readonly string[]) => `Utöver listan: ${joined(parts)}.`,
  },
  missing: {
    title: 'Vilka saknas i filerna?',
    aside: 'Visas bara. Ingen tas bort för att raden saknas.',
    allThere: (unit: string, enrolled: number) =>
      `${unit}: alla ${number(enrolled)} inskrivna elever står i filerna.`,
    ofUnit: (unit: string, missing: number, enrolled: number) =>
      `${unit}: ${number(missing)} av ${number(enrolled)} inskrivna elever står inte i filerna.`,
    absentClasses: (classes: readonly string[]) =>
      classes.length === 1
        ? `Ingen i klassen ${classes[0]} står i filerna. Klassen är inte jämförd.`
        : `Ingen i klasserna ${joined(classes)} står i filerna. De klasserna är inte jämförda.`,
    ofClasses: (unit: string, named: number, enrolled: number, classes: readonly string[]) =>
      `${unit}: filerna har ${number(named)} av ${number(enrolled)} inskrivna elever. Därför jämförs bara ${classes.length === 1 ? 'klassen' : 'klasserna'} ${joined(classes)}.`,
    inClasses: (missing: number) =>
      missing === 0 ? 'Ingen saknas där.' : `${students(missing)} saknas där.`,
    ofNothing: (unit: string, named: number, enrolled: number) =>
      `${unit}: filerna har ${number(named)} av ${number(enrolled)} inskrivna elever och ingen hel klass. Därför jämförs ingen.`,
    ofNobody: (unit: string, enrolled: number) =>
      `${unit}: ingen av de ${number(enrolled)} inskrivna eleverna står i filerna. Därför jämförs ingen.`,
    otherUnits: (units: number) =>
      `På ${plural(units, 'skolenhet', 'skolenheter')} till står alla inskrivna elever i filerna.`,
    week: (unit: string, week: string, inFiles: string, here: string) =>
      `${unit}, ${week}: filerna har ${inFiles} lektionstid av ${here} som står här.`,
    weekOfPart: (unit: string, week: string, inFiles: string, here: string) =>
      `${unit}, ${week}: filerna har ${inFiles} lektionstid av ${here} som står här för samma elever.`,
    moreWeeks: (count: number) => `Och ${plural(count, 'vecka', 'veckor')} till.`,
    staysHere: 'Lektioner som inte står i filerna ligger kvar.',
    list: 'Elever som inte står i filerna',
    student: 'Elev',
    className: 'Klass',
    unit: 'Skolenhet',
    more: (count: number) => `Här visas de första. ${students(count)} till står i filen.`,
    download: 'Ladda ner dem som elevfil',
    help: 'Skriv Ja i Ta bort för dem som har slutat och skicka in filen, så avslutas de. Elever med skyddade uppgifter är inte med i filen.',
  },
  checks: {
    allAsUsual: 'Inget avviker från det vanliga.',
    asUsual: (count: number) => `${plural(count, 'jämförelse', 'jämförelser')} utan anmärkning`,
  },
  record: {
    title: 'Om inläsningen',
    files: 'Filer',
    started: 'Påbörjad',
    by: 'Av',
    took: 'Tog',
    confirmed: 'Inläst av',
    seconds: (count: number) => (count < 1 ? 'under en sekund' : plural(count, 'sekund', 'sekunder')),
    minutes: (count: number) => plural(count, 'minut', 'minuter'),
  },
  progress: {
    title: 'Hur långt det har kommit',
    waits: 'väntar på sin tur',
    reading: (share: number, rows: number) => `${Math.round(share * 100)} %, ${plural(rows, 'rad', 'rader')}`,
    saving: (rows: number) => `sparar ${plural(rows, 'rad', 'rader')}`,
    done: (rows: number) => `${plural(rows, 'rad', 'rader')} klara`,
    signals: 'Signaler',
    computing: 'räknas om',
    cancel: 'Avbryt läsningen',
    cancelHelp: 'Avbryter du tas det som är läst hittills tillbaka. Inget ändras.',
  },
  cancelled: {
    title: (source: string) => `Avbruten: ${source}`,
    says: (name: string) =>
      `${name} avbröt läsningen. Inget är ändrat. Välj filerna igen om de ska läsas in.`,
  },
  cli: {
    cancelled: 'Avbruten. Inget är ändrat.',
    differences: (parts: readonly string[]) => `Det här ändras: ${joined(parts)}.`,
  },
} as const;
