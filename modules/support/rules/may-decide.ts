import {
  type Asked,
  type Basis,
  because,
  defineRule,
  type FactsOf,
  missing,
  notKnown,
  ok,
  refused,
  type Verdict,
} from '../../../law/index.ts';
import { distanceConditions } from './distance-education.ts';
import { type Measure, mayDecideFacts, measures } from './may-decide-facts.ts';
import {
  beforeReform,
  delegation,
  in2018,
  measureIn,
  supportReform,
  today,
  whichForms,
} from './paragraphs.ts';
import { supportedAs } from './school-forms.ts';
import {
  type Capacity,
  capacities,
  mayDecideAs,
  type Weighed,
  type WhoDecides,
  weighed,
} from './who-decides.ts';

const { teachingGroup, studyPath, distance, reducedProgramme } = measureIn;

/** Who may decide what. The delegate is named by the principal (2 kap. 10 §); in person means that she may not (3 kap. 9 §). */
// biome-ignore format: a table is read by column
const table = {
  // the decision                upper secondary school   adapted upper secondary   compulsory school and its like  more in
  'distance-education':        ['principal-in-person',   'principal-in-person',    'principal-in-person',          distance],
  'special-teaching-group':    ['not-here',              'not-here',               'principal-in-person',          teachingGroup],
  'adjusted-study-path':       ['not-here',              'not-here',               'principal-in-person',          studyPath],
  'reduced-programme':         ['principal-or-delegate', 'not-read',               'not-here',                     reducedProgramme],
  'action-programme':          ['principal-or-delegate', 'principal-or-delegate',  'principal-or-delegate',        null],
  'no-programme':              ['principal-or-delegate', 'principal-or-delegate',  'principal-or-delegate',        null],
  'special-education-teacher': ['principal-or-delegate', 'principal-or-delegate',  'principal-or-delegate',        null],
  'study-support':             ['principal-or-delegate', 'principal-or-delegate',  'principal-or-delegate',        null],
  'resource':                  ['principal-or-delegate', 'principal-or-delegate',  'principal-or-delegate',        null],
  'assistant':                 ['principal-or-delegate', 'principal-or-delegate',  'principal-or-delegate',        null],
} as const satisfies Record<Measure, readonly [WhoDecides, WhoDecides, WhoDecides, Basis | null]>;

/** Whether this person may decide, whether the principal has to do it in person, and who else signs by the organiser's routine. */
export interface MayDecide {
  readonly mayDecide: boolean;
  readonly inPerson: boolean;
  readonly alsoSigns?: string;
}

type Facts = FactsOf<typeof mayDecideFacts>;

const says = {
  notHere: (measure: Measure) =>
    `I den här skolformen finns inte ${measures[measure]}. Välj en annan form av stöd.`,
  notRead: (measure: Measure) =>
    `Boken vet inte vem som beslutar om ${measures[measure]} här. Läs lagtexten först.`,
  inProgramme: 'Beslutet dokumenteras i åtgärdsprogrammet. Ett reducerat program ger ingen gymnasieexamen.',
  alsoSigns: (who: string) => `Enligt huvudmannens egen rutin skriver också ${who} under.`,
} as const;

/** `distanceKnown`: whether 3 kap. 11 a § applied. */
function decidesBy(programme: Basis, distanceKnown: boolean) {
  return (facts: Facts, { local }: Asked): Verdict<MayDecide> => {
    const { schoolForm, measure } = facts;
    if (!schoolForm || !measure)
      return missing<MayDecide>(
        null,
        ...(schoolForm ? [] : [notKnown('schoolForm', 'skolform', programme)]),
        ...(measure ? [] : [notKnown('measure', 'vad beslutet gäller', programme)]),
      );
    const as = supportedAs(schoolForm);
    const [upper, adapted, compulsory, more] = table[measure];
    const who = as === null ? 'not-read' : { upper, 'adapted-upper': adapted, compulsory }[as];
    const basis = [...(more ? [more] : []), programme];
    if (who === 'not-read' || (measure === 'distance-education' && !distanceKnown))
      return missing<MayDecide>(
        null,
        because('not-read', says.notRead(measure), as === null ? whichForms : (more ?? programme)),
      );
    const inPerson = who === 'principal-in-person';
    if (who === 'not-here')
      return refused<MayDecide>(
        { mayDecide: false, inPerson },
        because('not-in-this-school-form', says.notHere(measure), ...basis),
      );
    const law = inPerson && more ? [programme, more] : [programme];
    const found = [mayDecideAs(who, facts, law), conditionsOf(measure, facts, as === 'compulsory')];
    const all = (kind: keyof Weighed) => found.flatMap((each) => each[kind]);
    if (all('no').length)
      return refused<MayDecide>({ mayDecide: false, inPerson }, ...all('no'), ...all('unknown'));
    if (all('unknown').length) return missing<MayDecide>(null, ...all('unknown'));
    const own = local['extra-sign-off'];
    const answer = { mayDecide: true, inPerson };
    if (!own) return ok<MayDecide>(answer, ...all('yes'));
    const alsoSigns = String(own.value);
    const told = says.alsoSigns(
      Object.hasOwn(capacities, alsoSigns) ? capacities[alsoSigns as Capacity] : alsoSigns,
    );
    return ok<MayDecide>({ ...answer, alsoSigns }, ...all('yes'), because('extra-sign-off', told, own.basis));
  };
}

function conditionsOf(measure: Measure, facts: Facts, compulsory: boolean): Weighed {
  if (measure === 'distance-education') return distanceConditions(facts, compulsory);
  if (measure !== 'reduced-programme') return weighed.yes();
  const told = because('document-in-programme', says.inProgramme, reducedProgramme);
  return facts.documentedInProgramme === false ? weighed.no(told) : weighed.yes(told);
}

/** Who may decide on special support, by school form and measure: 2 kap. 10 §, 3 kap. 9, 11, 11 a and 12 §§, 22 kap. 5 and 7 §§. */
export const mayDecide = defineRule({
  id: 'support/may-decide',
  title: 'Vem som får besluta om särskilt stöd',
  sentence:
    'Rektorn beslutar om åtgärdsprogram och får överlåta det till någon med tillräcklig kompetens och erfarenhet, men måste själv besluta om distansundervisning, särskild undervisningsgrupp och anpassad studiegång. De två sista finns inte i gymnasieskolan.',
  facts: mayDecideFacts,
  versions: [
    {
      inForce: { from: '2018-07-01', through: '2021-06-30' },
      basis: [in2018.programme, delegation],
      note: 'Lydelsen före 2021 är inte läst. Andra paragrafer än 3 kap. 9 § visas i dagens lydelse.',
      check: decidesBy(in2018.programme, false),
    },
    {
      inForce: { from: '2021-07-01', through: beforeReform },
      basis: [today.programme, delegation, distance],
      note: 'Distansundervisning som särskilt stöd kom med lag (2020:605). Att den började gälla den 1 juli 2021 är inte bekräftat.',
      check: decidesBy(today.programme, true),
    },
  ],
  changes: [supportReform],
  routines: [
    {
      key: 'extra-sign-off',
      label: 'En till som skriver under',
      unit: null,
      tighter: 'any',
      limit: null,
      basis: [today.programme],
    },
  ],
  example: {
    schoolForm: 'upper-secondary',
    measure: 'distance-education',
    capacity: 'principal',
    documentedProblem: true,
    studentConsented: true,
    educationBegun: true,
    terms: 1,
  },
});
