import { joined } from '../../platform/web/format-list.ts';
import { number } from '../../platform/web/format-number.ts';

/** What each list of SS 12000 is called in a sentence. */
const lists: Readonly<Record<string, string>> = {
  organisations: 'skolenheter',
  persons: 'personer',
  groups: 'klasser och grupper',
  duties: 'tjänster',
  activities: 'undervisning',
  syllabuses: 'kurser och ämnesnivåer',
  programmes: 'program',
  studyplans: 'studieplaner',
  calendarEvents: 'lektioner',
  attendances: 'närvaro per lektion',
  aggregatedAttendance: 'närvaro i summor',
  absences: 'anmäld frånvaro och ledighet',
  grades: 'betyg',
};

/** The words of sources: systems that data is fetched from. */
export const sourceWords = {
  title: 'Källor',
  lists,
  notes: {
    unknownCodes: (codes: readonly string[]) =>
      `Källan använder koder som inte står i standarden. De sparas som de står: ${codes.slice(0, 10).join(', ')}${codes.length > 10 ? ' med flera' : ''}.`,
    withoutUnit:
      'Elever är inskrivna på en organisation utan skolenhetskod, och ingen ovanför den har någon. De läses inte in. Lägg till skolenhetskoden i källan.',
    withoutLesson:
      'Källan skickade närvaro för lektioner som den inte längre har. Den närvaron läses inte in.',
    lessonWaits:
      'Källan skickade närvaro för lektioner som den inte har skickat än. Den läses in när de kommer.',
    unreadableTime:
      'Lektioner har tider som inte går att läsa, eller slutar innan de börjar. De läses inte in.',
  },
  problems: {
    credentialsGone:
      'Uppgifterna för inloggningen går inte att läsa, till exempel för att Fullfölj har flyttats till en ny server. Skriv in dem igen under Ändra källan.',
    broken: {
      code: 'broken',
      says: 'Hämtningen gick inte, och felet är vårt. Det som hämtades före är kvar. Driften ser felet i loggen.',
    },
    nothing: 'Källan hade inget som kan läsas in.',
  },
  list: {
    lead: 'System som elever, närvaro och betyg hämtas från varje natt, med standarden SS 12000.',
    add: 'Lägg till källa',
    empty: 'Ingen källa är inlagd',
    emptyWhy:
      'Med en källa behöver ingen skicka filer: elever, närvaro och betyg hämtas varje natt. Leverantören av skolans system ger adress och nyckel.',
    name: 'Källa',
    state: 'Så gick det senast',
    latest: 'Hämtad',
    next: 'Nästa hämtning',
    never: 'aldrig',
  },
  states: {
    pulling: 'Hämtas nu',
    previewed: 'Väntar på dig',
    done: 'Inläst',
    nothing: 'Inget att läsa in',
    stopped: 'Stannade',
    failed: 'Gick inte',
    interrupted: 'Avbröts',
    paused: 'Pausad',
    new: 'Inte hämtad än',
  },
  says: {
    pulling: (list: string, objects: number) =>
      `Hämtar ${list}: ${number(objects)} hittills. Sidan uppdateras av sig själv.`,
    pullingBegins: 'Frågar källan. Sidan uppdateras av sig själv.',
    importing: 'Allt är hämtat. Jämför med det som finns. Sidan uppdateras av sig själv.',
    previewed: 'Allt är hämtat och inget är ändrat. Titta på vad som skulle ändras, och läs sedan in.',
    done: (when: string) => `Inläst ${when}.`,
    stopped: 'Ändringen är så stor att någon behöver titta först. Inget är ändrat.',
    interrupted:
      'Servern startades om under hämtningen. Inget är ändrat, och nästa hämtning fortsätter där den var.',
    fresh: 'Inget är hämtat från källan än. Prova anslutningen och hämta sedan.',
    tryAgain: (when: string) => `Nästa försök ${when}.`,
    busy: 'Källan hämtas redan. Vänta tills det är klart.',
    noDeletions:
      'Källan berättar inte vad den har tagit bort. Hämta allt på nytt då och då, och avsluta det som är borta i källan.',
    saved: 'Källan är sparad. Prova anslutningen, så får du veta vad källan har.',
    asked: 'Källan säger till när något ändras.',
    notAsked: 'Källan tar inte emot önskemål om att säga till. Den hämtas på sin tid ändå.',
  },
  next: {
    at: (when: string) => when,
    today: (hour: number) => `i dag från kl. ${hour}`,
    tomorrow: (hour: number) => `i morgon från kl. ${hour}`,
    none: 'bara när någon hämtar',
    paused: 'pausad',
    commandLine: 'från kommandoraden',
  },
  act: {
    preview: 'Hämta nu',
    previewWhy: 'När du hämtar får du se vad som skulle ändras innan något läses in.',
    look: 'Se vad som skulle ändras',
    look2: 'Se vad som ändrades',
    import: 'Läs in',
    importAnyway: 'Det stämmer, läs in ändå',
    try: 'Prova anslutningen',
    change: 'Ändra källan',
    pause: 'Pausa',
    resume: 'Fortsätt hämta',
    subscribe: 'Be källan säga till när något ändras',
    unsubscribe: 'Sluta ta emot besked från källan',
    anew: 'Hämta allt på nytt',
    anewWhy:
      'Läsårets uppgifter hämtas en gång till och jämförs med det som finns. Använd det när något har rättats i källan utan att den säger det.',
    anewOpen: 'Hämta allt på nytt …',
    remove: 'Ta bort källan',
    removeOpen: 'Ta bort källan …',
    removeWhy: 'Adress, inloggning och allt som väntar tas bort. Det som är inläst finns kvar.',
    again: 'Uppdatera sidan',
  },
  detail: {
    facts: 'Om källan',
    address: 'Adress',
    login: 'Inloggning',
    hour: 'Hämtas',
    hourAt: (hour: number) => `varje dag från kl. ${hour}`,
    wanted: 'Hämtar',
    everything: 'allt som källan har',
    tells: 'Säger till',
    yes: 'när något ändras',
    no: 'nej',
    what: 'Det som är hämtat',
    list: 'Lista',
    count: 'Finns',
    latest: 'Kom senast',
    since: 'Hämtad',
    underWay: 'pågår',
    waiting: {
      studyplans: 'Studieplanerna sparas tills det finns en studieplan att visa dem i.',
    },
    settings: 'Sköt källan',
  },
  tried: {
    title: 'Anslutningen fungerar',
    failed: 'Anslutningen fungerar inte',
    has: (names: readonly string[]) => `Källan har ${joined(names)}.`,
    hasNot: (names: readonly string[]) => `Den har inte ${joined(names)}.`,
    refuses: (names: readonly string[]) => `Den lämnar inte ut ${joined(names)} till oss.`,
    onlyRoster: 'Elever kommer härifrån. Läs in närvaro och betyg med filer.',
    onlySums: 'Närvaro kommer i summor per vecka. Signaler räknas på lektioner, så de behöver filer.',
  },
  form: {
    add: 'Lägg till källa',
    change: (name: string) => `Ändra ${name}`,
    name: 'Namn',
    nameHelp: 'Det som visas i listan och på inläsningarna, till exempel systemets namn.',
    address: 'Adress',
    addressHelp: 'Som leverantören gav den, med versionen sist: https://skola.example/v2.0',
    login: 'Så loggar Fullfölj in',
    logins: {
      token: 'Fast nyckel',
      'client-credentials': 'OAuth 2 (klient-id och hemlighet)',
      certificate: 'Klientcertifikat',
      'command-line': 'Från kommandoraden',
    },
    keep: 'Lämna tomt för att behålla det som är sparat.',
    tokenGroup: 'Fast nyckel',
    token: 'Nyckel',
    oauthGroup: 'OAuth 2',
    tokenUrl: 'Adress till inloggningstjänsten',
    clientId: 'Klient-id',
    clientSecret: 'Hemlighet',
    scope: 'Omfång (scope)',
    certificateGroup: 'Klientcertifikat',
    cert: 'Certifikat (PEM)',
    key: 'Privat nyckel (PEM)',
    ca: 'Utfärdare som källan har själv (PEM)',
    optional: '(valfritt)',
    onlyChosen: 'Leverantören säger vilket det är.',
    hour: 'Hämtas',
    hours: { none: 'Bara när någon hämtar', at: (hour: number) => `Varje dag från kl. ${hour}` },
    hourHelp: 'Signalerna räknas klockan 5. Hämta före det, när källan har lite att göra.',
    resources: 'Hämta också',
    choices: { narvaro: 'Lektioner och närvaro', betyg: 'Betyg', planer: 'Program och studieplaner' },
    resourcesHelp: 'Elever, klasser, grupper och personal hämtas alltid.',
    save: 'Spara',
    sealed: 'Inloggningen sparas krypterad, visas aldrig igen och skrivs aldrig i någon logg.',
    cancel: 'Avbryt',
  },
  errors: {
    name: 'Skriv ett namn på högst 80 tecken.',
    address: 'Skriv adressen som leverantören gav den, med https:// först.',
    addressTaken: 'Det finns redan en källa med den adressen.',
    login: 'Välj hur Fullfölj loggar in.',
    token: 'Skriv nyckeln.',
    moved:
      'Adressen leder till en annan server. Skriv inloggningen på nytt: den som är sparad skickas inte till en ny adress.',
    oauth: 'Skriv adress till inloggningstjänsten, klient-id och hemlighet.',
    certificate: 'Klistra in både certifikat och privat nyckel, med raderna BEGIN och END.',
    hour: 'Välj när källan hämtas.',
  },
} as const;

/** The words of a run that was fetched from a source. */
export const fetchedRunWords = {
  previewed: 'Det här är hämtat men inte inläst, och inget är ändrat. Läs in det från',
  stopped: 'Stämmer det ändå? Läs in från',
  failed: 'Hämtningen blev inte av och inget är ändrat. Varför står på',
  source: 'källans sida',
  looked: 'Förhandsvisad',
} as const;

/** The words of the way to sources from the page Import. */
export const sourcesLinkWords = {
  title: 'Hämta utan filer',
  why: 'Elever, närvaro och betyg kan hämtas varje natt direkt från skolans system.',
  link: 'Källor',
} as const;
