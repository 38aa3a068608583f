/** What the paragraph says of a school form: among those it counts up, or not; undefined for a code that is not known. */
export function isCovered(form: string | null | undefined): boolean | undefined {
  if (!form) return undefined;
  if (covered.includes(form)) return true;
  return others.includes(form) ? false : undefined;
}

/** Whether a change between two covered forms asks for a receipt. */
export function asksForReceipt(from: string, to: string): boolean {
  return compulsory.includes(from) && upper.includes(to);
}

const compulsory: readonly string[] = ['compulsory', 'adapted-compulsory'];
const upper: readonly string[] = ['upper-secondary', 'adapted-upper-secondary'];
/** Special and Sami school are written with and without their second word. */
const covered: readonly string[] = [
  ...['preschool-class', ...compulsory, ...upper],
  ...['special', 'special-school', 'sami', 'sami-school'],
];
const others: readonly string[] = [
  ...[
    'preschool',
    'leisure-time-centre',
    'adult-education',
    'municipal-adult-education',
    'komvux',
    'folk-high-school',
  ],
  ...['higher-vocational-education', 'university'],
];
