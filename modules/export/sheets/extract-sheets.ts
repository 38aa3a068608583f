import { exportWords as words } from '../../../messages/sv/export.ts';
import { storyWords } from '../../../messages/sv/import-story.ts';
import { displayNameSql } from '../../people/index.ts';
import { decimal, free, moment, plain, type Sheet, word } from '../sheet.ts';
import { aterkoppling, loggenOmEleven, oroForStudent, samtal, signaler } from './act-sheets.ts';
import { betyg, narvaro, narvaroSumma } from './attendance-sheets.ts';
import { slutbetyg } from './final-grades-sheet.ts';
import { elever, grupper, identiteter, inskrivningar, mentorer } from './roster-sheets.ts';

/** The guardians by name, without their personal numbers. */
const vardnadshavareForStudent: Sheet = {
  file: 'vardnadshavare',
  columns: [free('Namn', displayNameSql('p')), plain('Från', 'w.starts'), plain('Till', 'w.ends')],
  from: ({ organiser }) => `people.guardianship w
    join taken_student s on s.person_id = w.student_id
    join people.person p on p.organiser_id = w.organiser_id and p.person_id = w.guardian_id
    where w.organiser_id = ${organiser}`,
  order: 'w.starts, p.family_name collate "C", p.given_name collate "C"',
};

/** The figures that lists show and sort by, as they were last counted. */
const nyckeltal: Sheet = {
  file: 'nyckeltal',
  columns: [
    plain('Räknat', 'i.as_of'),
    plain('Frånvarande lektioner', 'i.absent_lessons'),
    plain('Rapporterade lektioner', 'i.reported_lessons'),
    plain('Planerade lektioner', 'i.offered_lessons'),
    decimal('Frånvaro %', 'round((i.absent_share * 100)::numeric, 1)'),
    plain('Högsta nivå', 'i.top_level'),
    decimal('Ordning i listan', 'i.rank'),
    free('I korthet', 'i.headline'),
    free('Det som fungerar', `array_to_string(i.strengths, '; ')`),
  ],
  from: ({ organiser }) => `signals.indicator i
    join taken_student s on s.person_id = i.student_id
    where i.organiser_id = ${organiser}`,
  order: 'i.as_of',
};

const kindsOfChange = {
  ...Object.fromEntries(
    Object.entries(storyWords.differences.kinds).map(([kind, say]) => [kind, say('').trim()]),
  ),
  missing: words.missing,
};

/** What imports changed about the student, of what a person was shown, and where she stood in none of the files. A mentor is told by number: left out. */
const andringar: Sheet = {
  file: 'andringar',
  columns: [
    moment('Inläst', 'r.started_at'),
    word('Vad', 'd.kind', kindsOfChange),
    free('Gäller', 'd.what'),
    free('Förut', `case when d.kind <> 'mentor' then d.before end`),
    free('Nu', `case when d.kind <> 'mentor' then d.after end`),
  ],
  from: ({ organiser }) => `(
      select run_id, student_id, kind, what, before, after, number from imports.difference where organiser_id = ${organiser}
      union all select run_id, student_id, 'missing', null, null, null, 0 from imports.missing_student
        where organiser_id = ${organiser}) d
    join taken_student s on s.person_id = d.student_id
    join imports.run r on r.organiser_id = ${organiser} and r.run_id = d.run_id and r.state = 'done'`,
  order: 'r.started_at, d.number',
};

/** What the log-in service calls the person, and sessions that are not over. */
const inloggning: Sheet = {
  file: 'inloggning',
  columns: [free('Inloggningstjänst', 'd.issuer'), free('Namn där', 'd.subject'), moment('Senast', 'd.last')],
  from: ({ organiser }) => `(
      select person_id, issuer, subject, null::timestamptz as last from identity.subject where organiser_id = ${organiser}
      union all select person_id, how, null, last_seen_at from identity.session where organiser_id = ${organiser}) d
    join taken_student s on s.person_id = d.person_id`,
  order: 'd.last nulls first, d.issuer',
};

/** What a source that is asked over the network has said of the student and is kept as it said it, study plans among it. */
const kallor: Sheet = {
  file: 'kallor',
  columns: [
    free('Källa', 'q.name'),
    plain('Slag', 'o.resource'),
    moment('Ändrad i källan', 'o.modified'),
    free('Uppgifter', 'o.body'),
  ],
  from: ({ organiser }) => `ss12000.object o
    join ss12000.source q on q.organiser_id = o.organiser_id and q.source_id = o.source_id
    join people.known_source_id k on k.organiser_id = o.organiser_id
      and k.source_id = coalesce(o.body ->> 'student', case when o.resource = 'persons' then o.object_id end)
    join taken_student s on s.person_id = k.person_id
    where o.organiser_id = ${organiser}`,
  order: 'q.name, o.resource, o.object_id',
};

/** What the student may take to another system: what she, or the school about her, gave in, in the formats that are read. */
export const portableSheets: readonly Sheet[] = [elever, narvaro(null), narvaroSumma, betyg, slutbetyg];

/** Everything else about the student: what was thought, said, counted and read about her. */
export const furtherSheets: readonly Sheet[] = [
  identiteter,
  inskrivningar,
  grupper,
  mentorer,
  vardnadshavareForStudent,
  samtal,
  oroForStudent,
  signaler,
  { ...aterkoppling, columns: aterkoppling.columns.filter(({ head }) => head !== 'Svarade') },
  nyckeltal,
  andringar,
  kallor,
  inloggning,
  loggenOmEleven,
];
