import { type Basis, because, defineRule, fact, missing, notKnown, ok, refused } from '../../../law/index.ts';
import { beforeReform, in2018, supportReform, today } from './paragraphs.ts';

/** What the programme lacks, by the names of the facts and in the order of the law. */
export interface ProgrammeContent {
  readonly missing: readonly string[];
}

const shape = {
  need: fact.text('Elevens behov av särskilt stöd'),
  measures: fact.list('Åtgärder: hur behovet ska tillgodoses', fact.text('Åtgärd')),
  followUpOn: fact.day('Följs upp den'),
  followUpResponsible: fact.text('Ansvarig för uppföljningen'),
  evaluateOn: fact.day('Utvärderas den'),
  evaluationResponsible: fact.text('Ansvarig för utvärderingen'),
  studentOfferedPart: fact.yesNo('Eleven har getts möjlighet att delta'),
  guardianOfferedPart: fact.yesNo('Vårdnadshavaren har getts möjlighet att delta'),
  studentAdult: fact.yesNo('Eleven har fyllt 18 år'),
};

type Part = Exclude<keyof typeof shape, 'studentAdult'>;
type Given = { readonly [Name in keyof typeof shape]?: string | boolean | readonly string[] | null };

const says: Readonly<Record<Part, string>> = {
  need: 'Skriv vilket behov av särskilt stöd eleven har.',
  measures: 'Skriv hur behovet ska tillgodoses: minst en åtgärd.',
  followUpOn: 'Skriv när åtgärderna ska följas upp.',
  followUpResponsible: 'Skriv vem som är ansvarig för uppföljningen.',
  evaluateOn: 'Skriv när åtgärderna ska utvärderas.',
  evaluationResponsible: 'Skriv vem som är ansvarig för utvärderingen.',
  studentOfferedPart: 'Ge eleven möjlighet att delta när programmet utarbetas.',
  guardianOfferedPart: 'Ge vårdnadshavaren möjlighet att delta när programmet utarbetas.',
};

/** Blank text and a list of blanks are nothing; so is a no. */
function isThere(value: Given[Part]): boolean {
  if (typeof value === 'string') return value.trim() !== '';
  return Array.isArray(value) ? value.some(isThere) : value === true;
}

function contentBy(basis: Basis) {
  return (programme: Given) => {
    const parts = Object.keys(says) as Part[];
    const absent = parts.filter((part) => !isThere(programme[part]));
    const lacking = absent.filter(
      (part) => part !== 'guardianOfferedPart' || programme.studentAdult === false,
    );
    const ageMatters = absent.includes('guardianOfferedPart') && programme.studentAdult == null;
    const told = lacking.map((part) => ({ ...because('content-missing', says[part], basis), fact: part }));
    const asked = ageMatters ? [notKnown('studentAdult', 'om eleven har fyllt 18 år', basis)] : [];
    const value: ProgrammeContent = { missing: lacking };
    if (lacking.length) return refused(value, ...told, ...asked);
    if (asked.length) return missing(value, ...asked);
    return ok(value, because('content-complete', 'Programmet innehåller det som lagen kräver.', basis));
  };
}

/** What an action programme has to show, and who is offered part: 3 kap. 9 §. A student who is 18 has no guardian. */
export const actionProgrammeContent = defineRule({
  id: 'support/action-programme-content',
  title: 'Vad ett åtgärdsprogram ska innehålla',
  sentence:
    'Av åtgärdsprogrammet ska framgå behovet av särskilt stöd, hur det ska tillgodoses, när åtgärderna ska följas upp och utvärderas och vem som är ansvarig för det. Eleven och vårdnadshavaren ska ges möjlighet att delta när det utarbetas.',
  facts: shape,
  versions: [
    {
      inForce: { from: '2018-07-01', through: '2019-06-30' },
      basis: [in2018.programme],
      check: contentBy(in2018.programme),
    },
    {
      inForce: { from: '2019-07-01', through: beforeReform },
      basis: [today.programme],
      note: 'Paragrafen är läst i lydelse enligt lag (2020:605).',
      check: contentBy(today.programme),
    },
  ],
  changes: [supportReform],
  example: {
    need: 'Behöver hjälp att planera och komma igång med skrivuppgifter.',
    measures: ['Speciallärare två timmar i veckan'],
    followUpOn: '2027-01-20',
    followUpResponsible: 'mentorn',
    evaluateOn: '2027-03-01',
    evaluationResponsible: 'rektorn',
    studentOfferedPart: true,
    guardianOfferedPart: true,
    studentAdult: false,
  },
});
