import { Law, LinkButton, PageHead, Panel, Table } from '../../../platform/web/components/index.ts';
import { period, share } from '../../../platform/web/format.ts';
import { becauseSentence, StaffPage, type StaffPageProps } from '../../access/index.ts';
import type { TeachingFile } from '../queries/teaching-file.ts';
import { courseWords } from '../words/strengths-of.ts';
import { GradesPanel } from './grades-panel.tsx';

/** Elev, as somebody who teaches her sees it: attendance and grades in one's own groups, and the ways to tell others. */
export function TeachingPage(props: {
  frame: Omit<StaffPageProps, 'children' | 'title' | 'current'>;
  file: TeachingFile;
}) {
  const { frame, file } = props;
  const { card } = file;
  const { says, law } = becauseSentence(file.why.because);
  return (
    <StaffPage {...frame} title={card.name} current="/elever" width="read">
      <PageHead
        title={card.name}
        meta={[card.className ?? '', card.mentors.map((mentor) => `Mentor ${mentor.name}`).join(', ')].filter(
          Boolean,
        )}
        actions={
          <>
            <LinkButton kind="2" icon="flag" href={`/elever/${card.studentId}/oro`}>
              Lyft en oro
            </LinkButton>
            <LinkButton icon="chat" href={`/elever/${card.studentId}/samtal`}>
              Logga samtal
            </LinkButton>
          </>
        }
      />
      <Panel id="narv" title="Närvaro i dina grupper" aside={period(file.from, file.to)}>
        {file.courses.length === 0 ? (
          <p class="ff-soft">Inga rapporterade lektioner i dina grupper de senaste fyra veckorna.</p>
        ) : (
          <Table
            caption="Frånvaro per grupp"
            captionHidden
            fold
            fit
            rows={file.courses}
            columns={[
              { head: 'Kurs', rowHeader: true, cell: courseWords },
              { head: 'Grupp', foldLine: true, cell: (each) => each.groupName },
              {
                head: 'Frånvarande',
                numeric: true,
                foldLabel: 'frånvarande',
                cell: (each) => `${each.absentLessons} av ${each.reportedLessons}`,
              },
              {
                head: 'Andel',
                numeric: true,
                cell: (each) => share(each.absentLessons / each.reportedLessons),
              },
            ]}
          />
        )}
      </Panel>
      {file.grades.length > 0 && <GradesPanel file={file} />}
      <Panel id="insyn" title="Varför ser du detta?">
        <p>
          {says} Signaler, samtal och andra kurser ser mentorn och elevhälsan. {law && <Law>{law}</Law>}
        </p>
      </Panel>
    </StaffPage>
  );
}
