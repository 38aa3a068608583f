import { joined } from '../../platform/web/format-list.ts';
import { number, plural } from '../../platform/web/format-number.ts';

/** The words of taking things out: files, the page Export, the command. */
export const exportWords = {
  title: 'Export',
  protection: {
    none: '',
    confidential: 'Sekretessmarkering',
    'protected-registration': 'Skyddad folkbokföring',
  },
  roles: {
    mentor: 'Mentor',
    teacher: 'Lärare',
    principal: 'Rektor',
    'health-team': 'Elevhälsan',
    'career-counsellor': 'Studie- och yrkesvägledare',
    coach: 'Elevcoach',
    administrator: 'Skoladministratör',
    'head-of-education': 'Skolchef',
    'data-protection-officer': 'Dataskyddsombud',
  },
  identifierKinds: { source: 'Person-ID', civic: 'Tidigare personnummer' },
  groupKinds: { class: 'Klass', teaching: 'Undervisningsgrupp' },
  raisedBy: { self: 'Du själv', staff: 'Någon som arbetar på skolan' },
  runStates: { preview: 'Bara tittat', done: 'Inläst', stopped: 'Stannade', failed: 'Avbröts' },
  missing: 'stod inte med i filerna',
  system: 'Systemet',

  /** Why somebody takes everything out. Codes, so that nobody's words stand in the log. */
  reasons: {
    'change-of-system': 'Byte till ett annat system',
    'own-check': 'Kontroll eller egen uppföljning',
    authority: 'Begäran från en myndighet',
    archive: 'Arkivering',
    request: 'Någon har begärt ut uppgifter om sig själv',
  },

  /** Each file: what it is, for the list in LÄSMIG.txt and on the page. */
  files: {
    elever: {
      title: 'Elever',
      says: 'En rad per elev och skolenhet: den inskrivning som pågår, annars den senaste.',
    },
    personal: { title: 'Personal', says: 'En rad per person, skolenhet och uppdrag.' },
    vardnadshavare: { title: 'Vårdnadshavare', says: 'En rad per elev och vårdnadshavare.' },
    narvaro: { title: 'Lektioner', says: 'En rad per elev och lektion, i minuter.' },
    narvaro_summa: { title: 'Närvaro per period', says: 'Summor för skolor som inte lämnar lektioner.' },
    betyg: { title: 'Betyg', says: 'En rad per elev, kurs och dag. 3 betyder ej läst och 2 ej betygssatt.' },
    slutbetyg: {
      title: 'Slutbetyg från årskurs 9',
      says: 'En rad per elev, som i SCB:s fil. 9 betyder streck, 3 inte läst och 2 inte betygssatt.',
    },
    skolenheter: { title: 'Skolenheter', says: 'Koder och namn.' },
    lasar: { title: 'Läsår och lov', says: 'Skolans kalender.' },
    identiteter: {
      title: 'Andra nummer',
      says: 'Andra Person-ID och tidigare nummer som filer kan ha.',
    },
    inskrivningar: { title: 'Inskrivningar', says: 'Alla tider på alla skolenheter.' },
    grupper: { title: 'Klasser och grupper', says: 'Alla tider i klasser och undervisningsgrupper.' },
    mentorer: { title: 'Mentorer', says: 'Vem som har varit mentor, och när.' },
    samtal: { title: 'Samtal', says: 'Samtal som är antecknade, med anteckning och nästa steg.' },
    oro: { title: 'Oro och önskemål om samtal', says: 'Det som någon har lyft, i fasta ord.' },
    signaler: { title: 'Signaler', says: 'Varje gång en signal har varit tänd, med sitt underlag.' },
    aterkoppling: { title: 'Stämmer inte', says: 'Svar på att en signal inte stämmer.' },
    gransvarden: { title: 'Egna gränsvärden', says: 'Gränser för signaler som huvudmannen själv har satt.' },
    rutiner: { title: 'Egna rutiner', says: 'Rutiner som skärper lagen.' },
    inlasningar: { title: 'Inläsningar', says: 'Filer som har lästs in, när och av vem.' },
    loggen: { title: 'Logg', says: 'Vem som har läst, skrivit och tagit ut, och varför.' },
    nyckeltal: { title: 'Nyckeltal', says: 'Det som räknas fram och visas i listor.' },
    kallor: {
      title: 'Hämtat ur andra system',
      says: 'Det som en källa har lämnat om dig och som sparas som den sa det, också studieplanen.',
    },
    andringar: { title: 'Ändringar vid inläsning', says: 'Det som en ny fil ändrade om dig.' },
    inloggning: { title: 'Inloggning', says: 'Vad inloggningstjänsten kallar dig.' },
    'vem-har-last': {
      title: 'Vem har läst om dig',
      says: 'Varje gång någon har läst, skrivit eller tagit ut.',
    },
  } as Readonly<Record<string, { readonly title: string; readonly says: string }>>,

  readme: {
    name: 'LÄSMIG.txt',
    title: (organiser: string) => `Uppgifter ur Fullfölj: ${organiser}`,
    taken: (day: string) => `Uttaget ${day}.`,
    whole: 'Gäller hela huvudmannen.',
    units: (names: readonly string[]) =>
      `Gäller ${joined(names)}: det som har lästs in om dem som är eller har varit elever där, så länge de gick där. ` +
      'Samtal, oro, signaler och logg följer bara med när hela huvudmannens uppgifter tas ut.',
    leftOut: (students: number, others: number) =>
      `${joined([
        ...(students > 0 ? [plural(students, 'elev', 'elever')] : []),
        ...(others > 0 ? [plural(others, 'annan person', 'andra personer')] : []),
      ])} med skyddade uppgifter är inte med, och inget om dem. Loggen har bara nummer.`,
    withProtected: (students: number) =>
      `Uppgifter om ${plural(students, 'elev', 'elever')} med skyddade uppgifter är med. De är märkta i kolumnen Sekretessmarkering. Hantera filerna därefter.`,
    handle:
      'Filerna innehåller personuppgifter. Förvara dem som ni förvarar elevregistret, och radera dem när ni är klara.',
    files: 'Filerna',
    rows: (count: number) => (count === 1 ? '1 rad' : `${number(count)} rader`),
    month: (title: string, month: string) => `${title} ${month}`,
    json: 'json/: samma uppgifter som de ligger i databasen, ett JSON-dokument per rad (JSON Lines), UTF-8. Tal med slutet _id hänger ihop mellan filerna.',
    format: [
      'CSV-filerna har semikolon mellan kolumnerna, decimalkomma, UTF-8 med märke först och radslut CRLF. De går att öppna i Excel.',
      'En text som börjar som en formel (= + - @) har fått en apostrof först, så att Excel inte kör den. Fullfölj tar bort apostrofen igen när filen läses in.',
      'Elever som har varken personnummer eller ett eget Person-ID har fått ett Person-ID som börjar på fullfolj-.',
    ],
    again: 'Läsa in igen',
    againHow: [
      'Lägg elever.csv, personal.csv, vardnadshavare.csv, narvaro-*.csv, narvaro_summa.csv och betyg.csv i en mapp och skriv ./fullfolj import files MAPP, eller skicka dem på sidan Import. Vad en fil är syns på rubrikerna.',
      'Gamla klasser, grupper och mentorer ligger i inskrivningar.csv, grupper.csv och mentorer.csv. De läses inte in, men går att läsa av andra system.',
    ],
    notHere: 'Det här är inte med',
  },

  extract: {
    page: 'Registerutdrag.html',
    title: 'Registerutdrag',
    portable: 'flyttbara-uppgifter',
    folder: 'uppgifter',
    lead: (day: string, organiser: string) =>
      `Det här är allt som finns om dig i Fullfölj hos ${organiser} den ${day}.`,
    organiser:
      'Huvudmannen är ansvarig för uppgifterna. Är något fel, säg det till din mentor eller till skolans administratör. Det rättas i det system som uppgiften kommer ifrån.',
    purpose:
      'Skolan använder uppgifterna för att se i tid vem som behöver ett samtal. Uppgifterna kommer från skolans system för elever, närvaro och betyg, och från dem som arbetar på skolan. Ingenting avgörs av en dator: en signal leder till ett samtal.',
    others:
      'Vem som lyfte en oro står inte här, eftersom det rör en annan person. Rader som stoppades vid en inläsning hör inte till någon och är inte med. Veckosummor räknas fram ur lektionerna.',
    elsewhere:
      'Samma uppgifter ligger som tabeller i mappen uppgifter och som registerutdrag.json. I mappen flyttbara-uppgifter ligger det som går att läsa in i ett annat system.',
    none: 'Inget finns.',
    /** Files that are called something else when they are about one student. */
    files: {
      elever: { title: 'Du', says: 'Så står du i elevregistret.' },
      vardnadshavare: { title: 'Vårdnadshavare', says: 'De som skolan har antecknat.' },
    } as Readonly<Record<string, { readonly title: string; readonly says: string }>>,
  },

  page: {
    lead: 'Allt som har lästs in eller skrivits går att ta ut igen, i de format som Fullfölj läser och som JSON.',
    leadOfUnit:
      'Det som har lästs in om skolenheten går att ta ut igen, i de format som Fullfölj läser och som JSON.',
    all: {
      title: 'Ta ut uppgifterna',
      what: 'Vad',
      whole: 'Hela huvudmannen',
      own: 'Alla mina skolenheter',
      wholeMeans:
        'Hela huvudmannen: elever, personal, närvaro, betyg, samtal, oro, signaler, inställningar och logg.',
      unitMeans: 'En skolenhet: elever, personal, närvaro och betyg, alltså det som har lästs in.',
      protect: 'Skyddade uppgifter',
      without: 'Lämna dem utanför',
      withoutMeans: 'Inget om elever med skyddade uppgifter kommer med. Filen säger hur många de är.',
      include: 'Ta med dem',
      includeMeans: 'Namn och personnummer kommer med, märkta. Bara när du måste.',
      leftOut:
        'Inget om elever med skyddade uppgifter kommer med. Behövs det, tar administratören för hela huvudmannen ut dem.',
      reason: 'Varför',
      choose: 'Välj',
      button: 'Hämta som zip',
      help: 'Uttaget loggas med ditt namn och ditt skäl, och varje elev som är med ser det på sin egen sida.',
      chooseWhat: 'Välj vad du vill ta ut.',
      chooseReason: 'Välj varför du tar ut uppgifterna.',
    },
    one: {
      title: 'Registerutdrag om en elev',
      aside: 'När någon begär att få veta vad som finns',
      who: 'Elevens personnummer eller Person-ID',
      help: 'Allt om en elev: närvaro, betyg, samtal, signaler och vem som har läst. Lämnas till eleven, och loggas.',
      protect: 'Om eleven har skyddade uppgifter',
      without: 'Gör inget utdrag',
      withoutMeans: 'Du får veta att uppgifterna är skyddade, och kan välja om.',
      include: 'Gör utdraget ändå',
      includeMeans: 'Namn och personnummer kommer med. Lämna det bara till eleven själv.',
      button: 'Hämta registerutdrag',
      missing: 'Skriv elevens personnummer eller Person-ID.',
      unknown: 'Ingen elev hos er har det personnumret eller Person-ID:t. Kontrollera siffrorna.',
      protectedClosed:
        'Eleven har skyddade uppgifter. Huvudmannens administratör kan ta ut utdraget. Eleven kan också hämta det själv på Min sida.',
      protectedAsk:
        'Eleven har skyddade uppgifter. Välj att göra utdraget ändå om du ska lämna det till eleven själv.',
    },
    contents: {
      title: 'Det här finns i filen',
      readable: 'Filer som går att läsa in igen',
      further: 'Också när hela huvudmannen tas ut',
      readme:
        'LÄSMIG.txt säger vad varje fil är och hur många rader den har. Samma uppgifter ligger också som JSON.',
    },
    safety: {
      title: 'Bra att veta',
      text: 'Filen innehåller personuppgifter. Förvara den som du förvarar elevregistret, och radera den när du är klar. Stora uttag tar några minuter. Bryts hämtningen går filen inte att öppna: hämta den igen.',
    },
    busy: {
      title: 'Flera uttag pågår',
      text: 'Vänta några minuter och försök igen.',
    },
    mine: {
      title: 'Hämta mina uppgifter',
      text: 'Du har rätt att få veta vad som finns om dig. Filen innehåller din närvaro, dina betyg, samtal, signaler och vem som har läst om dig.',
      button: 'Hämta mina uppgifter',
    },
  },
};
