/**
 * A signal's first sentence in the width of a table: "Frånvaro 22 % senaste 4 skolveckorna: 18 av 82 lektioner, 5 tillfällen,
 * varav …" → "Frånvaro 22 %, 18 av 82 lektioner"; a wish without whom it is for. Sentences of another kind are short already.
 */
export function shortHeadline(headline: string): string {
  const shares = /^(.+?) senaste (?:\d+ )?skolveck\w+: (\d+ av \d+ lektioner)/.exec(headline);
  if (shares) return `${shares[1]}, ${shares[2]}`;
  return /^Eleven bad .+? om ett samtal/.exec(headline)?.[0] ?? headline;
}
