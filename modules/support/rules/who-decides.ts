import { type Basis, because, notKnown, type Reason } from '../../../law/index.ts';
import { delegation } from './paragraphs.ts';

/** Who decides, in one school form. `principal-in-person`: may not be delegated. `not-here`: the form has no such measure. */
export type WhoDecides = 'principal-or-delegate' | 'principal-in-person' | 'not-here' | 'not-read';

/** Those who may want to decide. An employee with the principal's delegation is a delegate, whatever the title. */
export const capacities = {
  principal: 'rektor',
  delegate: 'den som rektorn har delegerat till',
  'deputy-principal': 'biträdande rektor',
  'head-of-education': 'skolchef',
  mentor: 'mentor',
  teacher: 'lärare',
  'special-educator': 'specialpedagog',
  'special-education-teacher': 'speciallärare',
  counsellor: 'kurator',
  'school-nurse': 'skolsköterska',
  'school-psychologist': 'skolpsykolog',
  'school-doctor': 'skolläkare',
  'health-team': 'elevhälsan',
  'career-counsellor': 'studie- och yrkesvägledare',
  coach: 'elevcoach',
  coordinator: 'samordnare',
  administrator: 'skoladministratör',
  guardian: 'vårdnadshavare',
  student: 'elev',
} as const;

export type Capacity = keyof typeof capacities;

/** Reasons for yes, for no, and what has to be known first. */
export interface Weighed {
  readonly yes: readonly Reason[];
  readonly no: readonly Reason[];
  readonly unknown: readonly Reason[];
}

/** Only yes, only no, or only not known. */
export const weighed = {
  yes: (...yes: Reason[]): Weighed => ({ yes, no: [], unknown: [] }),
  no: (...no: Reason[]): Weighed => ({ yes: [], no, unknown: [] }),
  unknown: (...unknown: Reason[]): Weighed => ({ yes: [], no: [], unknown }),
};

const says = {
  principal: 'Rektorn beslutar.',
  delegate: 'Rektorn har överlåtit beslutet. Den som beslutar ska ha tillräcklig kompetens och erfarenhet.',
  inPerson: 'Rektorn måste besluta själv: det här beslutet får inte överlåtas till någon annan.',
  notDelegated:
    'Bara rektorn, eller den som rektorn har överlåtit beslutet till, får besluta om det här. Be rektorn besluta eller överlåta det.',
  family: 'Eleven och vårdnadshavaren deltar när programmet utarbetas, men rektorn beslutar.',
} as const;

/** Whether somebody in this capacity may decide what `who` decides. `law` is 3 kap. 9 § as it stands on the day, and the measure's own paragraph where the principal decides in person. */
export function mayDecideAs(
  who: 'principal-or-delegate' | 'principal-in-person',
  { capacity, delegated }: { readonly capacity?: Capacity | null; readonly delegated?: boolean | null },
  law: readonly Basis[],
): Weighed {
  if (!capacity) return weighed.unknown(notKnown('capacity', 'i vilken egenskap beslutet fattas', ...law));
  if (capacity === 'principal') return weighed.yes(because('principal-decides', says.principal, ...law));
  if (capacity === 'student' || capacity === 'guardian')
    return weighed.no(because('not-the-school', says.family, ...law));
  if (who === 'principal-in-person') return weighed.no(because('principal-in-person', says.inPerson, ...law));
  if (delegated) return weighed.yes(because('delegate-decides', says.delegate, delegation, ...law));
  if (delegated == null && capacity === 'delegate')
    return weighed.unknown(notKnown('delegated', 'om rektorn har överlåtit beslutet', delegation, ...law));
  return weighed.no(because('not-delegated', says.notDelegated, delegation, ...law));
}
