import {
  because,
  defineRule,
  fact,
  lastDay,
  missing,
  notKnown,
  ok,
  type Reason,
  refused,
} from '../../../law/index.ts';
import { addDays, type LocalDate } from '../../../platform/local-date.ts';
import { procedure } from './paragraphs.ts';

/** `inTime` and `rejected` only when something has arrived. An appeal that is late is not rejected when the school's information was wrong, or when it reached the board in time. */
export interface AppealDeadline {
  readonly lastDay: LocalDate;
  readonly inTime?: boolean;
  readonly rejected?: boolean;
}

const { threeWeeks, appealApplies, dayOfRest, rejection } = procedure;

const says = {
  lastDay: (day: LocalDate) =>
    `Överklagandet ska ha kommit in till skolan som fattade beslutet senast ${day}, tre veckor från den dag då den som överklagar fick del av beslutet.`,
  moved: 'Sista dagen flyttas till nästa vardag, för tre veckor slutar på en helgdag.',
  notReceived: 'Tiden börjar löpa först när den som överklagar har fått del av beslutet genom skolan.',
  inTime: 'Överklagandet kom in i rätt tid. Lämna det till Skolväsendets överklagandenämnd skyndsamt.',
  late: 'Överklagandet kom in för sent och ska avvisas. Kontrollera först att underrättelsen om hur man överklagar var rätt: annars ska det inte avvisas.',
  wrongInformation:
    'Överklagandet kom in för sent, men ska inte avvisas om förseningen beror på att underrättelsen om hur man överklagar saknades eller var fel.',
  atBoard: 'Överklagandet ska inte avvisas: det kom in till överklagandenämnden inom tiden.',
} as const;

/** When an appeal has to be at the school that decided: förvaltningslagen 44 and 45 §§, through 29 kap. 11 § skollagen. Arrival is counted as förvaltningslagen counts it. */
export const appealDeadline = defineRule({
  id: 'support/appeal-deadline',
  title: 'När ett överklagande ska ha kommit in',
  sentence:
    'Ett överklagande ska ha kommit in till den skola som fattade beslutet inom tre veckor från den dag då den som överklagar fick del av beslutet. Kommer det för sent avvisas det, om inte skolans underrättelse om hur man överklagar var fel eller saknades.',
  facts: {
    receivedOn: fact.day('Den som överklagar fick del av beslutet den'),
    arrivedOn: fact.day('Överklagandet kom in till skolan den'),
    arrivedAtBoardOn: fact.day('Överklagandet kom in till överklagandenämnden den'),
    appealInformationCorrect: fact.yesNo('Underrättelsen om hur man överklagar var rätt'),
  },
  versions: [
    {
      inForce: { from: '2018-07-01' },
      basis: [threeWeeks, appealApplies, dayOfRest, rejection],
      check: ({ receivedOn, arrivedOn, arrivedAtBoardOn, appealInformationCorrect }) => {
        if (!receivedOn)
          return missing<AppealDeadline>(
            null,
            notKnown('receivedOn', 'dagen då den som överklagar fick del av beslutet', threeWeeks),
            because('time-not-running', says.notReceived, threeWeeks),
          );
        const weeks = addDays(receivedOn, 21);
        const last = lastDay(weeks);
        const law: Reason[] = [
          because('three-weeks', says.lastDay(last), threeWeeks, appealApplies),
          ...(last === weeks ? [] : [because('day-of-rest', says.moved, dayOfRest)]),
        ];
        const reached = arrivedAtBoardOn != null && arrivedAtBoardOn <= last;
        if (!arrivedOn && !arrivedAtBoardOn) return ok<AppealDeadline>({ lastDay: last }, ...law);
        const inTime = arrivedOn != null && arrivedOn <= last;
        const kept = (code: string, told: string) =>
          ok<AppealDeadline>(
            { lastDay: last, inTime, rejected: false },
            ...law,
            because(code, told, rejection),
          );
        if (inTime) return kept('in-time', says.inTime);
        if (reached) return kept('in-time-at-board', says.atBoard);
        if (appealInformationCorrect === false) return kept('information-wrong', says.wrongInformation);
        const value: AppealDeadline = { lastDay: last, inTime, rejected: true };
        return refused(value, ...law, because('too-late', says.late, rejection, threeWeeks));
      },
    },
  ],
  example: { receivedOn: '2026-11-02' },
});
