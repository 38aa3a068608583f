/** Names no site: only its own paths come out of addresses held against it. */
const nowhere = 'http://fullfolj.invalid';

/**
 * The path to go back to after the log-in, or `/`. Only a path of our own: an address elsewhere, `//elsewhere`, `/\elsewhere`, or
 * characters that browsers read past are refused, so that no link can use our log-in to lead somebody away.
 */
export function safePath(text: string | undefined): string {
  if (!text?.startsWith('/') || text.length > 2_000) return '/';
  if ([...text].some((letter) => letter < ' ' || letter === '\\' || letter === '\u007f')) return '/';
  if (!URL.canParse(text, nowhere)) return '/';
  const url = new URL(text, nowhere);
  const path = `${url.pathname}${url.search}`;
  return url.origin === nowhere && !path.startsWith('//') && !path.startsWith('/logga-') ? path : '/';
}
