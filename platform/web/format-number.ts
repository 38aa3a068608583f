/** Between a figure and what it counts: never a line break there. */
export const noBreakSpace = '\u00a0';
/** Between thousands. */
export const thinSpace = '\u202f';

const minus = '\u2212';

/** A number as Swedes write it: `number(18402)` → "18 402" with thin spaces, `number(93.4, 1)` → "93,4". Rounds half up. */
export function number(value: number, decimals = 0): string {
  const [whole = '0', part] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thinSpace);
  const text = part ? `${grouped},${part}` : grouped;
  return value < 0 && /[1-9]/.test(text) ? `${minus}${text}` : text;
}

/** Percent of a value already in percent: `percent(22)` → "22 %", `percent(93.42, 1)` → "93,4 %". */
export function percent(value: number, decimals = 0): string {
  return `${number(value, decimals)}${noBreakSpace}%`;
}

/** Percent of a share between 0 and 1: `share(0.22)` → "22 %". */
export function share(value: number, decimals = 0): string {
  return percent(value * 100, decimals);
}

/** A change with its sign: `change(0.8, 1)` → "+0,8", `change(-3)` → "−3", `change(0)` → "0". */
export function change(value: number, decimals = 0): string {
  const text = number(value, decimals);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** A count with its word: `plural(1, 'elev', 'elever')` → "1 elev". */
export function plural(count: number, one: string, many: string): string {
  return `${number(count)}${noBreakSpace}${count === 1 ? one : many}`;
}

/** Part of a whole: `ofTotal(18, 82, 'lektioner')` → "18 av 82 lektioner". */
export function ofTotal(part: number, total: number, word?: string): string {
  const text = `${number(part)} av ${number(total)}`;
  return word ? `${text} ${word}` : text;
}

/** A length of time in whole minutes: `minutes(280)` → "4 h 40 min", `minutes(60)` → "1 h", `minutes(0)` → "0 min". */
export function minutes(total: number): string {
  const hours = Math.floor(total / 60);
  const rest = Math.round(total - hours * 60);
  const parts = [
    hours > 0 && `${number(hours)}${noBreakSpace}h`,
    (rest > 0 || hours === 0) && `${rest}${noBreakSpace}min`,
  ];
  return parts.filter(Boolean).join(noBreakSpace);
}

/** A sentence in which no figure is parted from the word after it: "18 av 82 lektioner", "7 veckor". */
export function figuresTogether(text: string): string {
  return text.replace(/(\d) (?=[%\p{Ll}])/gu, `$1${noBreakSpace}`);
}

/** A citation whose numbers stay with their signs: "15 kap. 19 a § skollagen" breaks before "skollagen" only. */
export function citationText(text: string): string {
  return text.replace(/(?<=\d) (?=[a-z] (?:§|kap\.))| (?=§|kap\.)|(?<=kap\.) /g, noBreakSpace);
}
