import { access } from '../../../messages/sv/access.ts';
import { exportWords as words } from '../../../messages/sv/export.ts';
import { feedback } from '../../../messages/sv/feedback.ts';
import { talk } from '../../../messages/sv/talk.ts';
import { displayNameSql } from '../../people/index.ts';
import { ruleCards } from '../../signals/index.ts';
import { free, moment, plain, quoted, type Sheet, word } from '../sheet.ts';

const student = [plain('Personnummer', 's.civic'), free('Person-ID', 's.source')] as const;
const signalNames = Object.fromEntries(Object.values(ruleCards).map(({ id, name }) => [id, name]));
const person = (alias: string, of: string, id: string): string =>
  `people.person ${alias} on ${alias}.organiser_id = ${of}.organiser_id and ${alias}.person_id = ${of}.${id}`;

/** Every talk that was recorded. */
export const samtal: Sheet = {
  file: 'samtal',
  columns: [
    ...student,
    plain('Datum', 't.held_on'),
    free('Samtal med', displayNameSql('p')),
    word('Hur det var', 't.outcome', talk.outcomes),
    free('Anteckning', 't.note'),
    word('Nästa steg', 't.next_step', talk.nextSteps),
    plain('Nästa steg senast', 't.next_on'),
    moment('Antecknat', 't.recorded_at'),
  ],
  from: ({ organiser }) => `coordination.talk t
    join taken_student s on s.person_id = t.student_id
    join ${person('p', 't', 'held_by')}
    where t.organiser_id = ${organiser}`,
  order: 's.n, t.held_on, t.recorded_at, t.talk_id',
};

/** Concerns and wishes to talk, with who raised them. */
export const oro: Sheet = {
  file: 'oro',
  columns: [
    ...student,
    plain('Datum', 'c.raised_on'),
    word('Vad', 'c.kind', talk.concerns),
    word('Område', 'c.area', talk.areas),
    free('Lyft av', displayNameSql('p')),
    free('Vill prata med', displayNameSql('a')),
    plain('Hanterad', 'c.handled_on'),
    moment('Antecknat', 'c.recorded_at'),
  ],
  from: ({ organiser }) => `concerns.concern c
    join taken_student s on s.person_id = c.student_id
    join ${person('p', 'c', 'raised_by')}
    left join ${person('a', 'c', 'chosen_adult')}
    where c.organiser_id = ${organiser}`,
  order: 's.n, c.raised_on, c.recorded_at, c.concern_id',
};

/**
 * The same for the student herself. Who raised a concern is left out: it is a third person's matter, and the student's own
 * page does not show it either. Her own wishes are hers.
 */
export const oroForStudent: Sheet = {
  ...oro,
  columns: oro.columns.map((column) =>
    column.head === 'Lyft av'
      ? word('Lyft av', `case when c.raised_by = c.student_id then 'self' else 'staff' end`, words.raisedBy)
      : column,
  ),
};

/** Every time a signal was on, with the sentence that it stands on. */
export const signaler: Sheet = {
  file: 'signaler',
  columns: [
    ...student,
    plain('Signal', 'g.signal'),
    word('Namn', 'g.signal', signalNames),
    plain('Från', 'g.since'),
    plain('Till', 'g.until'),
    plain('Nivå', 'g.level'),
    plain('Läge', 'g.state'),
    plain('Visad från', 'g.shown_from'),
    free('Underlag', `g.evidence -> 'evidence' ->> 'text'`),
    moment('Räknad', 'g.computed_at'),
  ],
  from: ({ organiser }) => `signals.signal g
    join taken_student s on s.person_id = g.student_id
    where g.organiser_id = ${organiser}`,
  order: 's.n, g.since, g.signal',
};

/** "Stämmer inte". */
export const aterkoppling: Sheet = {
  file: 'aterkoppling',
  columns: [
    ...student,
    plain('Signal', 'f.signal'),
    word('Namn', 'f.signal', signalNames),
    plain('Tändes', 'f.since'),
    word('Skäl', 'f.reason', feedback),
    free('Svarade', displayNameSql('p')),
    plain('Datum', 'f.given_on'),
  ],
  from: ({ organiser }) => `signals.feedback f
    join taken_student s on s.person_id = f.student_id
    join ${person('p', 'f', 'given_by')}
    where f.organiser_id = ${organiser}`,
  order: 's.n, f.given_on, f.signal, f.feedback_id',
};

const reasons = {
  ...Object.fromEntries(Object.entries(access.relations).map(([code, { short }]) => [code, short])),
  ...access.otherReasons,
};
const actions = { ...access.actions, ...access.otherActions };
const actor = `case when e.actor_id is null then ${quoted(words.system)} else ${displayNameSql('p')} end`;

/** The log: every line, with its place in the chain. */
export const loggen: Sheet = {
  file: 'loggen',
  columns: [
    moment('Tid', 'e.at'),
    free('Vem', actor),
    word('Gjorde', 'e.action', actions),
    free('Vad', 'e.what'),
    word('Därför att', 'e.because', reasons),
    plain('Antal personer', 'cardinality(e.subjects)'),
    plain('Kedja', 'e.chain'),
    plain('Nummer', 'e.seq'),
  ],
  from: ({ organiser }) =>
    `audit.entry e left join ${person('p', 'e', 'actor_id')} where e.organiser_id = ${organiser}`,
  order: 'e.at, e.chain, e.seq',
};

/** The log keeps the number of somebody who turned out to be this student: lines about that number are about her. */
function linesAbout(organiser: number, student: number | null): string {
  return `with recursive who as (
      select ${student} as person_id
      union select m.gone_id from people.merge m join who on m.into_id = who.person_id
        where m.organiser_id = ${organiser} and m.parted_at is null)
    select distinct on (l.chain, l.seq) l.* from who cross join lateral audit.lines_about(who.person_id) l
    order by l.chain, l.seq`;
}

const hidden = `e.action = 'concern.raise'`;

/**
 * Who has read, written or taken out what about one student, and when. Of a concern it is told that somebody at the school
 * raised it, not who, nor by which duty.
 */
export const loggenOmEleven: Sheet = {
  file: 'vem-har-last',
  columns: [
    moment('Tid', 'e.at'),
    free('Vem', `case when ${hidden} then ${quoted(words.raisedBy.staff)} else ${actor} end`),
    ...loggen.columns.slice(2, 4),
    word('Därför att', `case when ${hidden} then null else e.because end`, reasons),
  ],
  from: ({ organiser, student: id }) =>
    `(${linesAbout(organiser, id)}) e left join ${person('p', 'e', 'actor_id')}`,
  order: 'e.at, e.chain, e.seq',
};
