import type { FileDuty } from '../../people/index.ts';
import { plainHeading } from './plain-heading.ts';

/** What a category of staff becomes: a duty (null: none) with the title that people say. */
export interface StaffCategory {
  readonly role: FileDuty | null;
  readonly title: string | null;
}

/** Categories of SS 12000 (dutyRole), of Skolverket's template, and words that schools use, by the duty they give. */
const categories: readonly (readonly [role: FileDuty | null, titles: readonly string[]])[] = [
  [
    'teacher',
    ['Lärare', 'Förstelärare', 'Lektor', 'Adjunkt', 'Gymnasielärare', 'Yrkeslärare', 'Ämneslärare'],
  ],
  ['mentor', ['Mentor']],
  ['principal', ['Rektor', 'Biträdande rektor']],
  ['career-counsellor', ['Studie- och yrkesvägledare', 'SYV', 'Studievägledare']],
  [
    'health-team',
    [
      ...[
        'Elevhälsan',
        'Kurator',
        'Skolkurator',
        'Skolsköterska',
        'Skolläkare',
        'Skolpsykolog',
        'Elevhälsopersonal',
      ],
      ...['Speciallärare', 'Specialpedagog', 'Speciallärare/specialpedagog'],
    ],
  ],
  ['coach', ['Elevcoach']],
  [
    null,
    [
      ...[
        'Skoladministratör',
        'Övrig arbetsledning/administration',
        'Övrig pedagogisk personal',
        'Annan personal',
      ],
      ...[
        'Lärarassistent',
        'Elevassistent',
        'Bibliotekarie',
        'Förskollärare',
        'Barnskötare',
        'Fritidspedagog',
      ],
    ],
  ],
];

const byWord = new Map(
  categories.flatMap(([role, titles]) =>
    titles.map((title) => [plainHeading(title), { role, title: title.toLowerCase() }] as const),
  ),
);

/** Words that say no more than the duty does. */
const saysNoMore: ReadonlySet<string> = new Set(['lärare', 'rektor', 'mentor', 'elevhälsan']);

/** SchoolSoft's figures in the column `type`. */
const schoolSoftTypes: Readonly<Record<string, string>> = {
  '0': 'Lärare',
  '1': 'Rektor',
  '2': 'Övrig pedagogisk personal',
};

/**
 * What a category becomes; a teacher's title is not told, since the word says nothing more. `known` false: a category
 * that is not in the list gives no duty. `staffType` is SchoolSoft's figure, read where there is no word.
 */
export function readStaffCategory(text: string, staffType = ''): StaffCategory & { readonly known: boolean } {
  const word = text || (schoolSoftTypes[staffType] ?? staffType);
  if (word === '') return { role: null, title: null, known: true };
  const found = byWord.get(plainHeading(word));
  if (!found) return { role: null, title: null, known: false };
  const plain = saysNoMore.has(found.title);
  return { role: found.role, title: plain ? null : found.title, known: true };
}
