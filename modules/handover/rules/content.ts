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
  refused,
  textOf,
  type Verdict,
} from '../../../law/index.ts';
import { amendedFrom2027, asTwelveG, asTwelveJ, periods } from './paragraph.ts';

/** What may go with the student by this paragraph, and what may not. */
export interface HandoverContent {
  readonly mayHandOver: readonly string[];
  readonly notHandOver: readonly string[];
}

const guidance = textOf('agency-advice', 'Skolverket').unread(
  'överlämning av information vid övergångar',
  'Känd från Skolverkets webbsida: uppgifterna lämnas till skolan som eleven har placerats vid eller antagits till, och får inte användas för urval.',
);
const medical = textOf('act', 'SFS 2009:400').unread(
  '25 kap. 1 §',
  'Känd i andra hand. Att journaler inte omfattas av överlämningen är inte läst i någon lag; boken utgår från det.',
);

const kinds = fact.choice('Slag', {
  adaptations: 'Anpassningar som fungerar',
  'action-programme': 'Åtgärdsprogram',
  'study-plan': 'Individuell studieplan',
  attendance: 'Närvaro',
  grades: 'Betyg och kunskaper',
  other: 'Annat',
  'medical-record': 'Skolsköterskans eller skolläkarens journal',
  'psychologist-record': 'Skolpsykologens journal',
});
const facts = {
  items: fact.list(
    'Uppgifter',
    fact.group('Uppgift', {
      kind: kinds,
      easesTransition: fact.yesNo('Behövs för att underlätta övergången').nullish(),
    }),
  ),
  usedForSelection: fact.yesNo('Uppgifterna ska användas för att välja ut elever'),
};
type Items = NonNullable<FactsOf<typeof facts>['items']>;

const records: readonly string[] = ['medical-record', 'psychologist-record'];

function contentOf(
  { items, usedForSelection }: FactsOf<typeof facts>,
  basis: Basis,
): Verdict<HandoverContent> {
  const no = [
    ...(usedForSelection ? [because('not-for-selection', selectionSays, guidance, basis)] : []),
    ...faults(items ?? [], basis),
  ];
  const may = (items ?? []).filter((each) => each.easesTransition && !isRecord(each) && !usedForSelection);
  const value = {
    mayHandOver: kindsOf(may),
    notHandOver: kindsOf((items ?? []).filter((each) => !may.includes(each))),
  };
  if (no.length) return refused<HandoverContent>(items ? value : null, ...no);
  const unknown = [
    ...(items ? [] : [notKnown('items', 'vilka uppgifter det gäller', basis)]),
    ...(items ?? [])
      .filter((each) => each.easesTransition == null)
      .map(({ kind }) =>
        notKnown('items', `om uppgiften (${kind}) behövs för att underlätta övergången`, basis),
      ),
    ...(usedForSelection == null
      ? [notKnown('usedForSelection', 'om uppgifterna ska användas för urval', guidance)]
      : []),
  ];
  if (unknown.length) return missing<HandoverContent>(null, ...unknown);
  return ok<HandoverContent>(
    value,
    because('eases-transition', 'Uppgifterna behövs för att underlätta övergången.', basis),
  );
}

function faults(items: Items, basis: Basis): Reason[] {
  const needless = items.filter((each) => each.easesTransition === false && !isRecord(each));
  return [
    ...(items.some(isRecord) ? [because('records-never', recordSays, medical, basis)] : []),
    ...needless.map(({ kind }) =>
      because('not-needed', `Uppgiften (${kind}) behövs inte för övergången. Lämna den inte vidare.`, basis),
    ),
  ];
}

function isRecord({ kind }: Items[number]): boolean {
  return records.includes(kind);
}

function kindsOf(items: Items): string[] {
  return items.map(({ kind }) => kind);
}

const selectionSays =
  'Uppgifterna får inte användas för urval. Överlämna när eleven är placerad eller antagen.';
const recordSays =
  'Journaler hos skolsköterska, skolläkare och skolpsykolog lämnas inte vidare här. De har egna regler; fråga elevhälsan.';

/** Which information may be handed over: only what eases the transition (3 kap. 12 j §, earlier 12 g §), never records of health care. */
export const handoverContent = defineRule({
  id: 'handover/content',
  title: 'Vad som får överlämnas när eleven byter skola',
  sentence:
    'Bara sådant som behövs för att underlätta övergången överlämnas, aldrig för urval och aldrig journaler från skolsköterska, skolläkare eller skolpsykolog.',
  facts,
  versions: [
    {
      inForce: periods.twelveG,
      basis: [asTwelveG, guidance, medical],
      check: (given) => contentOf(given, asTwelveG),
    },
    {
      inForce: periods.twelveJ,
      basis: [asTwelveJ, guidance, medical],
      note: 'Paragrafen har fått nytt nummer. Innehållet är detsamma.',
      check: (given) => contentOf(given, asTwelveJ),
    },
  ],
  changes: [amendedFrom2027],
  example: { items: [{ kind: 'action-programme', easesTransition: true }], usedForSelection: false },
});
