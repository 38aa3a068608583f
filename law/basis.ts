/** What a rule stands on. A routine is the organiser's own and never law. */
export type BasisKind = 'act' | 'ordinance' | 'agency-advice' | 'routine';

/** One place in one text. `citation` writes it as `SFS 2010:800 16 kap. 30 §`. */
export interface Basis {
  readonly kind: BasisKind;
  /** `SFS 2010:800`, `SFS 2017:900 förvaltningslagen`, `SKOLFS 2014:40`, or the organiser's name. */
  readonly source: string;
  /** `16 kap. 30 §`, `44 §`; empty when the whole text is meant. */
  readonly place: string;
  /** The words of the text, in Swedish; only where the text itself was read. */
  readonly quote?: string;
  /** Whether the text itself was read. When not, nobody may take the rule for law without reading it first. */
  readonly verified: boolean;
  /** Where and in which wording it was read, or what it rests on instead. In Swedish. */
  readonly seen: string;
}

/** How a text is cited: source and place. */
export function citation({ source, place }: Basis): string {
  return place ? `${source} ${place}` : source;
}

/** The places of one text: `read` for what was read, with its words where they are short; `unread` for what was not. */
export function textOf(kind: BasisKind, source: string) {
  const common = { kind, source };
  return {
    read: (place: string, seen: string, quote?: string): Basis => ({
      ...{ ...common, place, seen, verified: true },
      ...(quote ? { quote } : {}),
    }),
    unread: (place: string, seen: string): Basis => ({ ...common, place, seen, verified: false }),
  };
}

/** Texts that many rules cite. */
export const skollagen = textOf('act', 'SFS 2010:800');
export const forvaltningslagen = textOf('act', 'SFS 2017:900 förvaltningslagen');
export const lagstadgadTid = textOf('act', 'SFS 1930:173');
export const gymnasieforordningen = textOf('ordinance', 'SFS 2010:2039');

/** Where texts were read; used as `seen`. */
export const seenIn = {
  sfs2018: 'Läst i SFS 2018:749.',
  consolidated: 'Läst i en konsoliderad avskrift till och med 1 september 2025.',
} as const;
