/** What kind of education a study path code names. `outside`: upper secondary, but in no list of national programmes. */
export type StudyPathKind = 'vocational' | 'preparatory' | 'introductory' | 'adapted' | 'outside';

/** A known study path: its kind, and the code of the programme without year or suffix, `BA`, `IMS`. */
export interface StudyPath {
  readonly kind: StudyPathKind;
  readonly programme: string;
}

/** The national programmes of skollagen bilaga 1, the two that went before FS and FR, and the orientations of Gy11 and Gy25. */
const vocational: Readonly<Record<string, string>> = {
  BA: 'ANL BYI HUD HUS MAA MAI MAL MAR PLA',
  BF: 'FRH FRI PEA PES',
  EE: 'AUK AUT DAK DAT ELK ELT ENE ENK',
  FR: 'BAE FRR HAM',
  FS: '',
  FT: 'FOL KAR LAM LAS PEL PER TRA TRT',
  HA: '',
  HT: '',
  HV: 'FIN FLO FRS TEX XXX',
  IN: 'DRI DRU PRI PRK PRM PRO SVE SVK',
  NB: 'DJD DJR HAG HAT LAK LAN NAM NAT SKG SKK TRA TRD',
  RL: 'BAG BAK KOK KOS',
  VF: 'FAS FAT KYL KYV VEO VET VVP VVS',
  VO: '',
};

const preparatory: Readonly<Record<string, string>> = {
  EK: 'EKI EKO JUK JUR',
  ES: 'BIF BIL DAN DAS ESM EST MON MUK MUS TEA TER',
  HU: 'KUL KUR SPK SPR',
  NA: 'NAA NAP NAS NAT',
  SA: 'BEP BET MED MJK SAM SAP',
  TE: 'DEP DES INF INM PRK PRO SAI SAM TEK TEP',
};

/** IB, the fourth technical year, and what is open to the whole country: the book does not know their demands. */
const outside = words(
  'IB001 VI VI25 DS25 FI25 FL25 FO25 FX GL25 GU25 MA25 MX SJ25 SM25 SX TA25 TX UX YR25 YX FLFLN FLHER FXFLY FXHEL MXELO MXSER SJDAK SJMAN SXDAC SXMAS YRKLB YRMND',
);

const adapted = words('EV FA FB FG AH HS HP HR HO SN SK');

/**
 * Reads a study path code (studievägskod): a programme (`BA`, `BA25`), an orientation (`NANAT`) or an introductory
 * programme with or without suffix (`IMS`, `IMVBAG`). Undefined for a code that is not in the tables: not known, never no.
 */
export function studyPathOf(code: string): StudyPath | undefined {
  const read = code.trim().toUpperCase();
  // The code of individuellt alternativ until 2018.
  if (read === 'IMIND') return { kind: 'introductory', programme: 'IMA' };
  const introductory = /^IM[VYASPR](?=[A-Z0-9]{0,4}$)/.exec(read);
  if (introductory) return { kind: 'introductory', programme: introductory[0] };
  if (outside.has(read)) return { kind: 'outside', programme: read };
  const programme = read.slice(0, 2);
  if (isOf(vocational, read)) return { kind: 'vocational', programme };
  if (isOf(preparatory, read)) return { kind: 'preparatory', programme };
  if (adapted.has(read.replace(/25$/, ''))) return { kind: 'adapted', programme };
  return undefined;
}

function isOf(programmes: Readonly<Record<string, string>>, code: string): boolean {
  const orientations = programmes[code.slice(0, 2)];
  const rest = code.slice(2);
  return orientations !== undefined && (rest === '' || rest === '25' || words(orientations).has(rest));
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' ').filter(Boolean));
}
