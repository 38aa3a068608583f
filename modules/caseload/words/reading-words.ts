import { becauseWords } from '../../access/index.ts';
import type { Reader } from '../../audit/index.ts';

/** What was done, by the action of the log, as told to the student it was about. */
const done: Readonly<Record<string, string>> = {
  'student.read': 'Läste sidan om dig',
  'student.read-teaching': 'Läste om din närvaro i egna grupper',
  'student.read-own': 'Läste sidan om dig',
  'student.list': 'Såg dig i en elevlista',
  'student.export': 'Hämtade en elevlista som du är med i',
  'export.organiser': 'Tog ut uppgifter om många elever, även om dig',
  'export.student': 'Tog ut allt som finns om dig',
  'talk.record': 'Skrev om ett samtal med dig',
  'identity.open-protected': 'Öppnade dina skyddade uppgifter',
};

/** What a reader did, to the student herself: "Läste sidan om dig". An action without words of its own is told as in the log. */
export function readingWords({ action, what }: Pick<Reader, 'action' | 'what'>): string {
  return done[action] ?? what;
}

/** Why a reader might, to the student herself: "mentor", "undervisar dig". */
export function readerWords(because: string): string {
  if (because === 'teaches') return 'undervisar dig';
  return because === 'self' ? 'du själv' : becauseWords(because);
}
