import { sourceWords as words } from '../../../messages/sv/sources.ts';
import type { LocalDate } from '../../../platform/local-date.ts';
import { moment, swedishDayOf } from '../../../platform/web/format.ts';
import type { ListState, Source } from '../queries/sources.ts';
import { nextPull } from '../rules/when-due.ts';
import { swedishNow } from '../swedish-now.ts';

/** How a source stands, in a word, a tone and a sentence. */
export interface SourceState {
  readonly code: keyof typeof words.states;
  readonly tone: 'ok' | 'heed' | 'late' | undefined;
  readonly says: string;
}

/** What a source's state is when it is shown: an attempt that nobody works on any more was interrupted. */
export function stateOf(
  source: Source,
  busy: boolean,
  today: LocalDate,
  lists: readonly ListState[] = [],
): SourceState {
  const { says } = words;
  const state = source.outcome?.state;
  if (busy || state === 'pulling') {
    if (!busy) return { code: 'interrupted', tone: 'heed', says: says.interrupted };
    return { code: 'pulling', tone: undefined, says: progressOf(lists, source) };
  }
  if (source.paused) return { code: 'paused', tone: undefined, says: source.outcome?.says ?? '' };
  if (state === undefined) return { code: 'new', tone: undefined, says: says.fresh };
  if (state === 'failed') {
    const again = source.nextTry ? ` ${says.tryAgain(moment(source.nextTry, today))}` : '';
    return {
      code: state,
      tone: 'late',
      says: `${source.outcome?.says ?? words.problems.broken.says}${again}`,
    };
  }
  const besides = source.outcome?.says ? ` ${source.outcome.says}` : '';
  if (state === 'previewed') return { code: state, tone: 'heed', says: says.previewed + besides };
  if (state === 'stopped') return { code: state, tone: 'heed', says: says.stopped };
  if (state === 'nothing') return { code: state, tone: undefined, says: words.problems.nothing };
  const done = source.appliedAt ? says.done(moment(source.appliedAt, today)) : '';
  return { code: 'done', tone: 'ok', says: done + besides };
}

function progressOf(lists: readonly ListState[], { completedAt, startedAt }: Source): string {
  const current = lists.find((list) => list.underWay);
  if (current) return words.says.pulling(words.lists[current.resource] ?? current.resource, current.objects);
  const whole = completedAt !== null && startedAt !== null && completedAt >= startedAt;
  return whole ? words.says.importing : words.says.pullingBegins;
}

/** When it is pulled next, in words. */
export function nextInWords(source: Source, now: Date, today: LocalDate): string {
  if (source.login === 'command-line') return words.next.commandLine;
  if (source.paused) return words.next.paused;
  const next = nextPull({ ...source, interrupted: false }, swedishNow(now), swedishDayOf);
  if (next === null) return words.next.none;
  if ('at' in next) return words.next.at(moment(next.at, today));
  return next.today ? words.next.today(next.hour) : words.next.tomorrow(next.hour);
}
