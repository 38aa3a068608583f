import { detached } from '../read-cells.ts';

/**
 * A text as a person sees it in the cell: characters that XML cannot hold are written `_x000D_` by Excel. Any line break
 * is one. A text of its own, so that it does not keep the piece of the file it came from in memory.
 */
export function cellString(text: string): string {
  const read = text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => character(Number.parseInt(code, 16)))
    : text;
  return detached(read.includes('\r') ? read.replace(/\r\n?/g, '\n') : read);
}

/** Halves of characters and nothing at all are left out: no database takes them. */
function character(code: number): string {
  return code === 0 || (code >= 0xd800 && code <= 0xdfff) ? '' : String.fromCharCode(code);
}
