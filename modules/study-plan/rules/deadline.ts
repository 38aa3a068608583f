import {
  addMonths,
  because,
  defineRule,
  fact,
  lagstadgadTid,
  lastDay,
  missing,
  notKnown,
  ok,
  seenIn,
  skollagen,
} from '../../../law/index.ts';
import { addDays, type LocalDate } from '../../../platform/local-date.ts';

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
const nextWorkingDay = lagstadgadTid.unread('2 §', 'Känd ur rättspraxis; texten är inte läst.');

/** The last day by law and, where the organiser has one, its own earlier day; null when the law sets none. */
export interface StudyPlanDeadline {
  readonly dueOn: LocalDate | null;
  readonly internalDueOn?: LocalDate;
}

/** When the individual study plan of a student who is received to language introduction must be there: 17 kap. 14 a §. */
export const studyPlanDeadline = defineRule({
  id: 'study-plan/deadline',
  title: 'När studieplanen ska finnas',
  sentence:
    'När en nyanländ elev tas emot till språkintroduktion ska kunskaperna bedömas skyndsamt, så att en individuell studieplan kan upprättas inom två månader från mottagandet.',
  facts: {
    programme: fact.text('Program, till exempel IMS'),
    newlyArrived: fact.yesNo('Eleven är nyanländ'),
    receivedOn: fact.day('Mottagen den'),
    assessmentUnnecessary: fact.yesNo('En bedömning av kunskaperna är uppenbart onödig'),
    educationBegunOn: fact.day('Utbildningen påbörjades'),
  },
  versions: [
    {
      inForce: { from: '2019-07-01' },
      basis: [twoMonths, everyStudent],
      check: ({ programme, newlyArrived, receivedOn, assessmentUnnecessary }, { local }) => {
        const unknown = [
          ...(programme ? [] : [notKnown('programme', 'program', twoMonths)]),
          ...(newlyArrived == null ? [notKnown('newlyArrived', 'om eleven är nyanländ', twoMonths)] : []),
        ];
        if (unknown.length) return missing<StudyPlanDeadline>(null, ...unknown);
        if (programme !== 'IMS' || !newlyArrived || assessmentUnnecessary)
          return ok<StudyPlanDeadline>(
            { dueOn: null },
            because(
              'no-deadline',
              'Lagen sätter ingen sista dag, men en studieplan ska finnas.',
              everyStudent,
            ),
          );
        if (!receivedOn)
          return missing<StudyPlanDeadline>(null, notKnown('receivedOn', 'dagen för mottagandet', twoMonths));
        const dueOn = lastDay(addMonths(receivedOn, 2));
        const law = because(
          'two-months',
          `Studieplanen ska finnas senast ${dueOn}.`,
          twoMonths,
          nextWorkingDay,
        );
        const own = local['due-within-days'];
        if (!own) return ok<StudyPlanDeadline>({ dueOn }, law);
        const earlier = addDays(receivedOn, Number(own.value));
        const internalDueOn = earlier < dueOn ? earlier : dueOn;
        const says = `Huvudmannens egen gräns är ${internalDueOn}.`;
        return ok<StudyPlanDeadline>({ dueOn, internalDueOn }, law, because('own-deadline', says, own.basis));
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
  ],
  example: { programme: 'IMS', newlyArrived: true, receivedOn: '2026-08-20', assessmentUnnecessary: false },
});
