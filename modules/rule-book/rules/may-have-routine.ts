import {
  type AnyRule,
  because,
  ok,
  type Reason,
  type RoutineKind,
  refused,
  type Verdict,
} from '../../../law/index.ts';

/** More than anybody means: days of three years. */
const most = 1_095;

/** Whether an organiser may have this routine: it may tighten what the law says, never loosen it. */
export function mayHaveRoutine(rule: AnyRule, key: string, value: number | string): Verdict<{ key: string }> {
  const kind = rule.routines?.find((each) => each.key === key);
  if (!kind)
    return refused<{ key: string }>(
      null,
      because('no-such-routine', 'Den här regeln har ingen sådan lokal rutin.'),
    );
  if (kind.unit === null)
    return typeof value === 'string' && value ? ok({ key }) : refused<{ key: string }>(null, wrongKind(kind));
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > most)
    return refused<{ key: string }>(null, wrongKind(kind));
  const { limit, unit, tighter, basis } = kind;
  const looser =
    limit !== null && ((tighter === 'lower' && value > limit) || (tighter === 'higher' && value < limit));
  if (!looser) return ok({ key }, because('tightens', `${kind.label}: ${value} ${unit}.`, ...basis));
  const side = tighter === 'lower' ? 'högst' : 'minst';
  const says = `${value} ${unit} är mindre strängt än lagen, som kräver ${side} ${limit} ${unit}. Välj ${side} ${limit}.`;
  return refused<{ key: string }>(null, because('looser-than-law', says, ...basis));
}

function wrongKind({ label, unit }: RoutineKind): Reason {
  const says =
    unit === null ? 'ska säga vem som också skriver under' : `ska vara ett helt tal från 0 till ${most}`;
  return because('routine-not-understood', `${label} ${says}.`);
}
