import {
  because,
  defineRule,
  fact,
  missing,
  notKnown,
  ok,
  type Reason,
  refused,
  skollagen,
} from '../../../law/index.ts';
import { studyPathOf } from '../../study-plan/rules/index.ts';
import { firstDay, olderWording } from './applicable-wording.ts';
import {
  afterTheYear,
  agreement,
  basesFor,
  betweenMunicipalities,
  type SupportPart,
  toIndependent,
} from './support-part-agreement.ts';
import { type PaidPeriod, yearOfPayment } from './support-part-days.ts';

const addedUp = skollagen.unread(
  '17 kap. 24 §',
  'Att flera perioder räknas ihop dag för dag är en tolkning; paragrafen säger bara högst ett år.',
);

/** How long the home municipality pays the part for support in a programme-oriented option: 17 kap. 24 and 35 §§. */
export const supportPart = defineRule({
  id: 'funding/support-part',
  title: 'Ersättning för stöd i programinriktat val',
  sentence:
    'Hemkommunen betalar den del av ersättningen för programinriktat val som avser stöd för att bli behörig under högst ett år.',
  facts: {
    paidFrom: fact.day('Betald från'),
    periods: fact.list(
      'Tidigare perioder med ersättningen (tomt: inga)',
      fact.group('Period', {
        from: fact.day('Första dagen'),
        through: fact.day('Sista dagen (tomt: pågår)').nullish(),
      }),
    ),
    programme: fact.text('Program (tomt: programinriktat val, IMV)'),
    organiser: fact.choice('Anordnare', {
      municipality: 'Kommun',
      region: 'Region',
      independent: 'Enskild huvudman',
    }),
    agreedOtherwise: fact.yesNo('Anordnaren och hemkommunen har kommit överens om annat (tomt: nej)'),
    educationBegunOn: fact.day('Utbildningen påbörjades (tomt: efter juni 2019)'),
  },
  versions: [
    {
      inForce: { from: firstDay },
      basis: [betweenMunicipalities, toIndependent, agreement],
      check: ({ paidFrom, periods, programme, organiser, agreedOtherwise, educationBegunOn }, { on }) => {
        const law = basesFor(organiser);
        const path = programme ? studyPathOf(programme) : undefined;
        if (path && path.programme !== 'IMV')
          return refused<SupportPart>(
            { allowed: false, lastDay: null },
            because('not-option', notOption, ...law),
          );
        const paid: PaidPeriod[] = [...(periods ?? []), ...(paidFrom ? [{ from: paidFrom }] : [])];
        const [first, ...rest] = paid;
        const begun = educationBegunOn ?? paid.map((each) => each.from).sort()[0];
        const nonePaid = !first && periods && paidFrom === undefined;
        const unknown = [
          ...(programme && !path ? [programmeUnknown(programme)] : []),
          ...(begun && begun < firstDay ? [olderWording('educationBegunOn')] : []),
          ...(first || nonePaid
            ? []
            : [notKnown('paidFrom', 'dagen då ersättningen började betalas', ...law)]),
          ...(paid.some(endsBeforeItBegins) ? [periodNotUnderstood] : []),
        ];
        if (unknown.length) return missing<SupportPart>(null, ...unknown);
        if (!first)
          return ok<SupportPart>({ allowed: true, lastDay: null }, because('not-paid', notPaid, ...law));
        const { lastDay, remainingDays } = yearOfPayment([first, ...rest]);
        const told = rest.length ? [because('added-up', addedUpSays, addedUp)] : [];
        if (lastDay === null)
          return ok<SupportPart>(
            { allowed: true, lastDay, remainingDays },
            because('days-remain', `Av året återstår ${remainingDays} dagar.`, ...law),
            ...told,
          );
        if (on <= lastDay)
          return ok<SupportPart>(
            { allowed: true, lastDay },
            because('within-a-year', `Ersättningen får betalas till och med ${lastDay}.`, ...law),
            ...told,
          );
        const says = `Ersättningen har betalats ett år, till och med ${lastDay}.`;
        return afterTheYear(organiser, agreedOtherwise, lastDay, [
          because('year-used', says, ...law),
          ...told,
        ]);
      },
    },
  ],
  example: { paidFrom: '2026-08-17', organiser: 'municipality' },
});

function endsBeforeItBegins({ from, through }: PaidPeriod): boolean {
  return through != null && through < from;
}

function programmeUnknown(code: string): Reason {
  const says = `Programkoden ${code} är inte känd. Kontrollera koden.`;
  return { ...because('programme-unknown', says, betweenMunicipalities), fact: 'programme' };
}

const periodNotUnderstood = {
  ...because('period-not-understood', 'En period slutar före sin första dag. Rätta dagarna.'),
  fact: 'periods',
};
const notOption = 'Ersättningen för stöd finns bara för programinriktat val.';
const notPaid = 'Ersättningen är inte betald ännu och får betalas under högst ett år.';
const addedUpSays =
  'Flera perioder är ihopräknade dag för dag. Lagen säger högst ett år men inte hur delar av året läggs ihop.';
