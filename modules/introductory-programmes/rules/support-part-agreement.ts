import {
  type Basis,
  because,
  missing,
  notKnown,
  ok,
  type Reason,
  refused,
  seenIn,
  skollagen,
  type Verdict,
} from '../../../law/index.ts';
import type { LocalDate } from '../../../platform/local-date.ts';

/** 17 kap. 24 § skollagen: between municipalities and regions. */
export const betweenMunicipalities = skollagen.read(
  '17 kap. 24 §',
  seenIn.sfs2018,
  'Ersättning enligt första stycket 2 ska lämnas under högst ett år.',
);
/** 17 kap. 35 § skollagen: to an independent organiser. */
export const toIndependent = skollagen.read(
  '17 kap. 35 §',
  seenIn.sfs2018,
  'Bidrag enligt andra stycket 2 ska lämnas under högst ett år.',
);
/** 17 kap. 23 § skollagen: another agreement between a public organiser and the home municipality. */
export const agreement = skollagen.read('17 kap. 23 §', seenIn.sfs2018);

/** Whether the part may be paid on the day, its last day, and what remains when the periods ended before the year did. */
export interface SupportPart {
  readonly allowed: boolean;
  readonly lastDay: LocalDate | null;
  readonly remainingDays?: number;
}

/** 17 kap. 23 §: a public organiser and the home municipality may agree otherwise; for an independent one the year stands. */
export function afterTheYear(
  organiser: string | null | undefined,
  agreed: boolean | null | undefined,
  lastDay: LocalDate,
  used: readonly Reason[],
): Verdict<SupportPart> {
  const open = organiser !== 'independent';
  if (open && agreed === null)
    return missing<SupportPart>(
      null,
      ...used,
      notKnown('agreedOtherwise', 'om annat är överenskommet', agreement),
    );
  if (open && agreed && !organiser)
    return missing<SupportPart>(null, ...used, notKnown('organiser', 'anordnare', agreement));
  if (open && agreed)
    return ok<SupportPart>(
      { allowed: true, lastDay },
      ...used,
      because('agreed-otherwise', agreedSays, agreement),
    );
  const hint = open ? [because('may-agree', mayAgree, agreement)] : [];
  return refused<SupportPart>({ allowed: false, lastDay }, ...used, ...hint);
}

/** The paragraphs of an organiser; both when it is not known which it is. */
export function basesFor(organiser: string | null | undefined): readonly Basis[] {
  if (!organiser) return [betweenMunicipalities, toIndependent];
  return organiser === 'independent' ? [toIndependent] : [betweenMunicipalities];
}

const agreedSays = 'Anordnaren och hemkommunen har kommit överens om annat.';
const mayAgree =
  'En kommun eller region som anordnar utbildningen får komma överens med hemkommunen om annat.';
