import {
  because,
  defineRule,
  fact,
  missing,
  notKnown,
  ok,
  type Reason,
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

/** What the plan lacks, by the names of the facts; or, when nothing is known to lack, what is not known of it. */
export interface EducationPlan {
  readonly missing: readonly EducationPlanPart[];
}

const words: Readonly<Record<EducationPlanPart, string>> = {
  purpose: 'utbildningens syfte',
  mainContent: 'utbildningens huvudsakliga innehåll',
  length: 'utbildningens längd',
  decidedByOrganiserOn: 'huvudmannens beslut',
};

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
        const parts = Object.keys(words) as EducationPlanPart[];
        const lacking = parts.filter((part) => isLacking(part, facts[part], on));
        const unknown = parts.filter((part) => facts[part] === undefined);
        const asked = unknown.map((part) => notKnown(part, words[part], contents));
        const told = lacking.map((part) => ({ ...lackingReason(part, facts[part]), fact: part }));
        if (lacking.length) return refused<EducationPlan>({ missing: lacking }, ...told, ...asked);
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

/** A part that is null or blank is not in the plan; one that is not given is not known. A decision to come is none yet. */
function isLacking(part: EducationPlanPart, value: string | null | undefined, on: string): boolean {
  if (value === undefined) return false;
  if (value === null || value.trim() === '') return true;
  return part === 'decidedByOrganiserOn' && value > on;
}

function lackingReason(part: EducationPlanPart, value: string | null | undefined): Reason {
  if (part !== 'decidedByOrganiserOn')
    return because('part-missing', `Planen saknar ${words[part]}. Skriv in det.`, contents);
  const says = value
    ? 'Planen är inte beslutad på frågans dag.'
    : 'Planen saknar huvudmannens beslut. Huvudmannen beslutar om den.';
  return because('not-decided-yet', says, contents);
}
