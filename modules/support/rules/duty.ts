import {
  type Basis,
  because,
  defineRule,
  fact,
  labelOf,
  missing,
  notKnown,
  ok,
  type Reason,
} from '../../../law/index.ts';
import { type Duty, type DutyParagraphs, dutiesOf, dutyQuestions } from './duties-of.ts';
import { beforeReform, in2018, supportReform, today, whichForms } from './paragraphs.ts';
import { type SchoolForm, schoolFormFact, schoolForms, supportedAs } from './school-forms.ts';
import { type Known, whateverTheUnknown } from './whatever-the-unknown.ts';

/** The duties; empty when there is none. */
export interface SupportDuties {
  readonly duties: readonly Duty[];
}

const shape = {
  schoolForm: schoolFormFact,
  fearedNotReaching: fact.yesNo('Det kan befaras att eleven inte når de kriterier som minst ska uppfyllas'),
  adaptationsGiven: fact.yesNo('Extra anpassningar har getts'),
  adaptationsEnough: fact.yesNo('De extra anpassningarna räcker'),
  specialReasons: fact.yesNo('Det finns särskilda skäl att anta att extra anpassningar inte skulle räcka'),
  otherDifficulties: fact.yesNo('Eleven visar andra svårigheter i sin skolsituation'),
  newlyArrivedMeasuresEnough: fact.yesNo(
    'Stödbehovet bedöms kunna tillgodoses genom en åtgärd för nyanlända och andra vars kunskaper har bedömts enligt 3 kap. 12 c §',
  ),
  resourceSchool: fact.yesNo('Skolenheten är en resursskola (lämnas tom för andra skolenheter)'),
};

type Given = Known<(typeof dutyQuestions)[number] | 'resourceSchool'> & { schoolForm?: SchoolForm | null };

/** `everyForm`: extra adaptations are for students of every school form. */
type Paragraphs = DutyParagraphs & { readonly resourceSchool?: Basis; readonly everyForm: boolean };

const everyone = 'Varje elev vid en resursskola ska ges särskilt stöd; det behövs ingen utredning först.';

function dutiesBy(paragraphs: Paragraphs) {
  return ({ schoolForm, resourceSchool, ...known }: Given) => {
    if (resourceSchool && paragraphs.resourceSchool)
      return ok<SupportDuties>(
        { duties: ['special-support'] },
        because('resource-school', everyone, paragraphs.resourceSchool),
      );
    const duties = (answers: Parameters<typeof dutiesOf>[0]) => dutiesOf(answers, paragraphs).duties;
    const { facts, needed } = whateverTheUnknown(dutyQuestions, known, (it) => duties(it).join());
    const asked = needed.map((name) => notKnown(name, labelOf(shape, name), paragraphs.investigation));
    const inEveryForm = paragraphs.everyForm ? ['extra-adaptations'] : [];
    const formMatters = needed.length > 0 || duties(facts).some((duty) => !inEveryForm.includes(duty));
    const form = formMatters ? formNotKnown(schoolForm) : [];
    if (form.length || asked.length) return missing<SupportDuties>(null, ...form, ...asked);
    return ok<SupportDuties>({ duties: duties(facts) }, ...dutiesOf(facts, paragraphs).reasons);
  };
}

function formNotKnown(form: SchoolForm | null | undefined): Reason[] {
  if (!form) return [notKnown('schoolForm', 'skolform', whichForms)];
  if (supportedAs(form)) return [];
  const told = `Boken vet inte om det finns särskilt stöd i ${schoolForms[form]}. Läs 3 kap. 6 § skollagen.`;
  return [{ ...because('school-form-not-read', told, whichForms), fact: 'schoolForm' }];
}

/** What the school owes a student who may not reach the lowest criteria, or has other difficulties: 3 kap. 5 and 7 §§. */
export const supportDuty = defineRule({
  id: 'support/duty',
  title: 'Extra anpassningar, anmälan och utredning',
  sentence:
    'Om det kan befaras att en elev inte når de kriterier som minst ska uppfyllas ska eleven skyndsamt ges extra anpassningar. Räcker de inte, eller finns särskilda skäl att anta att de inte skulle räcka, ska det anmälas till rektorn, som ska se till att behovet av särskilt stöd utreds skyndsamt. Det ska också utredas vid andra svårigheter i skolsituationen, men inte när stöd för nyanlända bedöms räcka.',
  facts: shape,
  versions: [
    {
      inForce: { from: '2018-07-01', through: '2019-06-30' },
      basis: [in2018.adaptations, in2018.investigation],
      check: dutiesBy({ ...in2018, everyForm: false }),
    },
    {
      inForce: { from: '2019-07-01', through: beforeReform },
      basis: [today.adaptations, today.investigation],
      note: 'Paragraferna har fått nya nummer: 5 a § blev 5 § och 8 § blev 7 §. Stycket om resursskolor kom senare, genom lag (2022:724).',
      check: dutiesBy({ ...today, everyForm: true }),
    },
  ],
  changes: [supportReform],
  example: {
    schoolForm: 'upper-secondary',
    fearedNotReaching: true,
    adaptationsGiven: true,
    adaptationsEnough: false,
    specialReasons: false,
    otherDifficulties: false,
    newlyArrivedMeasuresEnough: false,
  },
});
