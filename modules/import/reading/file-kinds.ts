/** The kinds of file that can be read in, in the order they are read whatever the files are called. */
export const kinds = ['elever', 'narvaro', 'narvaro_summa', 'betyg'] as const;
/** One of `kinds`. */
export type Kind = (typeof kinds)[number];

/** One field of a kind: its usual heading, what it becomes here (Swedish, for the page) and other headings accepted. */
export interface FieldSpec {
  readonly heading: string;
  readonly becomes: string;
  readonly alsoCalled: readonly string[];
}

/** A kind of file: its fields, and which of them must be there: each group needs one of its fields. */
export interface KindSpec {
  readonly title: string;
  readonly fields: Readonly<Record<string, FieldSpec>>;
  readonly needs: readonly (readonly string[])[];
}

const field = (heading: string, becomes: string, ...alsoCalled: string[]): FieldSpec => ({
  heading,
  becomes,
  alsoCalled,
});

const civic = field(
  'Personnummer',
  'Elev',
  'PersonNr',
  'Pnr',
  'socialnumber',
  'SocSecNo',
  'Elevens personnummer',
  'Elev-pnr',
);
const source = field('Person-ID', 'Elev', 'Elev-ID', 'Student-ID', 'studentid', 'external_patientid');
const course = field('Kurskod', 'Kurs eller ämnesnivå', 'Kurs', 'Nivåkod', 'courseCode', 'Kursens kod');
const remove = field('Ta bort', 'Tas bort', 'Tas bort', 'Borttagen');
const group = field('Ämnesgrupp', 'Undervisningsgrupp', 'Grupp', 'Undervisningsgrupp', 'Group');

/** Skolverket's roster template for digital national tests (sheet Elevinskrivningar) and four columns of our own. */
const elever: KindSpec = {
  title: 'Elever',
  needs: [['civic', 'source'], ['givenName'], ['familyName'], ['unit']],
  fields: {
    source,
    federatedName: field('Federationsanvändarnamn', 'Inloggningsnamn', 'eduPersonPrincipalName', 'username'),
    civic,
    protection: field(
      'Sekretessmarkering',
      'Skyddade uppgifter',
      'Sekretess',
      'Skyddad',
      'Skyddad identitet',
    ),
    givenName: field('Förnamn', 'Förnamn', 'fname', 'Firstname', 'Tilltalsnamn'),
    middleName: field('Mellannamn', 'Mellannamn', 'middleName'),
    familyName: field('Efternamn', 'Efternamn', 'lname', 'Lastname'),
    email: field('E-postadress', 'E-post', 'email', 'E-post', 'Epost', 'Mail'),
    schoolForm: field('Skolform', 'Skolform', 'skolformkort'),
    unit: field('Skolenhetskod', 'Skolenhet', 'Enhet', 'Skolenhet', 'schoolUnitCode', 'enhetid'),
    year: field('Årskurs', 'Årskurs', 'year', 'Åk'),
    programme: field('Studievägskod', 'Program', 'Studieväg', 'Programkod'),
    className: field('Klass', 'Klass', 'class', 'Klassnamn'),
    groups: field('Ämnesgrupper', 'Undervisningsgrupper', 'Grupper', 'Undervisningsgrupper'),
    starts: field('Startdatum', 'Inskriven från', 'Inskriven från', 'Start'),
    ends: field('Slutdatum', 'Inskriven till', 'Inskriven till', 'Slut'),
    homeMunicipality: field('Hemkommun', 'Hemkommun', 'Hemkommunkod', 'Kommunkod'),
    mentors: field('Mentor', 'Mentor', 'Mentorer', 'Ansvarig mentor'),
    remove: field('Ta bort', 'Avslutad', 'Tas bort', 'Borttagen'),
  },
};

/** One row per student and lesson, in minutes or with a word for how it was. */
const narvaro: KindSpec = {
  title: 'Närvaro per lektion',
  needs: [
    ['civic', 'source'],
    ['day'],
    ['start'],
    ['minutes', 'end'],
    ['attended', 'valid', 'invalid', 'status', 'reported'],
  ],
  fields: {
    civic,
    source,
    day: field('Datum', 'Lektionens dag', 'Lektionsdatum', 'Date', 'Dag'),
    start: field('Starttid', 'Lektionens start', 'Start', 'Tid från', 'Börjar'),
    end: field('Sluttid', 'Lektionens slut', 'Slut', 'Tid till', 'Slutar'),
    group,
    course,
    minutes: field(
      'Lektionsminuter',
      'Lektionens längd',
      'Lektionstid',
      'Lektionslängd',
      'Minuter',
      'Undv. tid',
    ),
    attended: field('Närvaro (min)', 'Närvaro', 'Närvaro', 'Närvarominuter', 'N min'),
    valid: field('Giltig frånvaro (min)', 'Giltig frånvaro', 'Giltig frånvaro', 'Giltig', 'GF min'),
    invalid: field('Ogiltig frånvaro (min)', 'Ogiltig frånvaro', 'Ogiltig frånvaro', 'Ogiltig', 'F min'),
    other: field('Annan aktivitet (min)', 'Annan aktivitet', 'Annan aktivitet'),
    late: field('Sen ankomst (min)', 'Sen ankomst', 'Sen ankomst', 'Sen', 'Försening (min)'),
    reason: field('Frånvaroanledning', 'Anledning', 'Anledning', 'Frånvaroorsak', 'Orsak'),
    reported: field('Rapporterad', 'Underlagets täckning', 'Rapporterat', 'Är rapporterad'),
    lessonRef: field('Lektions-ID', 'Lektionens beteckning', 'Lektion-ID', 'lessonid'),
    status: field('Status', 'Närvaro i ord', 'Närvarostatus', 'Frånvarotyp', 'Frånvarostatus'),
    remove,
  },
};

/** Totals of a period with the headings of Vklass; hours and percentages as LearnPoint and Skola24 write them. */
const narvaroSumma: KindSpec = {
  title: 'Närvaro per period',
  needs: [
    ['civic', 'source'],
    ['starts'],
    ['ends'],
    ['offered', 'offeredHours'],
    ['valid', 'validHours', 'validPercent'],
    ['invalid', 'invalidHours', 'invalidPercent'],
  ],
  fields: {
    civic,
    source,
    starts: field('Från', 'Periodens första dag', 'Startdatum', 'Från och med', 'Fr.o.m.', 'Från datum'),
    ends: field('Till', 'Periodens sista dag', 'Slutdatum', 'Till och med', 'T.o.m.', 'Till datum'),
    group,
    course,
    lessons: field('Lekt.', 'Antal lektioner', 'Lektioner', 'Antal tillfällen', 'Antal lektioner'),
    offered: field(
      'Undv. tid',
      'Undervisningstid',
      'Undervisningstid',
      'Lektionstid',
      'Undv tid (min)',
      'Total lektionstid',
    ),
    offeredHours: field(
      'Totalt (t)',
      'Undervisningstid',
      'Totalt (tim)',
      'Undv. tid (h)',
      'Undv. tid h',
      'Undervisningstid (h)',
    ),
    attended: field('N min', 'Närvaro', 'Närvaro (min)', 'Närvaro min'),
    attendedHours: field('N h', 'Närvaro', 'Närvaro (t)', 'Närvaro (tim)'),
    valid: field(
      'GF min',
      'Giltig frånvaro',
      'Giltig frånvaro (min)',
      'Giltig (min)',
      'Giltig',
      'Giltig frånvaro',
    ),
    validHours: field('GF h', 'Giltig frånvaro', 'Giltig (tim)', 'Giltig (t)'),
    validPercent: field('GF %', 'Giltig frånvaro', 'Giltig (%)'),
    invalid: field(
      'F min',
      'Ogiltig frånvaro',
      'Ogiltig frånvaro (min)',
      'Ogiltig (min)',
      'Ogiltig',
      'Ogiltig frånvaro',
    ),
    invalidHours: field('F h', 'Ogiltig frånvaro', 'Ogiltig (tim)', 'Ogiltig (t)'),
    invalidPercent: field('F %', 'Ogiltig frånvaro', 'Ogiltig (%)'),
    other: field('Annan aktivitet (min)', 'Annan aktivitet', 'Annan aktivitet'),
    remove,
    unreportedPercent: field(
      'Ej reg tid',
      'Underlagets täckning',
      'Ej reg tid (%)',
      'Ej reg. tid',
      'Ej rapporterat (%)',
    ),
    reportedPercent: field(
      'Rapporterat (%)',
      'Underlagets täckning',
      'Rapporteringsgrad',
      'Rapporterat %',
      'Rapporteringsgrad (%)',
    ),
  },
};

/** One row per student, course and day of grading. */
const betyg: KindSpec = {
  title: 'Betyg',
  needs: [['civic', 'source'], ['course'], ['grade'], ['gradedOn', 'term']],
  fields: {
    civic,
    source,
    unit: field('Skolenhetskod', 'Läses inte', 'Skolenhet'),
    course,
    courseName: field('Kurs/nivå', 'Kursens namn', 'Kursnamn', 'Nivå', 'Kursbenämning'),
    points: field('Poäng', 'Poäng', 'Kurspoäng', 'p'),
    grade: field('Betyg', 'Betyg', 'Grade', 'Betygsvärde'),
    gradedOn: field('Betygsdatum', 'Dag för betyget', 'Datum', 'Registreringsdatum', 'Satt datum'),
    term: field('Termin', 'Termin', 'Läsårstermin'),
    trial: field('Prövning', 'Prövning', 'Prövad'),
    extended: field('Utökad', 'Utökad kurs', 'Utökat program'),
    adaptedPlan: field('Anpassad studieplan', 'Anpassad studieplan', 'Anpassad'),
    teacher: field('Lärarsignatur', 'Lärare', 'Lärare', 'Signatur', 'Betygssättande lärare'),
    remark: field('Anmärkning', 'Anmärkning', 'Kommentar', 'Notering'),
    remove,
  },
};

/** What each kind looks like. Headings: the national roster template, Vklass, and our own (docs/import.md). */
export const kindSpecs: Readonly<Record<Kind, KindSpec>> = {
  elever,
  narvaro,
  narvaro_summa: narvaroSumma,
  betyg,
};

/** Fields that name somebody, or say what an absence was about: what stands in them is not shown, and no example is kept. */
export const namingFields: ReadonlySet<string> = new Set([
  'civic',
  'source',
  'federatedName',
  'givenName',
  'middleName',
  'familyName',
  'email',
  'mentors',
  'teacher',
  'remark',
  'reason',
]);

/** The field that a heading stands for in files of a kind; undefined for a heading that is not read. */
export function fieldOf(kind: Kind, heading: string): string | undefined {
  const wanted = heading.trim().toLowerCase();
  const fields = Object.entries(kindSpecs[kind].fields);
  return fields.find(([, { heading, alsoCalled }]) =>
    [heading, ...alsoCalled].some((name) => name.toLowerCase() === wanted),
  )?.[0];
}

/**
 * Files that are recognised but not read yet: a heading that only they have, and what they are. `outweighs`: whatever other
 * headings stand beside it. Staff have all that a student has, and must never be read in as students.
 */
export const notReadYet: readonly {
  readonly heading: string;
  readonly title: string;
  readonly outweighs?: true;
}[] = [
  { heading: 'Inskriven i KAA', title: 'kommunens aktivitetsansvar' },
  { heading: 'Kurstyp', title: 'en studieplan' },
  { heading: 'Uppföljningsdatum', title: 'stödinsatser' },
  { heading: 'Tjänstgörings-ID', title: 'personalens tjänster', outweighs: true },
  { heading: 'Klass-ID', title: 'klasser' },
  { heading: 'Provaktivitetsnamn', title: 'provaktiviteter' },
];
