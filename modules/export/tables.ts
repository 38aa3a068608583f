import type { Scope } from './scope.ts';
import { unitIn } from './scope.ts';
import { inSpan } from './sheets/attendance-sheets.ts';

/** A table that goes out as JSON: which of its rows, under the alias `t`. */
interface Exported {
  readonly where: (scope: Scope) => string;
  /** Only of the whole organiser: it was not read in but came to be here, or is no unit's. */
  readonly whole?: true;
}

const student = 't.student_id in (select person_id from taken_student)';
const everything = (): string => 'true';
const whole = (where: Exported['where']): Exported => ({ where, whole: true });
const aboutStudents = whole(() => student);
const inGroups = (scope: Scope): string =>
  `t.group_id in (select g.group_id from people.student_group g where g.organiser_id = t.organiser_id and ${unitIn(scope, 'g.unit_id')})`;
const known = (column: string): string => `${column} in (select person_id from taken_person)`;

/** The tables that go out as they are, in the order of the archive. Lessons are written month by month beside these. */
export const exportedTables: Readonly<Record<string, Exported>> = {
  'organisation.organiser': { where: everything },
  'organisation.school_unit': { where: (scope) => unitIn(scope, 't.unit_id') },
  'organisation.school_year': { where: everything },
  'organisation.school_break': { where: (scope) => `(t.unit_id is null or ${unitIn(scope, 't.unit_id')})` },
  'people.person': { where: () => known('t.person_id') },
  'people.known_source_id': { where: () => known('t.person_id') },
  'people.former_civic_number': { where: () => known('t.person_id') },
  'people.told_apart': whole(() => `${known('t.one_id')} and ${known('t.other_id')}`),
  'people.merge': whole(() => known('t.into_id')),
  'people.enrolment': { where: (scope) => `${student} and ${unitIn(scope, 't.unit_id')}` },
  'people.student_group': { where: (scope) => unitIn(scope, 't.unit_id') },
  'people.group_membership': { where: (scope) => `${student} and ${inGroups(scope)}` },
  'people.guardianship': { where: () => `${student} and ${known('t.guardian_id')}` },
  'people.duty': { where: (scope) => `${known('t.person_id')} and ${unitIn(scope, 't.unit_id')}` },
  'people.mentorship': { where: () => `${student} and ${known('t.mentor_id')}` },
  'people.teaching': { where: (scope) => `${known('t.teacher_id')} and ${inGroups(scope)}` },
  'grades.grade': {
    where: (scope) =>
      scope.units === null
        ? student
        : `exists (select from taken_student s where s.person_id = t.student_id and ${inSpan(scope, 't.graded_on')})`,
  },
  'grades.compulsory_grade': { where: () => student },
  'coordination.talk': aboutStudents,
  'concerns.concern': aboutStudents,
  'signals.signal': aboutStudents,
  'signals.feedback': aboutStudents,
  'signals.threshold': whole(everything),
  'rule_book.routine': whole(everything),
  'identity.subject': whole(() => known('t.person_id')),
  'imports.run': whole(everything),
  'imports.column_mapping': whole(everything),
  'imports.reconciliation': whole(everything),
  'imports.difference': aboutStudents,
  'imports.missing_student': aboutStudents,
  'ss12000.object': whole(
    () => `t.resource = 'studyplans' and t.body ->> 'student' in (
      select k.source_id from people.known_source_id k join taken_student s on s.person_id = k.person_id
      where k.organiser_id = t.organiser_id)`,
  ),
  'audit.entry': whole(everything),
  'audit.head': whole(everything),
};

/** Tables whose rows are read together with others: the files of lessons and of totals say group, course and reason in words. */
export const tablesWithin: Readonly<Record<string, string>> = {
  'attendance.lesson': 'json/attendance.lesson-ÅÅÅÅ-MM.jsonl',
  'attendance.period_total': 'json/attendance.period_total.jsonl',
  'attendance.activity': 'json/attendance.lesson-ÅÅÅÅ-MM.jsonl',
  'attendance.reason': 'json/attendance.lesson-ÅÅÅÅ-MM.jsonl',
};

/** Tables that do not go out, and why: a sentence for LÄSMIG.txt. */
export const tablesLeftOut: Readonly<Record<string, string>> = {
  'people.placement':
    'Dagens klass och mentor i listorna räknas fram ur inskrivningar, grupper och mentorer.',
  'attendance.week': 'Veckosummor räknas fram ur lektionerna.',
  'attendance.freshness': 'Den senaste dagen med närvaro räknas fram ur lektionerna.',
  'attendance.lesson_before':
    'Hur lektioner var före en inläsning: kopior som finns så länge den går att ångra.',
  'attendance.moved_lesson':
    'Vilka lektioner som flyttades när två personer blev en: finns så länge det går att ångra.',
  'signals.indicator': 'Nyckeltal räknas fram varje natt ur närvaro, samtal och signaler.',
  'signals.evaluation': 'När signalerna räknades: programmets egen klocka.',
  'audit.reader': 'Vem som senast läste är en kortare form av loggen.',
  'identity.session': 'Pågående inloggningar är hemligheter.',
  'imports.refused_row':
    'Rader som stoppades vid en inläsning blev aldrig uppgifter. De hämtas på inläsningens sida.',
  'ss12000.source': 'Källors adresser och inloggning hör till driften, och nycklarna är hemligheter.',
  'ss12000.cursor': 'Hur långt en hämtning har kommit: programmets egen klocka.',
  'platform.event': 'Meddelanden inom programmet.',
  'platform.change': 'Hur rader var före en ändring: kopior som finns så länge den går att ångra.',
};

/** Tables with rows about a student, and the sheet of the register extract that has them, or why none has. */
export const extractCoverage: Readonly<
  Record<string, { readonly sheet: string } | { readonly not: string }>
> = {
  'people.person': { sheet: 'elever' },
  'people.known_source_id': { sheet: 'identiteter' },
  'people.former_civic_number': { sheet: 'identiteter' },
  'people.enrolment': { sheet: 'inskrivningar' },
  'people.group_membership': { sheet: 'grupper' },
  'people.mentorship': { sheet: 'mentorer' },
  'people.guardianship': { sheet: 'vardnadshavare' },
  'people.duty': { not: 'Uppdrag har den som arbetar på skolan.' },
  'people.placement': { not: 'Räknas fram ur inskrivningar, grupper och mentorer.' },
  'attendance.lesson': { sheet: 'narvaro' },
  'attendance.lesson_before': { not: 'Kopior som finns så länge en inläsning går att ångra.' },
  'attendance.period_total': { sheet: 'narvaro_summa' },
  'attendance.week': { not: 'Räknas fram ur lektionerna.' },
  'grades.grade': { sheet: 'betyg' },
  'grades.compulsory_grade': { sheet: 'slutbetyg' },
  'coordination.talk': { sheet: 'samtal' },
  'concerns.concern': { sheet: 'oro' },
  'signals.signal': { sheet: 'signaler' },
  'signals.feedback': { sheet: 'aterkoppling' },
  'signals.indicator': { sheet: 'nyckeltal' },
  'imports.difference': { sheet: 'andringar' },
  'imports.missing_student': { sheet: 'andringar' },
  'identity.session': { sheet: 'inloggning' },
  'identity.subject': { sheet: 'inloggning' },
  'audit.entry': { sheet: 'vem-har-last' },
  'audit.reader': { not: 'En kortare form av loggen.' },
};
