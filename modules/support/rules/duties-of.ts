import { type Basis, because, type Reason } from '../../../law/index.ts';

/** What the school has to do now, in the order of the law. */
export type Duty = 'extra-adaptations' | 'report-to-principal' | 'investigate' | 'special-support';

/** The questions that decide which duties there are. */
export const dutyQuestions = [
  'fearedNotReaching',
  'adaptationsGiven',
  'adaptationsEnough',
  'specialReasons',
  'otherDifficulties',
  'newlyArrivedMeasuresEnough',
] as const;

/** The questions, all answered. */
export type DutyAnswers = Readonly<Record<(typeof dutyQuestions)[number], boolean>>;

/** The two paragraphs, as they are numbered on the day. */
export interface DutyParagraphs {
  readonly adaptations: Basis;
  readonly investigation: Basis;
}

/** The duties and why. 5 § gives way to what follows from 7 §; the last paragraph of 7 § takes away 7 §, but not 5 §. */
export function dutiesOf(it: DutyAnswers, { adaptations, investigation }: DutyParagraphs) {
  const notEnough = it.adaptationsGiven && !it.adaptationsEnough;
  const feared = it.fearedNotReaching && (it.specialReasons || notEnough);
  const would = feared || it.otherDifficulties;
  const exempt = it.newlyArrivedMeasuresEnough;
  const duties: Duty[] = [];
  const reasons: Reason[] = [];
  const owe = (duty: Duty, told: string, basis: Basis) => {
    duties.push(duty);
    reasons.push(because(duty, told, basis));
  };
  if (it.fearedNotReaching && !it.adaptationsGiven && !it.specialReasons)
    owe('extra-adaptations', says.adapt, adaptations);
  if (feared && !exempt) owe('report-to-principal', says.report, investigation);
  if (would && !exempt) owe('investigate', feared ? says.investigate : says.difficulties, investigation);
  if (would && exempt) reasons.push(because('newly-arrived-measures', says.exempt, investigation));
  if (!reasons.length) reasons.push(because('no-duty', says.none, adaptations, investigation));
  return { duties, reasons };
}

const says = {
  adapt:
    'Ge eleven extra anpassningar skyndsamt, inom den ordinarie undervisningen. Det behövs inget beslut.',
  report:
    'Anmäl till rektorn att det kan befaras att eleven inte når kriterierna trots extra anpassningar, eller för att sådana inte skulle räcka.',
  investigate: 'Rektorn ska se till att behovet av särskilt stöd utreds skyndsamt.',
  difficulties:
    'Behovet av särskilt stöd ska utredas: eleven visar andra svårigheter i sin skolsituation. Betygen behöver inte vara i fara.',
  exempt:
    'Stödet för nyanlända bedöms räcka, så behovet av särskilt stöd behöver varken anmälas eller utredas.',
  none: 'Uppgifterna medför ingen skyldighet att börja med extra anpassningar eller att utreda behovet av särskilt stöd.',
} as const;
