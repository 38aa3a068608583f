import { type Basis, because, defineRule, fact, missing, notKnown, ok, refused } from '../../../law/index.ts';
import { beforeReform, in2018, supportReform, today } from './paragraphs.ts';

/** How the consultation stands. */
export interface Consultation {
  readonly consultation: 'done' | 'unnecessary' | 'due';
}

interface Given {
  readonly consulted?: boolean | null;
  readonly obviouslyUnnecessary?: boolean | null;
  readonly unnecessaryBecause?: string | null;
}

const says = {
  done: 'Samråd med elevhälsan har skett.',
  unnecessary: 'Samråd är uppenbart obehövligt, och skälet är antecknat.',
  due: 'Samråd med elevhälsan innan utredningen avslutas. Det får bara utebli när det är uppenbart obehövligt.',
} as const;

function consultationBy(basis: Basis) {
  return ({ consulted, obviouslyUnnecessary, unnecessaryBecause }: Given) => {
    if (consulted) return ok<Consultation>({ consultation: 'done' }, because('consulted', says.done, basis));
    if (obviouslyUnnecessary && unnecessaryBecause?.trim())
      return ok<Consultation>(
        { consultation: 'unnecessary' },
        because('obviously-unnecessary', says.unnecessary, basis),
      );
    if (consulted === false && obviouslyUnnecessary === false)
      return refused<Consultation>({ consultation: 'due' }, because('consultation-due', says.due, basis));
    const asked = [
      ...(consulted == null ? [notKnown('consulted', 'om samråd med elevhälsan har skett', basis)] : []),
      ...(obviouslyUnnecessary == null
        ? [notKnown('obviouslyUnnecessary', 'om samråd är uppenbart obehövligt', basis)]
        : []),
      ...(obviouslyUnnecessary
        ? [notKnown('unnecessaryBecause', 'varför samråd är uppenbart obehövligt', basis)]
        : []),
    ];
    return missing<Consultation>(null, ...asked);
  };
}

/** An investigation is made in consultation with student health, unless that is obviously unnecessary: 3 kap. 7 §. The law does not say that the reason is written; without it nobody can try the exception. */
export const consultStudentHealth = defineRule({
  id: 'support/consult-student-health',
  title: 'Samråd med elevhälsan',
  sentence:
    'När behovet av särskilt stöd utreds ska samråd ske med elevhälsan, om det inte är uppenbart obehövligt. Då antecknas skälet.',
  facts: {
    consulted: fact.yesNo('Samråd med elevhälsan har skett'),
    obviouslyUnnecessary: fact.yesNo('Samråd är uppenbart obehövligt'),
    unnecessaryBecause: fact.text('Varför samråd är uppenbart obehövligt'),
  },
  versions: [
    {
      inForce: { from: '2018-07-01', through: '2019-06-30' },
      basis: [in2018.consultation],
      check: consultationBy(in2018.consultation),
    },
    {
      inForce: { from: '2019-07-01', through: beforeReform },
      basis: [today.consultation],
      note: 'Paragrafen har fått nytt nummer: 8 § blev 7 §.',
      check: consultationBy(today.consultation),
    },
  ],
  changes: [supportReform],
  example: { consulted: true, obviouslyUnnecessary: false },
});
