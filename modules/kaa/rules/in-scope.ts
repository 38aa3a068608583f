import {
  type Basis,
  because,
  birthdayOf,
  defineRule,
  missing,
  ok,
  type Period,
  type Reason,
  seenIn,
  skollagen,
  type Verdict,
} from '../../../law/index.ts';
import { addDays, type LocalDate } from '../../../platform/local-date.ts';
import { conditionsOn, type KaaFacts, kaaFacts, schoolingOverSince, studiesOf } from './conditions.ts';
import { freeSince, isUpperSecondary, latest, takenFrom } from './enrolments.ts';
import { homeOf } from './home-municipality.ts';

/** Whether a young person is in scope; the days in and out, where the facts tell them; whose young person it is. */
export interface KaaScope {
  readonly inScope: boolean;
  /** The first day of the time in scope; null when not in scope or not told by the facts. */
  readonly from: LocalDate | null;
  /** The last day, as far as is known now: the day before the 20th birthday or before a study that is planned. */
  readonly until: LocalDate | null;
  readonly homeMunicipality: string | null;
}

const words = (form: string, certificate: string, equivalent: string) =>
  `En hemkommun ska löpande under året hålla sig informerad om hur de ungdomar i kommunen är sysselsatta som 1. inte har fyllt 20 år, 2. har fullgjort sin skolplikt eller har blivit folkbokförda i landet vid en tidpunkt då de inte har skolplikt, 3. inte genomför utbildning i gymnasieskola eller ${form} eller motsvarande utbildning, 4. inte har en gymnasieexamen, 5. inte har ett ${certificate}, och 6. inte har fullföljt utbildning som motsvarar gymnasieskolan eller ${equivalent} med godkänt resultat.`;

const before2018 = skollagen.unread(
  '29 kap. 9 §',
  'Känd från Skolverkets äldre sida om elever på introduktionsprogram; varken texten eller dess första dag är lästa.',
);
const from2018 = skollagen.read(
  '29 kap. 9 §',
  seenIn.sfs2018,
  words('gymnasiesärskola', 'gymnasiesärskolebevis', 'gymnasiesärskolan'),
);
const from2023 = skollagen.read(
  '29 kap. 9 §',
  seenIn.consolidated,
  words(
    'anpassad gymnasieskola',
    'gymnasiebevis avseende anpassad gymnasieskola',
    'anpassade gymnasieskolan',
  ),
);

function version(basis: Basis, inForce: Period, note?: string) {
  const check = (facts: KaaFacts, { on }: { on: LocalDate }) => scope(facts, on, basis);
  return { inForce, basis: [basis], ...(note ? { note } : {}), check };
}

function scope(facts: KaaFacts, on: LocalDate, basis: Basis): Verdict<KaaScope> {
  const conditions = conditionsOn(facts, on, basis);
  const out = conditions.filter(({ holds }) => holds === false);
  const home = homeOf(facts);
  if (out.length)
    return ok<KaaScope>(
      { inScope: false, from: null, until: null, homeMunicipality: home.code },
      because('not-in-scope', 'Omfattas inte av aktivitetsansvaret den dagen.', basis),
      ...out.map(({ reason }) => reason),
    );
  const unknown = conditions.filter(({ holds }) => holds === undefined).map(({ reason }) => reason);
  const lacks = [...unknown, ...(home.code ? [] : home.reasons)];
  if (lacks.length) return missing<KaaScope>(null, ...lacks);
  return ok<KaaScope>(
    { inScope: true, from: since(facts, on), until: last(facts, on), homeMunicipality: home.code },
    because('in-scope', inScopeWords(since(facts, on), last(facts, on)), basis),
    ...conditions.map(({ reason }) => reason),
    ...home.reasons,
    ...toKnow(facts, on, basis),
  );
}

function inScopeWords(from: LocalDate | null, until: LocalDate): string {
  return `Omfattas av aktivitetsansvaret${from ? ` från ${from}` : ''} till och med ${until}, så länge inget ändras.`;
}

/** Known when a study has ended, or when all studies were told. */
function since(facts: KaaFacts, on: LocalDate): LocalDate | null {
  const left = freeSince(studiesOf(facts) ?? [], on);
  const over = schoolingOverSince(facts);
  if (!left && !facts.enrolments) return null;
  return latest([left, over].filter((day) => day !== null));
}

function last(facts: KaaFacts, on: LocalDate): LocalDate {
  const birthday = birthdayOf(facts.birthDate!, 20);
  const taken = takenFrom(studiesOf(facts) ?? [], on);
  return addDays(taken && taken < birthday ? taken : birthday, -1);
}

function toKnow(facts: KaaFacts, on: LocalDate, basis: Basis): Reason[] {
  const planned = (studiesOf(facts) ?? []).filter(({ from }) => from && from > on);
  const unjudged = planned.some((each) => isUpperSecondary(each) === undefined);
  return [
    ...(facts.studyCertificate
      ? [
          because(
            'study-certificate-is-no-diploma',
            'Ett studiebevis är ingen examen och ändrar inget.',
            basis,
          ),
        ]
      : []),
    ...(planned.length
      ? [
          because(
            'study-not-begun',
            'En utbildning är planerad men har inte börjat, så ansvaret gäller än.',
            basis,
          ),
        ]
      : []),
    ...(unjudged
      ? [
          because(
            'study-not-judged',
            'Bedöm om den planerade utbildningen är motsvarande; den räknas inte i dagarna här.',
            basis,
          ),
        ]
      : []),
  ];
}

/** Whether a young person is among those of whom the home municipality must know what they do: 29 kap. 9 §. */
export const kaaInScope = defineRule({
  id: 'kaa/in-scope',
  title: 'Om en ung person omfattas av aktivitetsansvaret',
  sentence:
    'Hemkommunen ska hålla sig informerad om unga som inte har fyllt 20 år, har skolplikten bakom sig, inte går i gymnasieskola eller motsvarande och inte har gymnasieexamen, gymnasiebevis eller motsvarande.',
  facts: kaaFacts,
  versions: [
    version(
      before2018,
      { from: '2015-01-01', through: '2018-06-30' },
      'Elever på introduktionsprogram omfattades. Texten är inte läst.',
    ),
    version(
      from2018,
      { from: '2018-07-01', through: '2023-07-01' },
      'Elever på introduktionsprogram omfattas inte längre.',
    ),
    version(from2023, { from: '2023-07-02' }, 'Gymnasiesärskolan heter anpassad gymnasieskola.'),
  ],
  example: {
    birthDate: '2008-03-14',
    registeredIn: '0114',
    compulsorySchooling: 'completed',
    enrolment: { form: 'upper-secondary', programme: 'national', from: '2024-08-19', to: '2026-10-30' },
    diploma: false,
    adaptedCertificate: false,
    equivalentCompleted: false,
    studyCertificate: false,
  },
});
