import { fact } from '../../../law/index.ts';

/** The school forms, with their Swedish names. */
export const schoolForms = {
  'upper-secondary': 'gymnasieskolan',
  'adapted-upper-secondary': 'anpassade gymnasieskolan',
  compulsory: 'grundskolan',
  'adapted-compulsory': 'anpassade grundskolan',
  special: 'specialskolan',
  sami: 'sameskolan',
  'preschool-class': 'förskoleklassen',
  adult: 'kommunal vuxenutbildning',
} as const;

export type SchoolForm = keyof typeof schoolForms;

/** The fact `schoolForm`. */
export const schoolFormFact = fact.choice('Skolform', schoolForms);

/** Forms whose special support the read paragraphs name: upper secondary in 22 kap. 7 §, compulsory in 3 kap. 10 §; null for the others. */
export function supportedAs(form: SchoolForm): 'upper' | 'adapted-upper' | 'compulsory' | null {
  if (form === 'upper-secondary') return 'upper';
  if (form === 'adapted-upper-secondary') return 'adapted-upper';
  return form === 'preschool-class' || form === 'adult' ? null : 'compulsory';
}
