import { because, type Reason, type RuleBook } from '../../../law/index.ts';
import { isLocalDate, type LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { type Actor, becauseCode, type Why, whyMay } from '../../access/index.ts';
import { record } from '../../audit/index.ts';
import { mayHaveRoutine } from '../rules/may-have-routine.ts';
import { saveRoutine } from '../store.ts';

/** What the form sent: texts as they were written. An empty value ends the routine. */
export interface SentRoutine {
  readonly rule: string;
  readonly key: string;
  readonly value: string;
  readonly from: string;
}

/** Who sets it, when. */
export interface SetRoutine {
  readonly actor: Actor;
  readonly sent: SentRoutine;
  readonly today: LocalDate;
  readonly now: Date;
}

/** What came of it: saved from a day, not allowed, or refused with all reasons. */
export type RoutineSet =
  | { readonly ok: true; readonly from: LocalDate }
  | { readonly ok: false; readonly refused: Why }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

/** Sets or ends an organiser's own routine from a day on, logged. Refuses a looser one than the law, with the paragraph. */
export async function setRoutine(tx: Tx, book: RuleBook, asked: SetRoutine): Promise<RoutineSet> {
  const { actor, sent, today, now } = asked;
  const why = whyMay(actor, 'routines.change', 'organiser');
  const rule = book.find(sent.rule);
  const kind = rule?.routines?.find((each) => each.key === sent.key);
  if (!why.allowed || !rule || !kind) return { ok: false, refused: why };
  const value = readValue(sent.value, kind.unit !== null);
  const verdict = value === null ? null : mayHaveRoutine(rule, kind.key, value);
  const reasons = [
    ...(isLocalDate(sent.from) && sent.from >= today ? [] : [notEarlier]),
    ...(verdict && verdict.verdict !== 'ok' ? verdict.reasons : []),
  ];
  if (reasons.length) return { ok: false, reasons };
  await saveRoutine(tx, { rule: rule.id, key: kind.key, from: sent.from, value, setBy: actor.personId });
  record(tx, {
    actor,
    action: 'routines.change',
    what: 'Lokala rutiner',
    because: becauseCode(why.because),
    subjects: [],
    detail: { rule: rule.id, key: kind.key, from: sent.from, value },
    at: now,
  });
  return { ok: true, from: sent.from };
}

const notEarlier = because(
  'from-earlier',
  'Rutinen kan börja gälla tidigast i dag: det som redan har beslutats räknas aldrig om. Välj en dag från och med i dag.',
);

/** What is no number stays text, so that the refusal can say so. */
function readValue(text: string, isNumber: boolean): number | string | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  return isNumber && /^\d{1,6}$/.test(trimmed) ? Number(trimmed) : trimmed;
}
