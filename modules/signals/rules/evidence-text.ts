import { daysBetween } from '../../../platform/local-date.ts';
import { dayAndMonth, duration, monthName, percent, points, span } from './swedish-numbers.ts';
import type { Evidence, EvidenceDetails } from './types.ts';

type Of<S extends EvidenceDetails['signal']> = Extract<EvidenceDetails, { signal: S }>;
type Facts = Omit<Evidence, 'text'>;

/** The sentence of a signal, in the catalogue's pattern (signals.md 3.1), from the evidence and nothing else. */
export function evidenceText(evidence: Facts): string {
  if (evidence.insufficient) return lackText(evidence);
  const { details } = evidence;
  switch (details.signal) {
    case 'N01':
      return highAbsence(evidence, details);
    case 'N02':
      return details.month ? invalidMonth(details.month) : invalidShare(evidence);
    case 'N03':
      return increase(evidence, details);
    case 'N04':
      return longAbsence(evidence, details);
    case 'S17':
      return concern(details);
    case 'P18':
      return noTalk(details);
  }
}

/** The part that stands bold, up to the first colon or full stop, and the rest. */
export function splitText(text: string): { lead: string; rest: string } {
  const end = /[:.](?= |$)/.exec(text);
  if (!end) return { lead: text, rest: '' };
  return { lead: text.slice(0, end.index + 1), rest: text.slice(end.index + 2) };
}

function lackText(evidence: Facts): string {
  const { completeness, denominator } = evidence;
  if (evidence.insufficient === 'reporting') {
    return `Otillräckligt underlag: ${percent(completeness ?? 0)} av lektionerna är rapporterade. Vi visar därför ingen frånvarosignal, varken bra eller dålig.`;
  }
  return `Otillräckligt underlag: ${denominator ?? 0} rapporterade lektioner hittills. Vi visar därför ingen frånvarosignal, varken bra eller dålig.`;
}

function highAbsence(evidence: Facts, details: Of<'N01'>): string {
  const invalid = details.invalidLessons;
  const counts = `${evidence.numerator} av ${evidence.denominator} lektioner, ${occasions(details.episodes)}`;
  const kinds =
    invalid > 0 ? `, varav ${invalid} ${invalid === 1 ? 'lektion ogiltig' : 'lektioner ogiltiga'}` : '';
  return sentences(
    `Frånvaro ${percent(share(evidence))} senaste ${weeks(evidence)}: ${counts}${kinds}`,
    comparison(evidence),
    limit(evidence),
  );
}

function invalidShare(evidence: Facts): string {
  const counts = `${evidence.numerator} av ${evidence.denominator} lektioner`;
  return sentences(
    `Ogiltig frånvaro ${percent(share(evidence))} senaste ${weeks(evidence)}: ${counts}`,
    limit(evidence),
  );
}

function invalidMonth(month: { month: string; minutes: number; days: number }): string {
  return `Ogiltig frånvaro ${duration(month.minutes)} i ${monthName(month.month)} vid ${occasions(month.days)}. CSN-gränsen nådd, skolan bedömer.`;
}

function increase(evidence: Facts, details: Of<'N03'>): string {
  const now = percent(
    evidence.numerator === null ? 0 : (100 * evidence.numerator) / (evidence.denominator ?? 1),
  );
  const group = details.groupChange === null ? '' : `Klassen: ${points(details.groupChange)}`;
  return sentences(
    `Frånvaron ökar: från ${percent(details.earlier)} till ${now} på ${evidence.window.weeks ?? 4} veckor`,
    group,
    limit(evidence),
  );
}

const reasonWords = {
  unknown: 'okänd',
  'partly-known': 'okänd för en del av dagarna',
  known: 'anmäld',
} as const;

function longAbsence(evidence: Facts, details: Of<'N04'>): string {
  return sentences(
    `Frånvarande ${evidence.value} skoldagar i rad sedan ${dayAndMonth(evidence.window.from)}`,
    `Orsak: ${reasonWords[details.reason]}`,
    `Senaste kontakt: ${details.lastContact ? dayAndMonth(details.lastContact) : 'ingen registrerad'}`,
  );
}

function concern(details: Of<'S17'>): string {
  const day = dayAndMonth(details.raised);
  if (details.kind === 'staff-concern')
    return `Oro från ${details.role ?? 'personal'}${details.area ? ` om ${details.area}` : ''}, ${day}.`;
  if (details.kind === 'wish-to-talk')
    return `Eleven bad ${day} om ett samtal${details.role ? ` med ${details.role}` : ''}.`;
  return details.kind === 'unsafe'
    ? `Eleven sa ${day} att skolan känns otrygg.`
    : `Eleven sa ${day} att den funderar på att sluta.`;
}

function noTalk(details: Of<'P18'>): string {
  const talk = details.lastTalk
    ? `Senaste mentorssamtal för ${span(daysBetween(details.lastTalk, details.on))} sedan`
    : 'Inget mentorssamtal antecknat';
  const signal = details.signalSince
    ? `Aktiv signal sedan ${span(daysBetween(details.signalSince, details.on))}`
    : '';
  return sentences(talk, signal);
}

/** Percent from the counts themselves, so that 18 of 82 is rounded once. */
function share(evidence: Facts): number {
  return evidence.denominator ? (100 * (evidence.numerator ?? 0)) / evidence.denominator : 0;
}

function comparison(evidence: Facts): string {
  const own = evidence.ownEarlier === null ? '' : `Tidigare egen nivå ${percent(evidence.ownEarlier)}`;
  const group = evidence.groupMedian === null ? '' : `lassens median ${percent(evidence.groupMedian.value)}`;
  if (own && group) return `${own}, k${group}`;
  return own || (group && `K${group}`);
}

/** The limit and who set it; while the value lies below it, also where the signal goes out. */
function limit(evidence: Facts): string {
  const { threshold, clearsBelow, value } = evidence;
  if (!threshold) return '';
  const who = threshold.setBy === 'organiser' ? 'Skolans gräns' : 'Gräns';
  const isChange = threshold.unit === 'percentage-points';
  const words = (bar: number) => (isChange ? `+${bar} punkter` : percent(bar));
  const still = clearsBelow !== undefined && value < threshold.value;
  return `${who} ${words(threshold.value)}${still ? `, signalen släcks under ${words(clearsBelow)}` : ''}`;
}

function weeks(evidence: Facts): string {
  const count = evidence.window.weeks ?? 4;
  return count === 1 ? 'skolveckan' : `${count} skolveckorna`;
}

function occasions(count: number): string {
  return count === 1 ? '1 tillfälle' : `${count} tillfällen`;
}

function sentences(...parts: string[]): string {
  return parts
    .filter(Boolean)
    .map((part) => `${part}.`)
    .join(' ');
}
