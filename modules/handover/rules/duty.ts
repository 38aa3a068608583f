import {
  type Basis,
  because,
  defineRule,
  type FactsOf,
  fact,
  missing,
  notKnown,
  ok,
  type Reason,
  type Verdict,
} from '../../../law/index.ts';
import { asksForReceipt, isCovered } from './forms.ts';
import { amendedFrom2027, asTwelveG, asTwelveJ, periods, receiptAsTwelveG } from './paragraph.ts';

/** Whether the leaving unit hands over, and whether the receiving unit must tell promptly that it has received the student. */
export interface HandoverDuty {
  readonly handover: boolean;
  readonly receipt: boolean;
}

const place = {
  form: fact.text('Skolform, till exempel compulsory eller upper-secondary').nullish(),
  unit: fact.text('Skolenhet').nullish(),
};
const facts = {
  from: fact.group('Från', place),
  to: fact.group('Till', place),
  receiptUnnecessary: fact.yesNo('Det är obehövligt att meddela att eleven har tagits emot'),
};

function dutyOf(given: FactsOf<typeof facts>, basis: Basis, receiptBasis: Basis): Verdict<HandoverDuty> {
  const { form, unit } = given.from ?? {};
  const { form: toForm, unit: toUnit } = given.to ?? {};
  const not: Reason[] = [];
  if (unit && unit === toUnit)
    not.push(because('same-unit', 'Eleven byter inte skolenhet, så inget ska överlämnas.', basis));
  if (isCovered(form) === false || isCovered(toForm) === false)
    not.push(because('form-not-covered', 'Paragrafen gäller inte mellan de här skolformerna.', basis));
  if (not.length) return ok<HandoverDuty>({ handover: false, receipt: false }, ...not);
  if (!isCovered(form) || !isCovered(toForm)) {
    const lacks = [
      ...(isCovered(form) ? [] : [notKnown('from', 'skolformen som eleven lämnar', basis)]),
      ...(isCovered(toForm) ? [] : [notKnown('to', 'skolformen som eleven kommer till', basis)]),
    ];
    return missing<HandoverDuty>(null, ...lacks);
  }
  if (form === toForm && !(unit && toUnit)) {
    const lacks = [
      ...(unit ? [] : [notKnown('from', 'skolenheten som eleven lämnar', basis)]),
      ...(toUnit ? [] : [notKnown('to', 'skolenheten som eleven kommer till', basis)]),
    ];
    return missing<HandoverDuty>(null, ...lacks);
  }
  const asked = asksForReceipt(form!, toForm!);
  const receipt = asked && !given.receiptUnnecessary;
  return ok<HandoverDuty>(
    { handover: true, receipt },
    because('hand-over', form === toForm ? newUnit : newForm, basis),
    ...(receipt ? [because('confirm-receipt', confirm, receiptBasis)] : []),
    ...(asked && !receipt
      ? [because('receipt-unnecessary', 'Att meddela mottagandet är obehövligt.', receiptBasis)]
      : []),
    ...(asked
      ? []
      : [because('no-receipt-demanded', 'Lagen kräver inget meddelande om mottagandet här.', receiptBasis)]),
  );
}

const whatIsNeeded =
  'Skolenheten som eleven lämnar överlämnar de uppgifter som behövs för att underlätta övergången.';
const newForm = `Eleven byter skolform. ${whatIsNeeded}`;
const newUnit = `Eleven byter skolenhet inom skolformen. ${whatIsNeeded}`;
const confirm =
  'Den mottagande skolenheten meddelar skyndsamt att den har tagit emot eleven, om det inte är obehövligt. Lagen anger inga dagar.';

/** Whether information about a student is to be handed over, and its receipt told: 3 kap. 12 j §, earlier 12 g §. */
export const handoverDuty = defineRule({
  id: 'handover/duty',
  title: 'Om uppgifter ska överlämnas när eleven byter skola',
  sentence:
    'När en elev byter skolform eller skolenhet överlämnar skolenheten som eleven lämnar de uppgifter som behövs för att underlätta övergången, och gymnasieskolan meddelar skyndsamt grundskolan att eleven är mottagen, om det inte är obehövligt.',
  facts,
  versions: [
    {
      inForce: periods.twelveG,
      basis: [asTwelveG, receiptAsTwelveG],
      check: (given) => dutyOf(given, asTwelveG, receiptAsTwelveG),
    },
    {
      inForce: periods.twelveJ,
      basis: [asTwelveJ],
      note: 'Paragrafen har fått nytt nummer. Innehållet är detsamma.',
      check: (given) => dutyOf(given, asTwelveJ, asTwelveJ),
    },
  ],
  changes: [amendedFrom2027],
  example: { from: { form: 'compulsory', unit: 'A' }, to: { form: 'upper-secondary', unit: 'B' } },
});
