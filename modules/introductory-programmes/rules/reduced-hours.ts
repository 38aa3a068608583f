import { because, fact, notKnown, type Reason, seenIn, skollagen } from '../../../law/index.ts';

/** 17 kap. 6 § skollagen: the guaranteed teaching time, and when a student may have less. */
export const guaranteed = skollagen.read(
  '17 kap. 6 §',
  seenIn.sfs2018,
  'Eleverna har rätt till i genomsnitt minst 23 timmars undervisning i veckan (garanterad undervisningstid). Utbildningens omfattning får dock minskas för en elev som begär det om huvudmannen bedömer att det finns särskilda skäl.',
);

/** The fact of a reduced extent. Not given: none. */
export const reductionFact = fact.group('Minskad omfattning (tomt: ingen)', {
  requestedByStudent: fact.yesNo('Eleven har begärt det').nullish(),
  specialReasonsByOrganiser: fact.yesNo('Huvudmannen har bedömt att det finns särskilda skäl').nullish(),
});

/** A reduced extent as it is given. */
export interface Reduction {
  readonly requestedByStudent?: boolean | null | undefined;
  readonly specialReasonsByOrganiser?: boolean | null | undefined;
}

/** Whether both conditions of a reduced extent are met. */
export function isReduced(given: Reduction | null | undefined): boolean {
  return given?.requestedByStudent === true && given.specialReasonsByOrganiser === true;
}

/** What speaks against a reduced extent and what is not known of it; nothing when none is given. */
export function judgeReduction(given: Reduction | null | undefined): Record<'against' | 'unknown', Reason[]> {
  if (!given) return { against: [], unknown: [] };
  const { requestedByStudent, specialReasonsByOrganiser } = given;
  const ask = (label: string) => notKnown('reduction', label, guaranteed);
  return {
    against: [
      ...(requestedByStudent === false ? [notRequested] : []),
      ...(specialReasonsByOrganiser === false ? [noSpecialReasons] : []),
    ],
    unknown: [
      ...(requestedByStudent == null ? [ask('om eleven har begärt minskad omfattning')] : []),
      ...(specialReasonsByOrganiser == null
        ? [ask('om huvudmannen har bedömt att det finns särskilda skäl')]
        : []),
    ],
  };
}

/** Told when a reduced extent is allowed. */
export const reduced = because(
  'reduced',
  'Eleven har begärt minskad omfattning, och huvudmannen har bedömt att det finns särskilda skäl.',
  guaranteed,
);
const notRequested = because(
  'not-requested',
  'Omfattningen får minskas bara om eleven begär det.',
  guaranteed,
);
const noSpecialReasons = because(
  'no-special-reasons',
  'Omfattningen får minskas bara om huvudmannen bedömer att det finns särskilda skäl.',
  guaranteed,
);
