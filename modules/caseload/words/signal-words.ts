import type { IconName } from '../../../platform/web/components/icons.tsx';
import { capitalized, figuresTogether } from '../../../platform/web/format.ts';
import type { StoredSignal } from '../../signals/index.ts';
import { ruleCards } from '../../signals/index.ts';

/** The first sentence of a signal, and the rest: own level, median, limit. */
export function signalSentence(signal: StoredSignal): { main: string; detail: string } {
  const text = figuresTogether(signal.evidence?.text ?? `${ruleCards[signal.signal].name}.`);
  const end = /\.\s+(?=[A-ZÅÄÖ])/.exec(text);
  if (!end) return { main: text, detail: '' };
  return { main: text.slice(0, end.index + 1), detail: text.slice(end.index + end[0].length) };
}

/** The student's wish as her mentor reads it: "Eleven bad … med Maria Holm." → "Yusuf bad … med dig." A thought of quitting stands as she chose it. Other sentences are as they were. */
export function saidToReader(sentence: string, called: string, reader: string): string {
  const toReader = ` med ${reader}.`;
  const said = sentence.endsWith(toReader) ? `${sentence.slice(0, -toReader.length)} med dig.` : sentence;
  return said
    .replace(/^Eleven (?=bad |sa )/, `${capitalized(called)} `)
    .replace(' att den funderar på att sluta.', ': ”Jag funderar på att sluta.”');
}

/** Calendar for attendance, a word for a wish, a clock for the school's own duty. */
export function signalIcon(signal: StoredSignal): IconName {
  const family = ruleCards[signal.signal].family;
  if (family === 'N') return 'calendar';
  if (family === 'S') return 'chat';
  return family === 'P' ? 'clock' : 'file';
}

/** The state in words that a mentor uses. */
export const stateWords: Readonly<Record<StoredSignal['state'], string>> = {
  kandidat: 'På väg',
  aktiv: 'Aktiv',
  kvitterad: 'Vilar: någon har gjort något',
  klar: 'Avslutad',
  fel: 'Vilar: någon har sagt att den inte stämmer',
  'otillräckligt underlag': 'Underlaget räcker inte',
};
