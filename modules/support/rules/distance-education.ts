import { type Basis, because, notKnown, type Reason } from '../../../law/index.ts';
import { measureIn } from './paragraphs.ts';
import type { Weighed } from './who-decides.ts';

/** What has to be known before distance education is decided as special support. */
export interface DistanceFacts {
  readonly documentedProblem?: boolean | null;
  readonly studentConsented?: boolean | null;
  readonly guardianConsented?: boolean | null;
  readonly otherSupportExhausted?: boolean | null;
  readonly educationBegun?: boolean | null;
  readonly terms?: number | null;
}

const { distance, distanceCompulsory, distanceUpperSecondary } = measureIn;

const says = {
  problem:
    'Eleven ska inte kunna delta i den ordinarie undervisningen på grund av en dokumenterad medicinsk, psykisk eller social problematik. Dokumentera den först.',
  student: 'Eleven ska medge distansundervisning. Utan medgivande får det inte beslutas.',
  guardian: 'Vårdnadshavaren ska medge distansundervisning. Utan medgivande får det inte beslutas.',
  exhausted: 'Alla andra möjligheter till särskilt stöd ska vara uttömda eller bedömas olämpliga.',
  begun: 'Distansundervisning som särskilt stöd ges inom en utbildning som eleven har påbörjat.',
  oneTerm: 'Beslutet får gälla högst en termin åt gången.',
} as const;

/**
 * The conditions of distance education as special support: 22 kap. 7 § in upper secondary school, 22 kap. 5 § in
 * compulsory school (where the lower stage needs exceptional reasons too). A student with a programme is taken to have
 * begun the education, and a decision to be for one term, when nobody says otherwise.
 */
export function distanceConditions(facts: DistanceFacts, compulsory: boolean): Weighed {
  const basis = compulsory ? distanceCompulsory : distanceUpperSecondary;
  const all = [
    condition('documentedProblem', facts.documentedProblem, says.problem, basis),
    ...(compulsory
      ? [
          condition('otherSupportExhausted', facts.otherSupportExhausted, says.exhausted, basis),
          condition('guardianConsented', facts.guardianConsented, says.guardian, basis),
        ]
      : [
          condition('studentConsented', facts.studentConsented, says.student, basis),
          condition('educationBegun', facts.educationBegun ?? true, says.begun, basis),
        ]),
    condition('terms', (facts.terms ?? 1) <= 1, says.oneTerm, distance),
  ];
  const some = (kind: 'no' | 'unknown') => all.flatMap((each) => (each.kind === kind ? [each.reason] : []));
  return {
    yes: [because('conditions-met', `Villkoren är uppfyllda. ${says.oneTerm}`, basis, distance)],
    no: some('no'),
    unknown: some('unknown'),
  };
}

function condition(
  name: keyof DistanceFacts,
  met: boolean | null | undefined,
  told: string,
  basis: Basis,
): { readonly kind: 'yes' | 'no' | 'unknown'; readonly reason: Reason } {
  if (met == null) return { kind: 'unknown', reason: notKnown(name, labels[name], basis) };
  return { kind: met ? 'yes' : 'no', reason: { ...because('condition-not-met', told, basis), fact: name } };
}

const labels: Readonly<Record<keyof DistanceFacts, string>> = {
  documentedProblem: 'om det finns en dokumenterad medicinsk, psykisk eller social problematik',
  studentConsented: 'om eleven medger distansundervisning',
  guardianConsented: 'om vårdnadshavaren medger distansundervisning',
  otherSupportExhausted: 'om andra möjligheter till särskilt stöd är uttömda eller olämpliga',
  educationBegun: 'om utbildningen är påbörjad',
  terms: 'hur många terminer beslutet gäller',
};
