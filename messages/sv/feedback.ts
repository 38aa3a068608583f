/** Why a signal does not hold, in the words of the form and of the count per signal. */
export const feedback = {
  'wrong-data': 'Uppgifterna är fel',
  'already-known': 'Vi känner redan till det',
  'not-relevant': 'Den säger inget om eleven',
  other: 'Annat',
} as const;
