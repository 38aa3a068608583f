import { createContext, useContext } from 'hono/jsx';
import { web as sv } from '../../messages/sv/web.ts';

/** The same keys in every language; a missing key or parameter does not compile. */
export type WebWords = Readonly<{
  [Key in keyof typeof sv]: (typeof sv)[Key] extends (...args: infer Args) => string
    ? (...args: Args) => string
    : string;
}>;

/** The words a component may say; Page provides those of the page's language. */
export const WordsContext = createContext<WebWords>(sv);

/** The fixed words of components in the language of the page around them. */
export function useWords(): WebWords {
  return useContext(WordsContext);
}
