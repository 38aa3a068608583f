import {
  addMonths,
  because,
  defineRule,
  fact,
  isDayOfRest,
  lagstadgadTid,
  lastDay,
  missing,
  notKnown,
  type Reason,
  seenIn,
  skollagen,
  textOf,
} from '../../../law/index.ts';
import type { LocalDate } from '../../../platform/local-date.ts';
import { type StudyPlanDeadline, withOwnDay } from './own-deadline.ts';
import { studyPathOf } from './study-path.ts';

const twoMonths = skollagen.read(
  '17 kap. 14 a §',
  seenIn.sfs2018,
  'Bedömningen ska göras skyndsamt så att en individuell studieplan enligt 7 § kan upprättas för eleven inom två månader från mottagandet.',
);
const everyStudent = skollagen.read(
  '17 kap. 7 §',
  seenIn.sfs2018,
  'För varje elev ska det upprättas en individuell studieplan.',
);
const transition = textOf('act', 'SFS 2018:749').read('övergångsbestämmelserna 2', seenIn.sfs2018);
const nextWorkingDay = lagstadgadTid.unread('2 §', 'Känd ur rättspraxis; texten är inte läst.');
const firstDay = '2019-07-01';

/**
 * Lag (1930:173) lets an act wait that falls on a day of rest. Its text was not read and 17 kap. 14 a § names two months,
 * so the day stays what was read, and the respite is told beside it.
 */
function mayWait(dueOn: LocalDate): readonly Reason[] {
  if (!isDayOfRest(dueOn)) return [];
  const says = `Den dagen är ingen vardag. Lagen om beräkning av lagstadgad tid låter det vänta till ${lastDay(dueOn)}; planera för en dag före.`;
  return [because('day-of-rest', says, nextWorkingDay)];
}

/** When the individual study plan of a student who is received to language introduction must be there: 17 kap. 14 a §. */
export const studyPlanDeadline = defineRule({
  id: 'study-plan/deadline',
  title: 'När studieplanen ska finnas',
  sentence:
    'När en nyanländ elev tas emot till språkintroduktion ska kunskaperna bedömas skyndsamt, om det inte är uppenbart onödigt, så att en individuell studieplan kan upprättas inom två månader från mottagandet.',
  facts: {
    programme: fact.text('Program, till exempel IMS'),
    newlyArrived: fact.yesNo('Eleven är nyanländ'),
    receivedOn: fact.day('Mottagen den'),
    assessmentUnnecessary: fact.yesNo('En bedömning av kunskaperna är uppenbart onödig (tomt: nej)'),
    educationBegunOn: fact.day('Utbildningen påbörjades (tomt: efter mottagandet)'),
  },
  versions: [
    {
      inForce: { from: firstDay },
      basis: [twoMonths, everyStudent, transition],
      check: (facts, { local }) => {
        const { programme, newlyArrived, receivedOn, assessmentUnnecessary, educationBegunOn } = facts;
        const path = programme ? studyPathOf(programme) : undefined;
        const older = educationBegunOn ? educationBegunOn < firstDay : false;
        const otherProgramme = path && path.programme !== 'IMS';
        if (otherProgramme || newlyArrived === false || assessmentUnnecessary || older)
          return withOwnDay(null, older ? [begunBefore, noDeadline] : [noDeadline], facts, local);
        const unknown = [
          ...(path ? [] : [programmeNotKnown(programme)]),
          ...(newlyArrived == null ? [notKnown('newlyArrived', 'om eleven är nyanländ', twoMonths)] : []),
          ...(receivedOn ? [] : [notKnown('receivedOn', 'dagen för mottagandet', twoMonths)]),
          ...(receivedOn && receivedOn < firstDay && !educationBegunOn ? [begunWhen] : []),
        ];
        if (!receivedOn || unknown.length) return missing<StudyPlanDeadline>(null, ...unknown);
        const dueOn = addMonths(receivedOn, 2);
        const says = `Studieplanen ska finnas senast ${dueOn}.`;
        return withOwnDay(dueOn, [because('two-months', says, twoMonths), ...mayWait(dueOn)], facts, local);
      },
    },
  ],
  routines: [
    {
      key: 'due-within-days',
      label: 'Egen sista dag för studieplanen, räknat från mottagandet',
      unit: 'dagar',
      tighter: 'lower',
      limit: 59,
      basis: [twoMonths],
    },
    {
      key: 'other-due-within-days',
      label: 'Eget mål där lagen inte sätter någon sista dag, räknat från mottagandet',
      unit: 'dagar',
      tighter: 'lower',
      limit: null,
      basis: [everyStudent],
    },
  ],
  example: { programme: 'IMS', newlyArrived: true, receivedOn: '2026-08-20', assessmentUnnecessary: false },
});

const noDeadline = because(
  'no-deadline',
  'Lagen sätter ingen sista dag, men en studieplan ska finnas.',
  everyStudent,
  twoMonths,
);
const begunBefore = because(
  'begun-before',
  'Utbildningen påbörjades före den 1 juli 2019, och då gäller inte 14 a §.',
  transition,
);
const begunWhen = notKnown('educationBegunOn', 'dagen då utbildningen påbörjades', transition);

function programmeNotKnown(code: string | null | undefined): Reason {
  if (!code) return notKnown('programme', 'program', twoMonths);
  const says = `Programkoden ${code} är inte känd. Kontrollera koden.`;
  return { ...because('programme-unknown', says, twoMonths), fact: 'programme' };
}
