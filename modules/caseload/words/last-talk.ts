import type { LocalDate } from '../../../platform/local-date.ts';
import { ago, dayInSentence } from '../../../platform/web/format.ts';

/** When somebody last talked with a student, as a sentence. */
export function lastTalk(student: { readonly lastTalkOn: LocalDate | null }, today: LocalDate): string {
  if (!student.lastTalkOn) return 'Inget samtal är antecknat än.';
  return `Senaste samtal ${dayInSentence(student.lastTalkOn)}, ${ago(student.lastTalkOn, today)}.`;
}
