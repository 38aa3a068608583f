import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { UnreadableFile } from '../unreadable-file.ts';

/** What the reader of a document wants to hear. Names come without their prefix: some programs write `x:row`. */
export interface XmlListener {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  /** Text in pieces, entities already read. */
  text?(text: string): void;
}

/** Nothing in a workbook lies deeper, and no text in it is longer (a cell holds 32,767 characters). */
const deepest = 64;
const longestPart = 1_000_000;

/**
 * Reads XML piece by piece and yields after each, so that what was heard can be handed on before more is read. Throws
 * `UnreadableFile` for what is no well-formed XML, and for what no workbook has: a document type (with it entities that
 * swell or reach for other files), endless tags and texts, bottomless nesting.
 */
export async function* readXml(pieces: AsyncIterable<Buffer>, listener: XmlListener): AsyncGenerator<void> {
  const parser = new SaxesParser({ position: false, xmlns: false });
  let decode: TextDecoder | undefined;
  let depth = 0;
  let silent = 0;
  const heard = (): void => {
    silent = 0;
  };
  parser.on('error', () => {
    throw new UnreadableFile('workbook-damaged');
  });
  parser.on('doctype', unsafe);
  parser.on('opentag', (tag: SaxesTagPlain) => {
    heard();
    depth += 1;
    if (depth > deepest) unsafe();
    listener.open(localName(tag.name), tag.attributes);
  });
  parser.on('closetag', (tag: SaxesTagPlain) => {
    heard();
    depth -= 1;
    listener.close(localName(tag.name));
  });
  parser.on('text', (text) => {
    heard();
    listener.text?.(text);
  });
  parser.on('cdata', (text) => {
    heard();
    listener.text?.(text);
  });
  for await (const piece of pieces) {
    decode ??= decoderFor(piece);
    const text = decoded(decode, piece);
    silent += text.length;
    parser.write(text);
    // What has begun and not ended lies in the parser's memory.
    if (silent > longestPart + text.length) unsafe();
    yield;
  }
  if (decode) parser.write(decoded(decode));
  parser.close();
  yield;
}

function unsafe(): never {
  throw new UnreadableFile('workbook-unsafe');
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

function decoderFor(start: Buffer): TextDecoder {
  const mark = start.toString('latin1', 0, 2);
  const encoding = mark === '\xff\xfe' ? 'utf-16le' : mark === '\xfe\xff' ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding, { fatal: true });
}

function decoded(decoder: TextDecoder, piece?: Buffer): string {
  try {
    return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
  } catch {
    throw new UnreadableFile('workbook-damaged');
  }
}
