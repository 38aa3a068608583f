import type { Asked } from '../../../law/index.ts';
import { type Basis, because, defineRule, fact, missing, notKnown, ok } from '../../../law/index.ts';
import { addDays, type LocalDate } from '../../../platform/local-date.ts';
import { beforeReform, in2018, supportReform, today } from './paragraphs.ts';

/** `target`: the organiser's own day, never the law's; null when it has none. */
export interface InvestigationTime {
  readonly target: LocalDate | null;
  readonly promptly: true;
}

const key = 'finished-within-days';
const promptly = 'Behovet av särskilt stöd ska utredas skyndsamt. Lagen säger inte hur många dagar det är.';

function timeBy(basis: Basis) {
  return ({ reportedOn }: { reportedOn?: LocalDate | null }, { local }: Asked) => {
    const law = because('promptly', promptly, basis);
    const own = local[key];
    if (!own) return ok<InvestigationTime>({ target: null, promptly: true }, law);
    if (!reportedOn)
      return missing<InvestigationTime>(
        null,
        law,
        notKnown('reportedOn', 'dagen för anmälan till rektorn', own.basis),
      );
    const target = addDays(reportedOn, Number(own.value));
    const says = `Huvudmannens eget mål är att utredningen är klar senast ${target}. Det är ingen gräns i lagen.`;
    return ok<InvestigationTime>({ target, promptly: true }, law, because('own-target', says, own.basis));
  };
}

/** How soon an investigation is finished: promptly, which no law makes a number of days. */
export const investigationTime = defineRule({
  id: 'support/investigation-time',
  title: 'Hur snabbt behovet av stöd ska utredas',
  sentence:
    'Rektorn ska se till att behovet av särskilt stöd utreds skyndsamt. Lagen anger inget antal dagar.',
  facts: { reportedOn: fact.day('Anmält till rektorn den') },
  versions: [
    {
      inForce: { from: '2018-07-01', through: '2019-06-30' },
      basis: [in2018.investigation],
      check: timeBy(in2018.investigation),
    },
    {
      inForce: { from: '2019-07-01', through: beforeReform },
      basis: [today.investigation],
      note: 'Paragrafen har fått nytt nummer: 8 § blev 7 §.',
      check: timeBy(today.investigation),
    },
  ],
  changes: [supportReform],
  routines: [
    {
      key,
      label: 'Eget mål för när utredningen ska vara klar, räknat från anmälan till rektorn',
      unit: 'dagar',
      tighter: 'lower',
      limit: null,
      basis: [today.investigation],
    },
  ],
  example: { reportedOn: '2026-11-02' },
});
