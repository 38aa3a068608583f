import { finalGradeWords as words } from '../../../messages/sv/final-grades.ts';
import { Open, Panel, Table } from '../../../platform/web/components/index.ts';
import type { CompulsoryGrade } from '../../grades/index.ts';
import type { StudentFile } from '../queries/student-file.ts';
import { finalGradesInWords, gradeValue, inOrder, subjectName } from '../words/final-grade-words.ts';

/** Slutbetyg från årskurs 9: what lacks a pass, and all subjects behind a line. Nothing when none are read in. */
export function FinalGradesPanel({ file }: { file: Pick<StudentFile, 'finalGrades'> }) {
  if (file.finalGrades.length === 0) return null;
  const { passed, lacking, withoutGrade } = finalGradesInWords(file.finalGrades);
  return (
    <Panel id="ak9" title={words.title} aside={words.aside}>
      <p>
        {passed} {lacking && <b>{lacking}</b>}
      </p>
      {withoutGrade && <p class="ff-small">{withoutGrade}</p>}
      <Open id="ak9-alla" summary={words.all}>
        <Table<CompulsoryGrade>
          caption={words.title}
          captionHidden
          fold
          fit
          rows={inOrder(file.finalGrades)}
          columns={[
            { head: words.subject, rowHeader: true, cell: subjectName },
            { head: words.grade, numeric: true, cell: gradeValue },
          ]}
        />
      </Open>
    </Panel>
  );
}
