import { accessLog as words } from '../../../messages/sv/access-log.ts';
import type { LogEntry } from '../../audit/index.ts';
import { becauseWords } from '../because.ts';
import { whatWasDone, whomItConcerns } from './log-panel.tsx';

const head = ['Tid', words.who, words.did, words.whom, words.why, 'Kedja', 'Nummer'];

/** The lines as a file that Excel opens right in Swedish: UTF-8 with its mark, semicolons, CRLF. */
export function logFile(entries: readonly LogEntry[], names: ReadonlyMap<number, string>): string {
  const rows = entries.map((entry) => [
    entry.at.toISOString(),
    entry.actorName,
    whatWasDone(entry),
    whomItConcerns(entry, names),
    becauseWords(entry.because),
    String(entry.chain),
    String(entry.seq),
  ]);
  return `\ufeff${[head, ...rows].map((cells) => cells.map(cell).join(';')).join('\r\n')}\r\n`;
}

/** A text that begins as a formula is led by an apostrophe, so that a spreadsheet does not run it. */
function cell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
