import { dayLong } from '../../platform/web/format-date.ts';
import { genitive } from '../../platform/web/format-list.ts';

/** What a sentence about a relation is built of. */
export type RelationInWords = {
  since: string | null;
  through: string | null;
  title: string | null;
  student: string | null;
};

const name = ({ student }: RelationInWords) => student ?? 'eleven';
const since = (fact: RelationInWords) => (fact.since ? ` sedan ${dayLong(fact.since)}` : '');
const at = ({ through }: RelationInWords) => (through ? ` på ${through}` : '');
const where = (fact: RelationInWords) => (fact.student ? `${at(fact)}, där ${fact.student} går,` : at(fact));
const titled = ({ title }: RelationInWords, else_: string) => title ?? else_;

/** Why somebody may or may not: in a few words, in sentences, and the paragraph. */
export const access = {
  relations: {
    mentor: {
      short: 'mentor',
      law: '15 kap. 19 a § skollagen',
      says: (fact: RelationInWords) =>
        fact.student || fact.since
          ? `Du är ${fact.student ? genitive(fact.student) : 'elevens'} mentor${since(fact)}. Mentorn följer hela studiesituationen och ser därför närvaro, betyg, signaler och samtal.`
          : 'Du är mentor och ser dina egna elever.',
    },
    teaches: {
      short: 'undervisar eleven',
      law: null,
      says: (fact: RelationInWords) =>
        `Du undervisar ${name(fact)}${fact.through ? ` i ${fact.through}` : ''}${since(fact)}. Du ser närvaro och betyg i de grupper där du undervisar.`,
    },
    'health-team': {
      short: 'elevhälsan',
      law: '2 kap. 25 § skollagen (inte kontrollerad mot lagtexten)',
      says: (fact: RelationInWords) =>
        `Du arbetar i elevhälsan som ${titled(fact, 'medarbetare')}${where(fact)}${since(fact)}. Journaler och samtalsanteckningar hos elevhälsan finns inte här.`,
    },
    'career-counsellor': {
      short: 'studie- och yrkesvägledare',
      law: '2 kap. 29 § skollagen (inte kontrollerad mot lagtexten)',
      says: (fact: RelationInWords) => `Du är studie- och yrkesvägledare${where(fact)}${since(fact)}.`,
    },
    coach: {
      short: 'elevcoach',
      law: null,
      says: (fact: RelationInWords) => `Du är ${titled(fact, 'elevcoach')}${where(fact)}${since(fact)}.`,
    },
    'leads-unit': {
      short: 'rektor på skolenheten',
      law: '2 kap. 9 § skollagen (inte kontrollerad mot lagtexten)',
      says: (fact: RelationInWords) =>
        `Du är ${titled(fact, 'rektor')}${where(fact)}${since(fact)}. Rektorn leder arbetet på skolenheten och beslutar om stöd.`,
    },
    administrator: {
      short: 'skoladministratör',
      law: 'artikel 29 i dataskyddsförordningen (inte kontrollerad mot lagtexten)',
      says: (fact: RelationInWords) =>
        `Du är ${titled(fact, 'skoladministratör')}${where(fact)}${since(fact)}. Du sköter elevregistret men ser inte signaler, betyg eller samtal.`,
    },
    'administers-all': {
      short: 'administratör hos huvudmannen',
      law: 'artikel 29 i dataskyddsförordningen (inte kontrollerad mot lagtexten)',
      says: (fact: RelationInWords) =>
        `Du är ${titled(fact, 'skoladministratör')} för hela huvudmannen${since(fact)} och tar ut registerutdrag när någon begär det.`,
    },
    'head-of-education': {
      short: 'skolchef',
      law: '2 kap. 8 a § skollagen (inte kontrollerad mot lagtexten)',
      says: (fact: RelationInWords) =>
        `Du är ${titled(fact, 'skolchef')}${at(fact)}${since(fact)} och ser ${fact.through ? 'skolenhetens' : 'huvudmannens alla'} elever.`,
    },
    'data-protection-officer': {
      short: 'dataskyddsombud',
      law: 'artikel 39 i dataskyddsförordningen (inte kontrollerad mot lagtexten)',
      says: (fact: RelationInWords) =>
        `Du är ${titled(fact, 'dataskyddsombud')}${since(fact)}. Du ser vem som har läst vad, men inte elevernas sidor.`,
    },
    self: {
      short: 'eleven själv',
      law: 'artikel 15 i dataskyddsförordningen (inte kontrollerad mot lagtexten)',
      says: () => 'Sidan handlar om dig.',
    },
    guardian: {
      short: 'vårdnadshavare',
      law: '6 kap. 11 § föräldrabalken (inte kontrollerad mot lagtexten)',
      says: (fact: RelationInWords) =>
        `Du är vårdnadshavare för ${name(fact)}${since(fact)}, fram till 18-årsdagen.`,
    },
    staff: {
      short: 'anställd',
      law: null,
      says: (fact: RelationInWords) =>
        `Du arbetar${fact.through ? ` på ${fact.through}` : ' hos huvudmannen'}${since(fact)}.`,
    },
  },
  /** Reasons in the log that are no relation. */
  otherReasons: {
    system: 'systemet',
    operator: 'den som driver systemet',
    'log-in': 'inloggning',
  } as Readonly<Record<string, string>>,
  refused: {
    'no-relation': 'Du har ingen uppgift som gör att du behöver det här.',
    'not-by-this-relation': 'Din uppgift omfattar inte det här.',
    'nothing-declared': 'Ingen har fått rätt att göra det här.',
  },
  /** What each action is, as the end of "Får …". */
  actions: {
    'student.read': 'läsa elevens sida',
    'student.read-teaching': 'läsa närvaro och betyg i egna grupper',
    'student.read-own': 'läsa sin egen sida',
    'student.list': 'se elevlistan',
    'student.export': 'hämta elevlistan som fil',
    'talk.record': 'logga samtal',
    'concern.raise': 'lyfta en oro',
    'wish.raise': 'be om ett samtal',
    'signal.feedback': 'säga att en signal inte stämmer',
    'thresholds.read': 'se gränsvärden',
    'thresholds.change': 'ändra gränsvärden',
    'rules.read': 'läsa reglerna',
    'routines.change': 'ändra lokala rutiner',
    'import.run': 'läsa in filer',
    'source.manage': 'sköta källor som hämtas',
    'person.merge': 'slå ihop dubbletter',
    'export.organiser': 'ta ut uppgifterna som filer',
    'export.student': 'ta ut registerutdrag om en elev',
    'export.protected': 'ta med skyddade uppgifter i filer',
    'people.duties-read': 'se uppdrag och behörigheter',
    'people.log-read': 'se vem som har läst',
    'identity.open-protected': 'öppna skyddade uppgifter',
  },
  /** What somebody did, before the thing it was done to: "Läste: Elevsidan". An action without a verb is told by the thing alone. */
  did: {
    'student.read': 'Läste',
    'student.read-teaching': 'Läste',
    'student.read-own': 'Läste',
    'student.list': 'Såg',
    'student.export': 'Hämtade',
    'talk.record': 'Skrev',
    'concern.raise': 'Lyfte',
    'wish.raise': 'Skickade',
    'signal.feedback': 'Svarade',
    'thresholds.change': 'Ändrade',
    'rules.read': 'Läste',
    'routines.change': 'Ändrade',
    'export.organiser': 'Tog ut',
    'export.student': 'Tog ut',
    'people.log-read': 'Läste',
    'person.merge': 'Slog ihop',
    'person.part': 'Delade upp',
    'person.told-apart': 'Skilde på',
    'person.doubles-read': 'Såg',
    'identity.open-protected': 'Öppnade',
    'people.duty-given': 'Gav',
    'session.refused': 'Nekades',
  } as Readonly<Record<string, string>>,
  /** Actions of the log that nobody needs a relation for. */
  otherActions: {
    'session.start': 'logga in',
    'people.duty-given': 'få ett uppdrag',
    'person.doubles-read': 'se troliga dubbletter',
    'person.told-apart': 'säga att två inte är samma person',
    'person.part': 'dela upp ihopslagna personer',
    'session.refused': 'nekad inloggning',
    'session.end': 'logga ut',
  } as Readonly<Record<string, string>>,
};
