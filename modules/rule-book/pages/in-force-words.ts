import type { Basis, Period } from '../../../law/index.ts';
import { citation } from '../../../law/index.ts';
import { dayLong } from '../../../platform/web/format.ts';

/** "sedan 1 juli 2019", "1 juli 2018–30 juni 2019", "från 1 januari 2027", as seen from a day. */
export function periodWords({ from, through }: Period, today: string): string {
  if (through) return `${dayLong(from)}–${dayLong(through)}`;
  return `${from <= today ? 'sedan' : 'från'} ${dayLong(from)}`;
}

/** A citation as a teacher says it: "16 kap. 30 § skollagen". */
export function citationWords(basis: Basis): string {
  if (basis.source === 'SFS 2010:800') return `${basis.place} skollagen`;
  if (basis.source === 'SFS 2010:2039') return `${basis.place} gymnasieförordningen`;
  if (basis.source.startsWith('SFS 2017:900')) return `${basis.place} förvaltningslagen`;
  return citation(basis);
}
