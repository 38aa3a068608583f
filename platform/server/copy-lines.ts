import { to as copyTo } from 'pg-copy-streams';
import { byteOrderMark, csvLine } from '../csv-line.ts';
import type { Snapshot } from './snapshot.ts';

/** Lines on their way out of the database; `rows` is right once all of `content` has been taken. */
export interface CopiedLines {
  readonly content: AsyncIterable<Uint8Array>;
  readonly rows: () => number;
}

/** Rows are handed on in pieces of about this many bytes: each by itself would cost more than it weighs. */
const pieceBytes = 128 * 1024;

/**
 * What a query finds as the lines of a file for Swedish Excel, under these headings: written by the database itself, so
 * that millions of rows pass without being made objects. The query gives texts; null is an empty cell, and so must an
 * empty text be. Line breaks become CRLF, but inside quotation marks they stay as they are.
 */
export function copyCsv({ client }: Snapshot, headings: readonly string[], query: string): CopiedLines {
  const lines = withCrlf();
  async function* content(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(byteOrderMark + csvLine(headings));
    const copied = client.query(copyTo(`copy (${query}) to stdout (format csv, delimiter ';')`));
    for await (const piece of inPieces(copied)) yield lines.take(piece);
  }
  return { content: content(), rows: lines.rows };
}

/** What a query finds in its only column, a JSON document a row (JSON Lines). */
export function copyJsonLines({ client }: Snapshot, query: string): CopiedLines {
  let rows = 0;
  // JSON holds neither of the two signs, so that every document is written as it is.
  const plain = "(format csv, delimiter e'\\x01', quote e'\\x02')";
  async function* content(): AsyncGenerator<Uint8Array> {
    const copied = client.query(copyTo(`copy (${query}) to stdout ${plain}`));
    yield* inPieces(copied);
    rows = copied.rowCount;
  }
  return { content: content(), rows: () => rows };
}

async function* inPieces(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    waiting.push(chunk);
    bytes += chunk.length;
    if (bytes < pieceBytes) continue;
    yield Buffer.concat(waiting, bytes);
    waiting = [];
    bytes = 0;
  }
  if (bytes > 0) yield Buffer.concat(waiting, bytes);
}

/** Changes the line breaks between rows to CRLF, and counts them. */
export function withCrlf(): { take(piece: Buffer): Buffer; rows(): number } {
  let inside = false;
  let rows = 0;
  const outside = (text: string): string => {
    const changed = text.replaceAll('\n', '\r\n');
    rows += changed.length - text.length;
    return changed;
  };
  return {
    rows: () => rows,
    take(piece) {
      // A byte a letter: quotation marks and line breaks are the same in UTF-8, and nothing is decoded.
      const parts = piece.toString('latin1').split('"');
      const said = parts.map((part, index) => {
        if (index > 0) inside = !inside;
        return inside ? part : outside(part);
      });
      return Buffer.from(said.join('"'), 'latin1');
    },
  };
}
