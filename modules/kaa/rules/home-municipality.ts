import {
  because,
  defineRule,
  type FactsOf,
  fact,
  missing,
  notKnown,
  ok,
  type Reason,
  seenIn,
  skollagen,
} from '../../../law/index.ts';

const registered = skollagen.read(
  '29 kap. 6 §',
  seenIn.consolidated,
  'Med en persons hemkommun avses i denna lag den kommun som personen är folkbokförd i.',
);
const staying = skollagen.read(
  '29 kap. 6 §',
  seenIn.consolidated,
  'För den som är bosatt i landet utan att vara folkbokförd här avses med hemkommun den kommun som han eller hon stadigvarande vistas i eller, om han eller hon saknar stadigvarande vistelseort, den kommun som han eller hon för tillfället uppehåller sig i.',
);

/** The facts that tell whose young person somebody is. */
export const homeFacts = {
  registeredIn: fact.text('Folkbokförd i kommun (kod)'),
  isRegistered: fact.yesNo('Är folkbokförd i landet'),
  protectedRegistration: fact.yesNo('Har skyddad folkbokföring'),
  staysIn: fact.text('Vistas i kommun (kod), stadigvarande eller annars för tillfället'),
};

/** Which municipality it is and why, or what lacks. */
export function homeOf(facts: FactsOf<typeof homeFacts>): { code: string | null; reasons: Reason[] } {
  const { registeredIn, isRegistered, protectedRegistration, staysIn } = facts;
  const byStay = protectedRegistration === true || isRegistered === false;
  if (registeredIn && !byStay) {
    const says = `Hemkommunen är den där personen är folkbokförd: ${registeredIn}.`;
    return { code: registeredIn, reasons: [because('home-by-registration', says, registered)] };
  }
  if (staysIn && (byStay || isRegistered !== true))
    return { code: staysIn, reasons: [because('home-by-stay', saysStay(staysIn, byStay), staying)] };
  const lacks = byStay
    ? notKnown('staysIn', 'kommunen där personen vistas, stadigvarande eller annars för tillfället', staying)
    : notKnown('registeredIn', 'kommunen där personen är folkbokförd', registered);
  return { code: null, reasons: [lacks] };
}

function saysStay(code: string, certain: boolean): string {
  const found = `Hemkommunen är den där personen vistas: ${code}.`;
  return certain ? found : `${found} Det gäller om personen inte är folkbokförd någonstans.`;
}

/** Which municipality is somebody's home municipality: 29 kap. 6 §. */
export const homeMunicipality = defineRule({
  id: 'kaa/home-municipality',
  title: 'Vilken kommun som är hemkommun',
  sentence:
    'Hemkommun är den kommun där man är folkbokförd; för den som inte är folkbokförd, eller har skyddad folkbokföring, den kommun där man vistas.',
  facts: homeFacts,
  versions: [
    {
      inForce: { from: '2020-01-01' },
      basis: [registered, staying],
      note: 'Lydelsen är den i lag (2019:947), känd som gällande från 1 januari 2020; dagen är inte läst. Äldre lydelser finns inte i boken.',
      check: (facts) => {
        const { code, reasons } = homeOf(facts);
        return code ? ok({ homeMunicipality: code }, ...reasons) : missing(null, ...reasons);
      },
    },
  ],
  example: { registeredIn: '0114' },
});
