import {
  type Basis,
  because,
  defineRule,
  type FactsOf,
  fact,
  type LocalRoutines,
  missing,
  notKnown,
  ok,
  type Period,
  type Reason,
  seenIn,
  skollagen,
} from '../../../law/index.ts';
import { addDays, type LocalDate } from '../../../platform/local-date.ts';
import { paragraphOf, schoolForm, type Twin } from '../../people/rules/index.ts';

const words = (paragraph: string) =>
  `Vid upprepad eller längre frånvaro ska rektorn, oavsett om det är fråga om giltig eller ogiltig frånvaro, se till att frånvaron skyndsamt utreds om det inte är obehövligt. Om förutsättningarna för en utredning om särskilt stöd enligt 3 kap. ${paragraph} är uppfyllda ska även en sådan utredning inledas.`;
const twin = (seen: string, paragraph: string): Twin => ({
  upper: skollagen.read('15 kap. 16 §', seen, words(paragraph)),
  adapted: skollagen.read('18 kap. 16 §', seen, words(paragraph)),
});
const first = { absence: twin(seenIn.sfs2018, '8 §'), support: skollagen.read('3 kap. 8 §', seenIn.sfs2018) };
const now = {
  absence: twin(seenIn.consolidated, '7 §'),
  support: skollagen.read('3 kap. 7 §', seenIn.consolidated),
};

const facts = {
  schoolForm,
  repeatedOrLonger: fact.yesNo(
    'Frånvaron är upprepad eller längre, giltig eller ogiltig (skolans bedömning)',
  ),
  absencePercent: fact.number(
    'Frånvaro i procent under den tid som huvudmannens gräns räknas på, giltig och ogiltig',
  ),
  unnecessary: fact.yesNo('Det är obehövligt att utreda frånvaron'),
  supportConditionsMet: fact.yesNo('Förutsättningarna för en utredning om särskilt stöd är uppfyllda'),
  noticedOn: fact.day('Frånvaron uppmärksammades den'),
};
type Facts = FactsOf<typeof facts>;

/** Whether the absence, and whether the need of special support, is to be investigated; null for support: not judged yet. */
export interface AbsenceInvestigation {
  readonly investigate: boolean;
  readonly supportInvestigation: boolean | null;
  /** The organiser's own last day; the law has none. */
  readonly internalDueOn?: LocalDate;
}

function version(inForce: Period, { absence, support }: { absence: Twin; support: Basis }) {
  return {
    inForce,
    basis: [absence.upper, absence.adapted, support],
    check: (given: Facts, { local }: { local: LocalRoutines }) =>
      investigated(given, local, paragraphOf(given.schoolForm, absence), support),
  };
}

function investigated(given: Facts, local: LocalRoutines, basis: Basis, support: Basis) {
  const why = reasonToInvestigate(given, local, basis);
  const toSupport = supportOf(given, support);
  const also = { supportInvestigation: given.supportConditionsMet ?? null };
  if (given.unnecessary) {
    const says = 'Det är obehövligt att utreda frånvaron. Anteckna varför.';
    return ok<AbsenceInvestigation>(
      { investigate: false, ...also },
      because('unnecessary', says, basis),
      toSupport,
    );
  }
  if (why === undefined) {
    const label = 'om frånvaron är upprepad eller längre (lagen har ingen siffra, så skolan bedömer)';
    return missing<AbsenceInvestigation>(null, notKnown('repeatedOrLonger', label, basis));
  }
  if (why === null) {
    const says = 'Frånvaron är varken upprepad eller längre, så lagen kräver ingen utredning av den.';
    return ok<AbsenceInvestigation>(
      { investigate: false, ...also },
      because('not-repeated', says, basis),
      toSupport,
    );
  }
  const own = ownDay(given, local);
  const day = own ? { internalDueOn: own.day } : {};
  return ok<AbsenceInvestigation>(
    { investigate: true, ...also, ...day },
    ...why,
    toSupport,
    ...(own ? [own.reason] : []),
  );
}

/** Why; null: no reason; undefined: somebody must judge. */
function reasonToInvestigate(given: Facts, local: LocalRoutines, basis: Basis): Reason[] | null | undefined {
  const says =
    'Frånvaron är upprepad eller längre. Rektorn ser till att den skyndsamt utreds, giltig som ogiltig.';
  const law = given.repeatedOrLonger ? [because('repeated-or-longer', says, basis)] : [];
  const limit = local['investigate-at-percent'];
  const reached = limit && given.absencePercent != null && given.absencePercent >= Number(limit.value);
  const told = `Frånvaron är ${given.absencePercent} procent. Huvudmannens egen gräns för att utreda är ${limit?.value} procent.`;
  const own = reached ? [because('own-limit', told, limit.basis, basis)] : [];
  if (law.length + own.length) return [...law, ...own];
  return given.repeatedOrLonger === false ? null : undefined;
}

function supportOf({ supportConditionsMet: met }: Facts, support: Basis): Reason {
  if (met) return because('support-too', 'Även en utredning om särskilt stöd ska inledas.', support);
  return met === false
    ? because(
        'no-support-investigation',
        'Förutsättningarna för en utredning om särskilt stöd är inte uppfyllda.',
        support,
      )
    : because('support-not-judged', 'Bedöm även om behovet av särskilt stöd ska utredas.', support);
}

function ownDay({ noticedOn }: Facts, local: LocalRoutines): { day: LocalDate; reason: Reason } | null {
  const own = local['investigated-within-days'];
  if (!own || !noticedOn) return null;
  const day = addDays(noticedOn, Number(own.value));
  const says = `Lagen säger skyndsamt, utan dagar. Huvudmannens egen sista dag är ${day}.`;
  return { day, reason: because('own-deadline', says, own.basis) };
}

/** Whether absence is to be investigated: 15 kap. 16 § and 18 kap. 16 §, third paragraph. */
export const absenceInvestigation = defineRule({
  id: 'attendance/investigation',
  title: 'Om frånvaron ska utredas',
  sentence:
    'Vid upprepad eller längre frånvaro, giltig eller ogiltig, ser rektorn till att den skyndsamt utreds, om det inte är obehövligt, och att särskilt stöd utreds när förutsättningarna finns.',
  facts,
  versions: [
    version({ from: '2018-07-01', through: '2019-06-30' }, first),
    version({ from: '2019-07-01' }, now),
  ],
  routines: [
    {
      key: 'investigate-at-percent',
      label: 'Egen gräns för att utreda frånvaro',
      unit: 'procent',
      tighter: 'lower',
      limit: null,
      basis: [now.absence.upper],
    },
    {
      key: 'investigated-within-days',
      label: 'Egen sista dag för utredningen, räknat från att frånvaron uppmärksammades',
      unit: 'dagar',
      tighter: 'lower',
      limit: null,
      basis: [now.absence.upper],
    },
  ],
  example: { repeatedOrLonger: true, unnecessary: false, supportConditionsMet: false },
});
