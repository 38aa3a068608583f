import { UnreadableFile } from '../unreadable-file.ts';
import { cellString } from './cell-string.ts';
import { readXml } from './xml-reader.ts';

/** The texts that a workbook's cells point at must all be kept: so many characters of them, and not more. */
const mostCharacters = 150_000_000;
const mostStrings = 5_000_000;

/**
 * A workbook's shared texts, in their order: plain ones and those in several styles, the latter put together; how they
 * are to be pronounced (`rPh`) left out. Throws `UnreadableFile` for more than memory has room for.
 */
export async function readSharedStrings(pieces: AsyncIterable<Buffer>): Promise<readonly string[]> {
  const strings: string[] = [];
  let characters = 0;
  let text = '';
  let listening = false;
  let spoken = false;
  const reading = readXml(pieces, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') spoken = true;
      else if (name === 't') listening = !spoken;
    },
    close(name) {
      if (name === 't') listening = false;
      else if (name === 'rPh') spoken = false;
      else if (name === 'si') {
        characters += text.length;
        if (characters > mostCharacters || strings.length === mostStrings)
          throw new UnreadableFile('archive-too-large');
        strings.push(cellString(text));
      }
    },
    text(piece) {
      if (listening) text += piece;
    },
  });
  for await (const _ of reading);
  return strings;
}
