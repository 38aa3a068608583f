import { because, defineRule, fact, missing, notKnown, ok, refused } from '../../../law/index.ts';
import { guaranteed, isReduced, judgeReduction, reduced, reductionFact } from './reduced-hours.ts';

const least = 23;

/** The average of the weeks given, in hours; `internalLeast` is the organiser's own promise. */
export interface TeachingHours {
  readonly average: number;
  readonly least: number;
  readonly internalLeast?: number;
}

/** Whether a student in an introductory programme gets the guaranteed teaching time: 17 kap. 6 §. Which weeks are averaged, the law does not say. */
export const teachingHours = defineRule({
  id: 'introductory/teaching-hours',
  title: 'Undervisningstid på introduktionsprogram',
  sentence:
    'En elev på ett introduktionsprogram har rätt till i genomsnitt minst 23 timmars undervisning i veckan. Färre får det vara bara om eleven begär det och huvudmannen bedömer att det finns särskilda skäl.',
  facts: {
    weeklyHours: fact.list('Undervisningstimmar vecka för vecka', fact.number('Timmar').nullable()),
    reduction: reductionFact,
  },
  versions: [
    {
      inForce: { from: '2018-07-01' },
      basis: [guaranteed],
      check: ({ weeklyHours, reduction }, { local }) => {
        const known = weeklyHours?.filter((hours) => hours !== null) ?? [];
        if (known.length === 0 || known.length !== weeklyHours?.length)
          return missing<TeachingHours>(
            null,
            notKnown('weeklyHours', 'undervisningstimmar för veckorna', guaranteed),
          );
        // Hours are added as hundredths, so that 22.9 and 23.1 are 23 on average.
        const hundredths = known.reduce((sum, hours) => sum + Math.round(hours * 100), 0);
        const average = Math.floor(hundredths / known.length) / 100;
        const own = local['weekly-hours'];
        const internalLeast = own ? Math.max(least, Number(own.value)) : least;
        const value = { average, least, ...(own ? { internalLeast } : {}) };
        const below = own && average < internalLeast;
        const told = below
          ? [
              because(
                'below-own-hours',
                `Huvudmannens eget mål är ${internalLeast} timmar i veckan.`,
                own.basis,
              ),
            ]
          : [];
        if (average >= least)
          return ok<TeachingHours>(
            value,
            because('enough', `I genomsnitt ${inSwedish(average)} timmar i veckan.`, guaranteed),
            ...told,
          );
        if (isReduced(reduction)) return ok<TeachingHours>(value, reduced);
        const { unknown, against } = judgeReduction(reduction);
        if (unknown.length && !against.length) return missing<TeachingHours>(value, ...unknown);
        const says = `I genomsnitt ${inSwedish(average)} timmar i veckan; minst 23 ska erbjudas. Lägg till undervisning.`;
        return refused<TeachingHours>(value, because('too-few-hours', says, guaranteed), ...against, ...told);
      },
    },
  ],
  routines: [
    {
      key: 'weekly-hours',
      label: 'Eget mål för undervisning i veckan',
      unit: 'timmar',
      tighter: 'higher',
      limit: least,
      basis: [guaranteed],
    },
  ],
  example: { weeklyHours: [23, 23, 24, 22] },
});

function inSwedish(hours: number): string {
  return String(hours).replace('.', ',');
}
