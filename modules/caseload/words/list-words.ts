import type { Show, Sort } from '../queries/student-list-filter.ts';

/** The chips of "Visa bara". */
export const showWords: Readonly<Record<Show, string>> = {
  aktiv: 'Aktiv signal',
  vilande: 'Vilande signal',
  'inget-samtal': 'Inget samtal på 6 veckor',
  'underlag-saknas': 'Underlag saknas',
};

/** How the list is ordered, in a quiet line beside its heading. */
export const orderWords: Readonly<Record<Sort, readonly [rising: string, falling: string]>> = {
  signal: ['', 'De med signal först, sedan efternamn'],
  namn: ['Efternamn, A först', 'Efternamn, Ö först'],
  klass: ['Klass, A först', 'Klass, Ö först'],
  franvaro: ['Minst frånvaro först', 'Mest frånvaro först'],
};
