import {
  because,
  birthdayOf,
  defineRule,
  fact,
  missing,
  notKnown,
  ok,
  seenIn,
  skollagen,
} from '../../../law/index.ts';
import type { LocalDate } from '../../../platform/local-date.ts';
import { paragraphOf, schoolForm, type Twin } from '../../people/rules/index.ts';

const seen = `${seenIn.sfs2018} ${seenIn.consolidated}`;
const sameDay: Twin = {
  upper: skollagen.read(
    '15 kap. 16 §',
    seen,
    'Om en elev i gymnasieskolan utan giltigt skäl uteblir från den verksamhet som anordnas för att ge den avsedda utbildningen, ska rektorn se till att elevens vårdnadshavare samma dag informeras om att eleven har varit frånvarande. Om det finns särskilda skäl behöver elevens vårdnadshavare inte informeras samma dag.',
  ),
  adapted: skollagen.read('18 kap. 16 §', seen),
};
const ofAge = { kind: 'act', source: 'SFS 1949:381 föräldrabalken', place: '6 kap. 2 §' } as const;
const adult = {
  ...ofAge,
  verified: false,
  seen: 'Känd; texten är inte läst. Skollagen säger det inte självt.',
};

/** Whether a guardian must be told the same day, and which day that is. */
export interface GuardianNotice {
  readonly required: boolean;
  /** The day of absence; null when nobody must be told that day. */
  readonly by: LocalDate | null;
}

/** Whether a guardian must be told today of absence today without valid reason: 15 kap. 16 § and 18 kap. 16 §, second paragraph. */
export const guardianNotice = defineRule({
  id: 'attendance/guardian-notice',
  title: 'Om vårdnadshavaren ska få veta om frånvaron samma dag',
  sentence:
    'När en elev uteblir utan giltigt skäl ser rektorn till att vårdnadshavaren får veta det samma dag, om det inte finns särskilda skäl.',
  facts: {
    schoolForm,
    birthDate: fact.day('Född den'),
    invalidMinutes: fact.number('Ogiltig frånvaro den dagen, minuter'),
    validMinutes: fact.number('Giltig frånvaro den dagen, minuter'),
    specialReasons: fact.yesNo('Rektorn har funnit särskilda skäl att inte informera samma dag'),
  },
  versions: [
    {
      inForce: { from: '2018-07-01' },
      basis: [sameDay.upper, sameDay.adapted],
      check: (facts, { on }) => {
        const { birthDate, invalidMinutes, specialReasons } = facts;
        const basis = paragraphOf(facts.schoolForm, sameDay);
        const birthday = birthDate ? birthdayOf(birthDate, 18) : null;
        const says = {
          valid: 'Eleven har ingen ogiltig frånvaro den dagen. Bara frånvaro utan giltigt skäl ska meddelas.',
          adult: `Eleven fyllde 18 år ${birthday} och har ingen vårdnadshavare.`,
          special: 'Det finns särskilda skäl, så vårdnadshavaren behöver inte informeras samma dag.',
          must: `Rektorn ser till att vårdnadshavaren får veta det samma dag, ${on}. Det gäller så länge rektorn inte har funnit särskilda skäl.`,
        };
        const not = [
          ...(invalidMinutes === 0 ? [because('no-invalid-absence', says.valid, basis)] : []),
          ...(birthday && birthday <= on ? [because('adult', says.adult, basis, adult)] : []),
          ...(specialReasons ? [because('special-reasons', says.special, basis)] : []),
        ];
        if (not.length) return ok<GuardianNotice>({ required: false, by: null }, ...not);
        const unknown = [
          ...(invalidMinutes == null
            ? [notKnown('invalidMinutes', 'ogiltig frånvaro den dagen', basis)]
            : []),
          ...(birthDate ? [] : [notKnown('birthDate', 'elevens födelsedag', basis)]),
        ];
        if (unknown.length) return missing<GuardianNotice>(null, ...unknown);
        return ok<GuardianNotice>({ required: true, by: on }, because('same-day', says.must, basis));
      },
    },
  ],
  example: { birthDate: '2009-05-01', invalidMinutes: 60, specialReasons: false },
});
