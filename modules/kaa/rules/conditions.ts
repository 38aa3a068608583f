import {
  type Basis,
  because,
  birthdayOf,
  type FactsOf,
  fact,
  notKnown,
  type Reason,
} from '../../../law/index.ts';
import { addDays, type LocalDate } from '../../../platform/local-date.ts';
import { keepsOutOn, type Study } from './enrolments.ts';
import { homeFacts } from './home-municipality.ts';

const study = {
  form: fact.text('Skolform, till exempel upper-secondary').nullish(),
  programme: fact.text('national, eller introduktionsprogrammets kod').nullish(),
  from: fact.day('Första dagen').nullish(),
  to: fact.day('Sista dagen').nullish(),
  equivalent: fact.yesNo('Hemkommunen har bedömt att utbildningen motsvarar gymnasieskolan').nullish(),
};

/** What is asked about a young person. `enrolment` null: attends nothing; absent: not known. */
export const kaaFacts = {
  birthDate: fact.day('Född den'),
  ...homeFacts,
  registeredOn: fact.day('Folkbokförd i landet från'),
  compulsorySchooling: fact.text(
    'Skolplikten: completed, ongoing eller not-subject (gällde inte vid folkbokföringen)',
  ),
  compulsorySchoolingUntil: fact.day('Skolpliktens sista dag'),
  enrolment: fact.group('Utbildning nu eller senast', study),
  enrolments: fact.list('Alla utbildningar efter skolplikten', fact.group('Utbildning', study)),
  diploma: fact.yesNo('Har gymnasieexamen'),
  adaptedCertificate: fact.yesNo('Har gymnasiebevis från anpassad gymnasieskola (gymnasiesärskolebevis)'),
  equivalentCompleted: fact.yesNo('Har fullföljt motsvarande utbildning med godkänt resultat'),
  studyCertificate: fact.yesNo('Har studiebevis'),
};

/** The facts as the rule meets them. */
export type KaaFacts = FactsOf<typeof kaaFacts>;

/** One of the six: whether it holds (undefined: not known) and the reason to tell. */
export interface Condition {
  readonly holds: boolean | undefined;
  readonly reason: Reason;
}

/** The education that is known of; undefined when nothing was said. */
export function studiesOf({ enrolment, enrolments }: KaaFacts): readonly Study[] | undefined {
  if (enrolment === undefined && !enrolments) return undefined;
  return [...(enrolment ? [enrolment] : []), ...(enrolments ?? [])];
}

/** The six conditions of 29 kap. 9 § first paragraph, in its order. */
export function conditionsOn(facts: KaaFacts, on: LocalDate, basis: Basis): Condition[] {
  return [
    age(facts, on, basis),
    schooling(facts, on, basis),
    education(facts, on, basis),
    completed(facts.diploma, 'diploma', 'gymnasieexamen', basis),
    completed(
      facts.adaptedCertificate,
      'adaptedCertificate',
      'gymnasiebevis från anpassad gymnasieskola',
      basis,
    ),
    completed(
      facts.equivalentCompleted,
      'equivalentCompleted',
      'motsvarande utbildning med godkänt resultat',
      basis,
    ),
  ];
}

function age({ birthDate }: KaaFacts, on: LocalDate, basis: Basis): Condition {
  if (!birthDate) return { holds: undefined, reason: notKnown('birthDate', 'födelsedag', basis) };
  const birthday = birthdayOf(birthDate, 20);
  const holds = on < birthday;
  const says = holds ? `Fyller 20 år ${birthday}.` : `Fyllde 20 år ${birthday}. Ansvaret upphör den dagen.`;
  return { holds, reason: because(holds ? 'under-20' : 'turned-20', says, basis) };
}

function schooling(facts: KaaFacts, on: LocalDate, basis: Basis): Condition {
  const holds = schoolingIsOver(facts, on);
  if (holds === undefined)
    return {
      holds,
      reason: notKnown(
        'compulsorySchooling',
        'om skolplikten är fullgjord, eller inte gällde när personen folkbokfördes',
        basis,
      ),
    };
  const says = holds ? 'Skolplikten är fullgjord, eller gällde inte vid folkbokföringen.' : ongoing(facts);
  return { holds, reason: because(holds ? 'schooling-completed' : 'schooling-not-completed', says, basis) };
}

function ongoing({ compulsorySchooling }: KaaFacts): string {
  return compulsorySchooling && notSubject.includes(compulsorySchooling)
    ? 'Har varken fullgjort skolplikt eller blivit folkbokförd i landet.'
    : 'Skolplikten är inte fullgjord ännu.';
}

/** Different registers say it differently; all mean that compulsory schooling did not apply when the person was registered. */
const notSubject: readonly string[] = ['not-subject', 'not-applicable', 'registered-after'];

function schoolingIsOver(facts: KaaFacts, on: LocalDate): boolean | undefined {
  const { compulsorySchooling: code, compulsorySchoolingUntil: until } = facts;
  if (code && notSubject.includes(code)) return isRegisteredOn(facts, on);
  const byCode = code === 'completed' ? true : code === 'ongoing' ? false : undefined;
  const byDay = until ? until < on : undefined;
  if (byCode !== undefined && byDay !== undefined && byCode !== byDay) return undefined;
  return byCode ?? byDay;
}

function isRegisteredOn(facts: KaaFacts, on: LocalDate): boolean | undefined {
  if (facts.registeredOn) return facts.registeredOn <= on;
  if (facts.isRegistered != null) return facts.isRegistered;
  return facts.registeredIn || facts.protectedRegistration ? true : undefined;
}

function education(facts: KaaFacts, on: LocalDate, basis: Basis): Condition {
  const studies = studiesOf(facts);
  if (!studies) {
    const label = 'om personen går i gymnasieskola eller motsvarande utbildning';
    return { holds: undefined, reason: notKnown('enrolment', label, basis) };
  }
  const found = studies.map((each) => keepsOutOn(each, on));
  if (found.includes(true))
    return {
      holds: false,
      reason: because('attends', 'Går i gymnasieskola eller motsvarande utbildning.', basis),
    };
  if (found.includes(undefined)) {
    const label =
      'om utbildningen är gymnasieskola eller motsvarande (skolform, program, dagar eller hemkommunens bedömning)';
    return { holds: undefined, reason: notKnown('enrolment', label, basis) };
  }
  return { holds: true, reason: because('attends-nothing', attendsNothing(studies, on), basis) };
}

function attendsNothing(studies: readonly Study[], on: LocalDate): string {
  const now = studies.filter(({ from, to }) => !(from && from > on) && !(to && to < on));
  return now.length
    ? 'Går i en utbildning som inte i sig räknas som gymnasieskola eller motsvarande.'
    : 'Går inte i gymnasieskola eller motsvarande utbildning.';
}

function completed(has: boolean | null | undefined, name: string, label: string, basis: Basis): Condition {
  if (has == null) return { holds: undefined, reason: notKnown(name, `om personen har ${label}`, basis) };
  const code = has ? `has-${codes[name]}` : `no-${codes[name]}`;
  return { holds: !has, reason: because(code, `${has ? 'Har' : 'Har inte'} ${label}.`, basis) };
}

const codes: Readonly<Record<string, string>> = {
  diploma: 'diploma',
  adaptedCertificate: 'adapted-certificate',
  equivalentCompleted: 'equivalent-completed',
};

/** The first day the second condition held, where the facts tell it. */
export function schoolingOverSince(facts: KaaFacts): LocalDate | null {
  if (facts.compulsorySchooling && notSubject.includes(facts.compulsorySchooling))
    return facts.registeredOn ?? null;
  return facts.compulsorySchoolingUntil ? addDays(facts.compulsorySchoolingUntil, 1) : null;
}
