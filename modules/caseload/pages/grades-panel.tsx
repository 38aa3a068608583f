import { Panel, PartsBar, Table } from '../../../platform/web/components/index.ts';
import { dayShort, number } from '../../../platform/web/format.ts';
import type { GradeOfStudent } from '../../grades/index.ts';
import { courseName } from '../../organisation/index.ts';
import type { StudentFile } from '../queries/student-file.ts';

/** Betyg: what was set, the newest first. A dash (no basis because of absence) is its own fact, not an F. */
export function GradesPanel({ file }: { file: Pick<StudentFile, 'grades'> }) {
  const grades = newestFirst(file.grades);
  if (grades.length === 0) {
    return (
      <Panel id="bet" title="Betyg">
        <p class="ff-soft">Inga betyg är inlästa för eleven. De kommer med betygsfilen.</p>
      </Panel>
    );
  }
  return (
    <Panel id="bet" title="Betyg" aside={sameDay(grades) ? '' : 'Det senaste först'}>
      <PartsBar label="Poäng" caption="Satta betyg i poäng" parts={parts(grades)} />
      <Table
        caption="Satta betyg"
        captionHidden
        fold
        fit
        rows={grades}
        columns={[
          { head: 'Ämne och nivå eller kurs', rowHeader: true, cell: nameOf },
          {
            head: 'Poäng',
            numeric: true,
            foldLabel: 'poäng',
            cell: (grade) => (grade.points ? number(grade.points) : ''),
          },
          { head: 'Betyg', numeric: true, cell: (grade) => <GradeValue grade={grade} /> },
          { head: 'Satt', foldLabel: 'satt', nowrap: true, cell: (grade) => dayShort(grade.gradedOn) },
          ...(grades.some(remark) ? [{ head: 'Anmärkning', cell: remark }] : []),
        ]}
      />
    </Panel>
  );
}

/** The newest first; those of one day in the order of the alphabet, as on a report. */
function newestFirst(grades: readonly GradeOfStudent[]): readonly GradeOfStudent[] {
  return grades.toSorted((a, b) =>
    a.gradedOn === b.gradedOn ? nameOf(a).localeCompare(nameOf(b), 'sv') : a.gradedOn < b.gradedOn ? 1 : -1,
  );
}

function sameDay(grades: readonly GradeOfStudent[]): boolean {
  return grades.every((grade) => grade.gradedOn === grades[0]?.gradedOn);
}

function nameOf(grade: GradeOfStudent): string {
  return grade.courseName ?? courseName(grade.courseCode) ?? grade.courseCode;
}

function GradeValue({ grade }: { grade: GradeOfStudent }) {
  return grade.isPass === false ? <b>{grade.value}</b> : grade.value;
}

function remark(grade: GradeOfStudent): string {
  if (grade.value === '–') return 'Underlag saknas på grund av frånvaro';
  return [grade.trial ? 'Prövning' : '', grade.remark ?? ''].filter(Boolean).join('. ');
}

function parts(grades: readonly GradeOfStudent[]) {
  const points = (of: (grade: GradeOfStudent) => boolean) =>
    grades.filter(of).reduce((sum, grade) => sum + (grade.points ?? 0), 0);
  return [
    { label: 'Godkända', count: points((grade) => grade.isPass === true) },
    { label: 'Utan underlag (–)', count: points((grade) => grade.value === '–') },
    { label: 'Övriga', count: points((grade) => grade.isPass === null && grade.value !== '–') },
    { label: 'Underkända (F)', count: points((grade) => grade.isPass === false && grade.value !== '–') },
  ];
}
