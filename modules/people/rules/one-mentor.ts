import { because, defineRule, fact, missing, notKnown, ok, refused } from '../../../law/index.ts';
import { mentorParagraph } from './mentor-paragraph.ts';
import { paragraphOf, schoolForm } from './school-form.ts';

/** How many mentors the student has on the day. */
export interface MentorsOnDay {
  readonly mentors: number;
}

/** Whether the student has a mentor, and only one, on the day: 15 kap. 19 a § and 18 kap. 19 a §. */
export const oneMentor = defineRule({
  id: 'mentor/one',
  title: 'Om eleven har en mentor',
  sentence: 'Varje elev har en mentor, som följer elevens kunskapsutveckling och studiesituation.',
  facts: {
    schoolForm,
    mentors: fact.list(
      'Mentorer',
      fact.group('Mentor', {
        mentor: fact.text('Vem'),
        from: fact.day('Mentor från').nullish(),
        to: fact.day('Mentor till och med').nullish(),
      }),
    ),
  },
  versions: [
    {
      inForce: { from: '2019-07-01' },
      basis: [mentorParagraph.upper, mentorParagraph.adapted],
      check: (facts, { on }) => {
        const basis = paragraphOf(facts.schoolForm, mentorParagraph);
        if (!facts.mentors)
          return missing<MentorsOnDay>(null, notKnown('mentors', 'vilka mentorer eleven har', basis));
        const active = facts.mentors.filter(({ from, to }) => !(from && from > on) && !(to && to < on));
        const mentors = new Set(active.map(({ mentor }) => mentor)).size;
        if (mentors === 1)
          return ok<MentorsOnDay>({ mentors }, because('one-mentor', 'Eleven har en mentor.', basis));
        const none = `Eleven har ingen mentor den ${on}. Utse en.`;
        const several = `Eleven har ${mentors} mentorer den ${on}. Lagen säger en: bestäm vem som är mentor.`;
        return refused<MentorsOnDay>(
          { mentors },
          mentors === 0 ? because('no-mentor', none, basis) : because('several-mentors', several, basis),
        );
      },
    },
  ],
  example: { mentors: [{ mentor: 'Maria Holm', from: '2026-08-17' }] },
});
