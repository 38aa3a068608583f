import { fact } from '../../../law/index.ts';
import { schoolFormFact } from './school-forms.ts';
import { capacities } from './who-decides.ts';

/** What is decided, with its Swedish name. */
export const measures = {
  'distance-education': 'distansundervisning som särskilt stöd',
  'special-teaching-group': 'särskild undervisningsgrupp eller enskild undervisning',
  'adjusted-study-path': 'anpassad studiegång',
  'reduced-programme': 'reducerat program',
  'action-programme': 'åtgärdsprogram, med stöd som inte har en egen rad',
  'no-programme': 'att inte utarbeta ett åtgärdsprogram',
  'special-education-teacher': 'undervisning av speciallärare',
  'study-support': 'studiestöd',
  resource: 'resurs i undervisningen',
  assistant: 'elevassistent',
} as const;

export type Measure = keyof typeof measures;

/** The facts; those of distance education are asked for only when they matter. */
export const mayDecideFacts = {
  schoolForm: schoolFormFact,
  measure: fact.choice('Vad beslutet gäller', measures),
  capacity: fact.choice('I vilken egenskap beslutet fattas', capacities),
  delegated: fact.yesNo('Rektorn har överlåtit beslutet'),
  documentedProblem: fact.yesNo('Problematiken är dokumenterad (distansundervisning)'),
  studentConsented: fact.yesNo('Eleven medger (distansundervisning i gymnasieskolan)'),
  educationBegun: fact.yesNo('Utbildningen är påbörjad (distansundervisning)'),
  terms: fact.number('Antal terminer (distansundervisning)'),
  guardianConsented: fact.yesNo('Vårdnadshavaren medger (distansundervisning i grundskolan)'),
  otherSupportExhausted: fact.yesNo(
    'Annat stöd är uttömt eller olämpligt (distansundervisning i grundskolan)',
  ),
  documentedInProgramme: fact.yesNo('Står i åtgärdsprogrammet (reducerat program)'),
};
