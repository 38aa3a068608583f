import { type Basis, because, defineRule, fact, missing, notKnown, ok, refused } from '../../../law/index.ts';
import { beforeReform, in2018, supportReform, today } from './paragraphs.ts';

/** Whether it has to be decided that no programme is drawn up, or a programme drawn up instead. */
export interface NoProgrammeDecision {
  readonly required: boolean;
  readonly instead?: 'action-programme';
}

interface Given {
  readonly investigationShowsNeed?: boolean | null;
  readonly formalDecision?: boolean | null;
}

const says = {
  programme: 'Utredningen visar att eleven behöver särskilt stöd. Då ska ett åtgärdsprogram utarbetas.',
  decided: 'Det är beslutat att ett åtgärdsprogram inte ska utarbetas.',
  decide:
    'Utredningen visar att eleven inte behöver särskilt stöd. Rektorn, eller den som rektorn har överlåtit det till, ska då besluta att ett åtgärdsprogram inte ska utarbetas.',
} as const;

function decisionBy(basis: Basis) {
  return ({ investigationShowsNeed, formalDecision }: Given) => {
    if (investigationShowsNeed == null)
      return missing<NoProgrammeDecision>(
        null,
        notKnown('investigationShowsNeed', 'om utredningen visar ett behov av särskilt stöd', basis),
      );
    if (investigationShowsNeed)
      return ok<NoProgrammeDecision>(
        { required: false, instead: 'action-programme' },
        because('needs-support', says.programme, basis),
      );
    const value: NoProgrammeDecision = { required: true };
    if (formalDecision) return ok(value, because('decided', says.decided, basis));
    const due = because('decision-due', says.decide, basis);
    if (formalDecision === false) return refused(value, due);
    return missing(value, due, notKnown('formalDecision', 'om beslutet är fattat', basis));
  };
}

/** An investigation that shows no need ends in a decision, not in silence: 3 kap. 9 § last paragraph. */
export const noProgrammeDecision = defineRule({
  id: 'support/no-programme-decision',
  title: 'Beslut att inte utarbeta åtgärdsprogram',
  sentence:
    'Om en utredning visar att eleven inte behöver särskilt stöd ska det beslutas att ett åtgärdsprogram inte ska utarbetas.',
  facts: {
    investigationShowsNeed: fact.yesNo('Utredningen visar att eleven behöver särskilt stöd'),
    formalDecision: fact.yesNo('Det är beslutat att ett åtgärdsprogram inte ska utarbetas'),
  },
  versions: [
    {
      inForce: { from: '2018-07-01', through: '2019-06-30' },
      basis: [in2018.programme],
      check: decisionBy(in2018.programme),
    },
    {
      inForce: { from: '2019-07-01', through: beforeReform },
      basis: [today.programme],
      note: 'Paragrafen är läst i lydelse enligt lag (2020:605).',
      check: decisionBy(today.programme),
    },
  ],
  changes: [supportReform],
  example: { investigationShowsNeed: false, formalDecision: true },
});
