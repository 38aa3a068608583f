import { because, defineRule, fact, missing, notKnown, ok, refused } from '../../../law/index.ts';
import { addDays, type LocalDate } from '../../../platform/local-date.ts';
import { mentorParagraph } from './mentor-paragraph.ts';
import { paragraphOf, schoolForm } from './school-form.ts';

/** Whether the mentor has something to tell, and has told it. */
export interface MentorInforms {
  readonly inform: boolean;
  /** The organiser's own last day; the law says "skyndsamt", without days. */
  readonly internalDueOn?: LocalDate;
}

/** Whether the mentor has told the staff concerned of signs that a student may need support: the second sentence of 19 a §. */
export const mentorInforms = defineRule({
  id: 'mentor/inform',
  title: 'Om mentorn ska informera skolpersonalen',
  sentence:
    'En mentor som ser tecken på att eleven kan behöva stöd informerar skyndsamt berörd skolpersonal.',
  facts: {
    schoolForm,
    signsOfNeed: fact.yesNo('Mentorn ser tecken på att eleven kan behöva stöd'),
    noticedOn: fact.day('Tecknen sågs den'),
    staffInformed: fact.yesNo('Berörd skolpersonal är informerad'),
  },
  versions: [
    {
      inForce: { from: '2019-07-01' },
      basis: [mentorParagraph.upper, mentorParagraph.adapted],
      check: ({ schoolForm: form, signsOfNeed, noticedOn, staffInformed }, { local }) => {
        const basis = paragraphOf(form, mentorParagraph);
        if (signsOfNeed == null)
          return missing<MentorInforms>(
            null,
            notKnown('signsOfNeed', 'om mentorn ser tecken på behov av stöd', basis),
          );
        if (!signsOfNeed)
          return ok<MentorInforms>(
            { inform: false },
            because('no-signs', 'Mentorn ser inga tecken på att eleven behöver stöd.', basis),
          );
        if (staffInformed)
          return ok<MentorInforms>(
            { inform: true },
            because('informed', 'Berörd skolpersonal är informerad.', basis),
          );
        if (staffInformed == null)
          return missing<MentorInforms>(
            { inform: true },
            notKnown('staffInformed', 'om berörd skolpersonal är informerad', basis),
          );
        const own = local['inform-within-days'];
        const says = 'Informera berörd skolpersonal skyndsamt. Lagen anger inga dagar.';
        const law = because('not-informed', says, basis);
        if (!own || !noticedOn) return refused<MentorInforms>({ inform: true }, law);
        const internalDueOn = addDays(noticedOn, Number(own.value));
        const told = `Huvudmannens egen sista dag är ${internalDueOn}.`;
        return refused<MentorInforms>(
          { inform: true, internalDueOn },
          law,
          because('own-deadline', told, own.basis),
        );
      },
    },
  ],
  routines: [
    {
      key: 'inform-within-days',
      label: 'Egen sista dag för att informera, räknat från att tecknen sågs',
      unit: 'dagar',
      tighter: 'lower',
      limit: null,
      basis: [mentorParagraph.upper],
    },
  ],
  example: { signsOfNeed: true, noticedOn: '2026-11-20', staffInformed: true },
});
