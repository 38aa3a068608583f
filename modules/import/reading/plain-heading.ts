/**
 * A heading without case, accents, spaces and punctuation, so that `Ogiltig frånvaro (min)` and `OGILTIG_FRANVARO_MIN`
 * are one. The percent sign stays as a word: `N %` and `N min` are two columns of one file.
 */
export function plainHeading(text: string): string {
  return text
    .replaceAll('%', 'procent')
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}
