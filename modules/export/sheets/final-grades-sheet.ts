import { compulsorySubjects } from '../../grades/index.ts';
import { type Column, free, plain, quoted, type Sheet } from '../sheet.ts';

const withLanguage: ReadonlySet<string> = new Set(['M1', 'M2']);
const spelled: Readonly<Record<string, string>> = { OVR: 'OVR', ML: 'ML (betyg)' };

/** A row a student with the headings of Statistics Sweden's file of year 9; the language of a mother tongue is not kept. */
export const slutbetyg: Sheet = {
  file: 'slutbetyg',
  columns: [
    plain('Datum', 'f.taken_on'),
    plain('PersonNr', 's.civic'),
    free('Person-ID', 's.source'),
    plain('Skolenhetskod', 'f.unit_code'),
    ...Object.keys(compulsorySubjects).flatMap(columnsOf),
  ],
  from: ({ organiser }) => `(
      select g.student_id, max(g.taken_on) as taken_on, max(g.unit_code) as unit_code,
        jsonb_object_agg(g.subject, g.value) as values, jsonb_object_agg(g.subject, g.language) as languages
      from grades.compulsory_grade g where g.organiser_id = ${organiser} group by g.student_id) f
    join taken_student s on s.person_id = f.student_id`,
  order: 's.n',
};

function columnsOf(subject: string): readonly Column[] {
  const value = `f.values ->> ${quoted(subject)}`;
  if (!withLanguage.has(subject)) return [plain(spelled[subject] ?? capitalised(subject), value)];
  return [
    free(`${subject} (språk)`, `f.languages ->> ${quoted(subject)}`),
    plain(`${subject} (betyg)`, value),
  ];
}

function capitalised(subject: string): string {
  return `${subject[0]}${subject.slice(1).toLowerCase()}`;
}
