import {
  because,
  birthdayOf,
  defineRule,
  type FactsOf,
  fact,
  missing,
  notKnown,
  ok,
  refused,
} from '../../../law/index.ts';
import type { LocalDate } from '../../../platform/local-date.ts';
import { decisionLabels, type Route, routes } from './appealable.ts';
import { appeal, supportReform } from './paragraphs.ts';
import { type SchoolForm, schoolFormFact } from './school-forms.ts';
import { type Weighed, weighed } from './who-decides.ts';

const { ownStanding, guardian, nothingElse, boardIsLast, toBoard } = appeal;

/** 29 kap. 12 § second paragraph: about these forms the student appeals at any age. */
const atAnyAge: readonly SchoolForm[] = ['upper-secondary', 'adapted-upper-secondary', 'adult'];

const shape = {
  decision: fact.choice('Beslutet gäller', decisionLabels),
  appellant: fact.choice('Den som överklagar', {
    student: 'eleven',
    guardian: 'vårdnadshavaren',
    representative: 'ett ombud',
  }),
  birthDate: fact.day('Eleven är född den'),
  schoolForm: schoolFormFact,
  inActionProgramme: fact.yesNo('Det står i ett åtgärdsprogram (reducerat program)'),
  powerOfAttorney: fact.yesNo('Ombudet har fullmakt'),
};

/** Where to (null: nowhere), what may come of it (null: the law does not say), and that the board's word is the last. */
export interface MayAppeal {
  readonly mayAppeal: boolean;
  readonly to: 'board' | null;
  readonly outcomes: readonly ('affirm' | 'annul')[] | null;
  readonly final: boolean | null;
}

type Facts = FactsOf<typeof shape>;

const says = {
  board: 'Beslutet får överklagas till Skolväsendets överklagandenämnd.',
  outcomes:
    'Nämnden kan bara fastställa eller upphäva beslutet, och vid behov skicka tillbaka ärendet till rektorn.',
  final: 'Nämndens beslut går inte att överklaga.',
  none: 'Lagen nämner ingen väg att överklaga det här. Prata med rektorn, eller klaga hos huvudmannen.',
  standing: 'Eleven får själv föra sin talan.',
  young: 'Eleven har inte fyllt 16 år och kan inte överklaga själv här. Vårdnadshavaren kan.',
  guardian:
    'Eleven är under 18 år, så vårdnadshavaren får överklaga. Har eleven två gör de det normalt tillsammans.',
  adult: 'Eleven har fyllt 18 år, så vårdnadshavaren får överklaga bara som ombud med fullmakt.',
  attorney: 'Ombudet får överklaga för den som har gett fullmakten.',
  noAttorney: 'Ombudet behöver en fullmakt. Skicka in den tillsammans med överklagandet.',
} as const;

function routeOf({ decision, inActionProgramme }: Facts): Weighed & { readonly to: MayAppeal['to'] } {
  if (!decision)
    return { ...weighed.unknown(notKnown('decision', 'vad beslutet gäller', toBoard)), to: null };
  const { to, basis, affirmOrAnnul }: Route = routes[decision];
  if (to === 'in-programme' && inActionProgramme == null)
    return {
      ...weighed.unknown(notKnown('inActionProgramme', 'om det står i ett åtgärdsprogram', ...basis)),
      to: null,
    };
  if (to === null || (to === 'in-programme' && !inActionProgramme))
    return { ...weighed.no(because('not-appealable', says.none, nothingElse)), to: null };
  const outcomes =
    affirmOrAnnul || to === 'in-programme' ? [because('affirm-or-annul', says.outcomes, toBoard)] : [];
  const final = because('final', says.final, boardIsLast);
  return { ...weighed.yes(because('to-board', says.board, ...basis), ...outcomes, final), to: 'board' };
}

function standingOf({ appellant, birthDate, schoolForm, powerOfAttorney }: Facts, on: LocalDate): Weighed {
  const reached = (age: number) => (birthDate ? birthdayOf(birthDate, age) <= on : null);
  const born = notKnown('birthDate', 'elevens födelsedag', ownStanding);
  if (!appellant) return weighed.unknown(notKnown('appellant', 'vem som överklagar', ownStanding));
  if (appellant === 'representative') {
    if (powerOfAttorney == null)
      return weighed.unknown(notKnown('powerOfAttorney', 'om ombudet har fullmakt', guardian));
    if (!powerOfAttorney) return weighed.no(because('no-power-of-attorney', says.noAttorney, guardian));
    return weighed.yes(because('power-of-attorney', says.attorney, guardian));
  }
  if (appellant === 'guardian') {
    if (!birthDate) return weighed.unknown(born);
    if (reached(18)) return weighed.no(because('student-adult', says.adult, guardian));
    return weighed.yes(because('guardian', says.guardian, guardian));
  }
  if ((schoolForm && atAnyAge.includes(schoolForm)) || reached(16))
    return weighed.yes(because('own-standing', says.standing, ownStanding));
  if (birthDate && schoolForm) return weighed.no(because('under-16', says.young, ownStanding));
  return weighed.unknown(
    ...(birthDate ? [] : [born]),
    ...(schoolForm ? [] : [notKnown('schoolForm', 'skolform', ownStanding)]),
  );
}

/** Which decisions about support may be appealed, by whom and with what outcome: 28 kap. 16 and 18 §§, 29 kap. 12 §. */
export const mayAppeal = defineRule({
  id: 'support/may-appeal',
  title: 'Vad som får överklagas, och av vem',
  sentence:
    'Ett åtgärdsprogram, och ett beslut att inte utarbeta något, får överklagas till Skolväsendets överklagandenämnd, som fastställer eller upphäver det. Eleven får överklaga själv från 16 år, och om gymnasieskolan även dessförinnan. Vårdnadshavaren får överklaga tills eleven fyller 18.',
  facts: shape,
  versions: [
    {
      inForce: { from: '2018-07-01' },
      basis: [toBoard, boardIsLast, ownStanding],
      check: (facts, { on }) => {
        const route = routeOf(facts);
        const found = [route, standingOf(facts, on)];
        const all = (kind: keyof Weighed) => found.flatMap((each) => each[kind]);
        const value: MayAppeal = {
          mayAppeal: !all('no').length,
          to: route.to,
          outcomes: route.yes.some(({ code }) => code === 'affirm-or-annul') ? ['affirm', 'annul'] : null,
          final: route.to === 'board' ? true : null,
        };
        if (all('no').length) return refused(value, ...all('no'), ...all('unknown'));
        return all('unknown').length ? missing<MayAppeal>(null, ...all('unknown')) : ok(value, ...all('yes'));
      },
    },
  ],
  changes: [supportReform],
  example: {
    decision: 'action-programme',
    appellant: 'student',
    birthDate: '2009-03-14',
    schoolForm: 'upper-secondary',
  },
});
