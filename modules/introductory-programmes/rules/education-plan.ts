import {
  because,
  defineRule,
  fact,
  missing,
  notKnown,
  ok,
  refused,
  seenIn,
  skollagen,
} from '../../../law/index.ts';

const contents = skollagen.read(
  '17 kap. 7 §',
  seenIn.sfs2018,
  'Utbildningen på ett introduktionsprogram ska följa en plan för utbildningen som beslutas av huvudmannen. Utbildningsplanen ska innehålla uppgifter om utbildningens syfte, huvudsakliga innehåll och längd.',
);

/** The parts that 17 kap. 7 § names, and the decision. */
export type EducationPlanPart = 'purpose' | 'mainContent' | 'length' | 'decidedByOrganiserOn';

/** What the plan lacks or what is not known of it. */
export interface EducationPlan {
  readonly missing: readonly EducationPlanPart[];
}

const words: Readonly<Record<EducationPlanPart, string>> = {
  purpose: 'utbildningens syfte',
  mainContent: 'utbildningens huvudsakliga innehåll',
  length: 'utbildningens längd',
  decidedByOrganiserOn: 'huvudmannens beslut',
};
const written = ['purpose', 'mainContent', 'length'] as const;

/** Whether an education plan holds what it must and is decided by the organiser: 17 kap. 7 §. */
export const educationPlan = defineRule({
  id: 'introductory/education-plan',
  title: 'Utbildningsplanens innehåll',
  sentence:
    'Utbildningen på ett introduktionsprogram följer en plan som huvudmannen beslutar, med utbildningens syfte, huvudsakliga innehåll och längd.',
  facts: {
    purpose: fact.text('Utbildningens syfte'),
    mainContent: fact.text('Utbildningens huvudsakliga innehåll'),
    length: fact.text('Utbildningens längd'),
    decidedByOrganiserOn: fact.day('Beslutad av huvudmannen den'),
  },
  versions: [
    {
      inForce: { from: '2019-07-01' },
      basis: [contents],
      check: (facts, { on }) => {
        const { decidedByOrganiserOn } = facts;
        const empty = written.filter((part) => facts[part]?.trim() === '');
        const notYet = decidedByOrganiserOn && decidedByOrganiserOn > on;
        const unknown = (Object.keys(words) as EducationPlanPart[]).filter((part) => facts[part] == null);
        const asked = unknown.map((part) => notKnown(part, words[part], contents));
        if (empty.length || notYet)
          return refused<EducationPlan>(
            { missing: [...empty, ...(notYet ? (['decidedByOrganiserOn'] as const) : [])] },
            ...empty.map((part) => ({
              ...because('part-missing', `Planen saknar ${words[part]}. Skriv in det.`, contents),
              fact: part,
            })),
            ...(notYet ? [{ ...decidedLater, fact: 'decidedByOrganiserOn' }] : []),
            ...asked,
          );
        if (unknown.length) return missing<EducationPlan>({ missing: unknown }, ...asked);
        return ok<EducationPlan>({ missing: [] }, complete);
      },
    },
  ],
  example: {
    purpose: 'Behörighet till bygg- och anläggningsprogrammet',
    mainContent: 'Engelska, matematik och programmets första ämnen',
    length: 'Ett läsår',
    decidedByOrganiserOn: '2026-06-01',
  },
});

const complete = because(
  'plan-complete',
  'Planen innehåller syfte, huvudsakligt innehåll och längd och är beslutad av huvudmannen.',
  contents,
);
const decidedLater = because('not-decided-yet', 'Planen är inte beslutad på frågans dag.', contents);
