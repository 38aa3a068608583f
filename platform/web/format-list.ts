/** Words in a row: "a", "a och b", "a, b och c". Nothing for an empty list. */
export function joined(words: readonly string[], last = 'och'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

/** The first letter large, the rest as it is: for sentences built of parts. */
export function capitalized(text: string): string {
  return text.charAt(0).toLocaleUpperCase('sv') + text.slice(1);
}

/** The genitive of a Swedish name: "Nora" → "Noras", "Elias" → "Elias", "Max" → "Max". */
export function genitive(name: string): string {
  return /[sxz]$/i.test(name) ? name : `${name}s`;
}
