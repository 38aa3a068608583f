import { type Basis, because, defineRule, fact, missing, notKnown, ok, refused } from '../../../law/index.ts';
import { procedure } from './paragraphs.ts';

/** What the decision lacks, by the names of the facts. */
export interface DecisionDocument {
  readonly missing: readonly string[];
}

const shape = {
  decidedOn: fact.day('Beslutet fattades den'),
  content: fact.text('Vad som beslutas'),
  decidedBy: fact.text('Vem eller vilka som har beslutat'),
  presenter: fact.text('Föredragande (lämnas tom när ingen har föredragit)'),
  othersTakingPart: fact.list('Andra som medverkat vid den slutliga handläggningen', fact.text('Namn')),
  reasons: fact.text('Motivering: vilka omständigheter som har varit avgörande'),
  appliedRules: fact.list('Vilka föreskrifter som har tillämpats', fact.text('Paragraf')),
  reasonsObviouslyUnnecessary: fact.yesNo('En motivering är uppenbart obehövlig'),
  notifiedOn: fact.day('Eleven och vårdnadshavaren underrättades den'),
  noticeObviouslyUnnecessary: fact.yesNo('En underrättelse är uppenbart obehövlig'),
  appealable: fact.yesNo('Beslutet får överklagas'),
  appealInformation: fact.yesNo(
    'Underrättelsen talar om hur man överklagar, med form, innehåll, plats och tid',
  ),
};

type Given = { readonly [Name in keyof typeof shape]?: string | boolean | readonly string[] | null };
type Name = keyof typeof shape;

const { applies, document, reasons, notice } = procedure;

/** What has to be there, with its paragraph and what to do, in the order of the law. */
const demands: readonly (readonly [Name, Basis, string])[] = [
  ['decidedOn', document, 'Skriv vilken dag beslutet fattas.'],
  ['content', document, 'Skriv vad som beslutas.'],
  ['decidedBy', document, 'Skriv vem som har beslutat.'],
  ['reasons', reasons, 'Skriv en klargörande motivering: vilka omständigheter som har varit avgörande.'],
  ['appliedRules', reasons, 'Skriv vilka föreskrifter som har tillämpats.'],
  [
    'notifiedOn',
    notice,
    'Underrätta eleven, och vårdnadshavaren om eleven är under 18 år, så snart som möjligt.',
  ],
  [
    'appealInformation',
    notice,
    'Tala om hur man överklagar: krav på form och innehåll, vart överklagandet ges in och inom vilken tid.',
  ],
];

function isThere(value: Given[Name]): boolean {
  if (typeof value === 'string') return value.trim() !== '';
  return Array.isArray(value) ? value.some(isThere) : value === true;
}

function isDemanded(name: Name, given: Given): boolean {
  if (name === 'reasons' || name === 'appliedRules') return !given.reasonsObviouslyUnnecessary;
  if (name === 'notifiedOn') return !given.noticeObviouslyUnnecessary;
  return name !== 'appealInformation' || given.appealable === true;
}

const everyOrganiser = because(
  'applies',
  'Det här gäller hos kommunala, regionala och enskilda huvudmän.',
  applies,
);

/** Who presented and who else took part is shown when there were any; that nobody is named is told, so that it is not forgotten. */
function nobodyNamed(given: Given) {
  const says =
    'Beslutet nämner ingen föredragande eller annan som har medverkat. Fanns någon ska det framgå.';
  const named = isThere(given.presenter) || isThere(given.othersTakingPart);
  return named ? [] : [because('nobody-else-named', says, document)];
}

/** What a written decision shows, and what the party is told: förvaltningslagen 31–33 §§, which 29 kap. 10 § applies to municipal, regional and independent organisers alike. */
export const decisionDocument = defineRule({
  id: 'support/decision-document',
  title: 'Vad ett beslut ska visa',
  sentence:
    'Ett skriftligt beslut ska visa dagen, innehållet, vem som har beslutat, föredragit och medverkat. Det ska motiveras, och den som är part ska underrättas, om det inte är uppenbart obehövligt. Får beslutet överklagas ska parten få veta hur. Det gäller hos kommunala, regionala och enskilda huvudmän.',
  facts: shape,
  versions: [
    {
      inForce: { from: '2018-07-01' },
      basis: [document, reasons, notice, applies],
      check: (given) => {
        const lacking = demands.filter(([name]) => isDemanded(name, given) && !isThere(given[name]));
        const told = lacking.map(([fact, basis, says]) => ({ ...because('missing', says, basis), fact }));
        const asked =
          given.appealable == null && !given.appealInformation
            ? [notKnown('appealable', 'om beslutet får överklagas', notice)]
            : [];
        const value: DecisionDocument = { missing: lacking.map(([name]) => name) };
        const also = [...nobodyNamed(given), everyOrganiser];
        if (lacking.length) return refused(value, ...told, ...asked, ...also);
        if (asked.length) return missing(value, ...asked, ...also);
        const says = 'Beslutet visar det som förvaltningslagen kräver, och eleven är underrättad.';
        return ok(value, because('complete', says, document, reasons, notice), ...also);
      },
    },
  ],
  example: {
    decidedOn: '2026-11-02',
    content: 'Ett åtgärdsprogram ska inte utarbetas.',
    decidedBy: 'rektorn',
    othersTakingPart: ['specialpedagogen'],
    reasons: 'Utredningen visar att eleven når kriterierna med det stöd som ges i undervisningen.',
    appliedRules: ['3 kap. 9 § skollagen'],
    notifiedOn: '2026-11-03',
    appealable: true,
    appealInformation: true,
  },
});
