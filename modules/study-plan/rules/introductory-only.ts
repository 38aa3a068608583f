import { type Basis, because, type Reason, seenIn, skollagen } from '../../../law/index.ts';
import { studyPathOf } from './study-path.ts';

const national = skollagen.read('16 kap. 37 §', seenIn.consolidated);

/** Why a rule of 17 kap. 15 § cannot answer for a programme; nothing when it is an introductory one or none was given. */
export function notIntroductory(programme: string | null | undefined, basis: Basis): readonly Reason[] {
  if (!programme) return [];
  const kind = studyPathOf(programme)?.kind;
  if (kind === 'introductory') return [];
  const reason = kind
    ? because(
        'not-introductory',
        'Regeln gäller introduktionsprogram. För nationella program finns rätten att fullfölja i 16 kap. 37 §.',
        basis,
        national,
      )
    : because('programme-unknown', `Programkoden ${programme} är inte känd. Kontrollera koden.`, basis);
  return [{ ...reason, fact: 'programme' }];
}
