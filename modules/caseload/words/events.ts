import { talk } from '../../../messages/sv/talk.ts';
import type { LocalDate } from '../../../platform/local-date.ts';
import { dayShort, plural } from '../../../platform/web/format.ts';
import type { Concern } from '../../concerns/index.ts';
import { programmeName } from '../../organisation/index.ts';
import { ruleCards } from '../../signals/index.ts';
import type { StudentFile } from '../queries/student-file.ts';
import { nextStepWords, outcomeWords } from './talk-words.ts';

/** Something that happened, for the time line. */
export interface Event {
  readonly day: LocalDate;
  readonly what: string;
  readonly detail: string;
}

/** Everything that happened around a student, newest first: signals on and off, talks, concerns, grades, schools. */
export function eventsOf(file: StudentFile): readonly Event[] {
  return [
    ...signalEvents(file),
    ...talkEvents(file),
    ...file.concerns.map(concernEvent),
    ...gradeEvents(file),
    ...enrolmentEvents(file),
  ].sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
}

function signalEvents({ history }: StudentFile): Event[] {
  const own = history.filter((signal) => ruleCards[signal.signal].family !== 'P');
  return own.flatMap((signal) => {
    const name = ruleCards[signal.signal].name;
    const began = {
      day: signal.since,
      what: `Signal: ${name.toLowerCase()}`,
      detail: levelWords[signal.level] ?? '',
    };
    if (signal.until === null) return [began];
    return [began, { day: signal.until, what: `Signalen släcktes: ${name.toLowerCase()}`, detail: '' }];
  });
}

/** What a level asks of the school. */
export const levelWords: Readonly<Record<number, string>> = {
  1: 'Nivå 1, bevaka',
  2: 'Nivå 2, agera',
  3: 'Nivå 3, akut',
};

function talkEvents({ talks }: StudentFile): Event[] {
  return talks.map((talk) => {
    const next = talk.nextOn ? ` ${nextStepWords[talk.nextStep]}, senast ${dayShort(talk.nextOn)}.` : '';
    const note = talk.note ? ` ”${talk.note}”` : '';
    return {
      day: talk.heldOn,
      what: talk.outcome === 'did-not-come' ? 'Samtal som inte blev av' : 'Samtal',
      detail: `${outcomeWords[talk.outcome]}. ${talk.heldByName}.${note}${next}`,
    };
  });
}

const concernWords: Readonly<Record<Concern['kind'], string>> = talk.concerns;

/** What a concern is about, in the form's words. */
export const areaWords: Readonly<Record<Concern['area'], string>> = talk.areas;

function concernEvent(concern: Concern): Event {
  const about = concern.kind === 'staff-concern' ? `${areaWords[concern.area]}. ${concern.raisedByName}` : '';
  const adult = concern.chosenAdult ? `Vill prata med ${concern.chosenAdult.name}` : '';
  return { day: concern.raisedOn, what: concernWords[concern.kind], detail: about || adult };
}

function gradeEvents({ grades }: StudentFile): Event[] {
  const days = [...new Set(grades.map((grade) => grade.gradedOn))];
  return days.map((day) => {
    const set = grades.filter((grade) => grade.gradedOn === day);
    const failed = set.filter((grade) => grade.isPass === false).length;
    return {
      day,
      what: set.length === 1 ? 'Ett betyg satt' : `${set.length} betyg satta`,
      detail: failed > 0 ? plural(failed, 'inte godkänt', 'inte godkända') : '',
    };
  });
}

function enrolmentEvents({ card }: StudentFile): Event[] {
  return card.enrolments.flatMap((each) => {
    const began = {
      day: each.starts,
      what: `Började på ${each.unitName}`,
      detail: each.programmeCode ? programmeName(each.programmeCode) : '',
    };
    return each.ends ? [began, { day: each.ends, what: `Slutade på ${each.unitName}`, detail: '' }] : [began];
  });
}
