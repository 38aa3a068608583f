import { type Basis, because, notKnown, type Reason, seenIn, skollagen } from '../../../law/index.ts';

/** Where and how a student wishes to complete an introductory programme. */
export interface WayToComplete {
  readonly where?: 'same-organiser' | 'new-home-municipality' | 'independent-organiser' | null | undefined;
  readonly path?: 'same-programme' | 'another-introductory' | null | undefined;
  readonly moved?: boolean | null | undefined;
  readonly agreedWithHomeMunicipality?: boolean | null | undefined;
}

/** Which education plan and which individual study plan the right follows. */
export interface PlanToComplete {
  readonly educationPlan: 'when-begun' | 'organiser' | 'new-home-municipality' | 'independent-organiser';
  readonly studyPlan: 'existing' | 'new';
}

/** The plans of a way to complete, with all reasons for it, against it and not known. */
export interface JudgedWay {
  readonly plan?: PlanToComplete;
  readonly told: readonly Reason[];
  readonly against: readonly Reason[];
  readonly unknown: readonly Reason[];
}

const independent = skollagen.read('17 kap. 29 §', seenIn.sfs2018);
const placed = skollagen.read('17 kap. 15 a §', seenIn.consolidated);

/** Judges a way by 17 kap. 15 § första och andra styckena. Without `where`: at the new home municipality for one who moved, else where the student is. */
export function judgeWay(
  { where, path, moved, agreedWithHomeMunicipality }: WayToComplete,
  law: Basis,
): JudgedWay {
  if (!where && moved == null)
    return {
      told: [],
      against: [],
      unknown: [notKnown('moved', 'om eleven har flyttat till en annan kommun', law)],
    };
  const to = where ?? (moved ? 'new-home-municipality' : 'same-organiser');
  if (to === 'same-organiser') return atTheSame(path, law);
  const unknown = moved == null ? [notKnown('moved', 'om eleven har flyttat till en annan kommun', law)] : [];
  const against = moved === false ? [because('not-moved', notMoved, law)] : [];
  const told = [because('new-plans', newPlans, law), because('placed', whenPlaced, placed)];
  if (to === 'new-home-municipality')
    return { plan: { educationPlan: to, studyPlan: 'new' }, told, against, unknown };
  const agreement = notKnown(
    'agreedWithHomeMunicipality',
    'om skolan och hemkommunen är överens',
    independent,
  );
  return {
    plan: { educationPlan: to, studyPlan: 'new' },
    told: [...told, because('agreed', 'Skolan och hemkommunen är överens.', independent)],
    against: [
      ...against,
      ...(agreedWithHomeMunicipality === false ? [because('not-agreed', notAgreed, independent)] : []),
    ],
    unknown: [...unknown, ...(agreedWithHomeMunicipality == null ? [agreement] : [])],
  };
}

function atTheSame(path: WayToComplete['path'], law: Basis): JudgedWay {
  const none = { told: [], against: [], unknown: [] };
  if (!path)
    return {
      ...none,
      unknown: [notKnown('path', 'om eleven fortsätter på samma introduktionsprogram', law)],
    };
  return path === 'same-programme'
    ? {
        ...none,
        plan: { educationPlan: 'when-begun', studyPlan: 'existing' },
        told: [because('same-plans', samePlans, law)],
      }
    : {
        ...none,
        plan: { educationPlan: 'organiser', studyPlan: 'new' },
        told: [because('new-study-plan', newStudyPlan, law)],
      };
}

const samePlans =
  'Rätten gäller den utbildningsplan som gällde när utbildningen inleddes och elevens individuella studieplan.';
const newStudyPlan =
  'På ett annat introduktionsprogram gäller huvudmannens utbildningsplan. Gör en ny individuell studieplan.';
const newPlans =
  'Efter flytten gäller den nya huvudmannens utbildningsplan. Gör en ny individuell studieplan.';
const whenPlaced = 'För den som flyttar på grund av en placering finns rätten i 15 a §.';
const notMoved = 'Rätten hos en ny hemkommun gäller den som flyttar till en annan kommun.';
const notAgreed =
  'En fristående skola är skyldig att ta emot bara om den och hemkommunen är överens. För programinriktat val för en grupp gäller 15 kap. 33 § i stället.';
