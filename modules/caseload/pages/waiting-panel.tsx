import { List, Panel } from '../../../platform/web/components/index.ts';
import { plural } from '../../../platform/web/format.ts';
import type { MyStudent, MyStudents } from '../queries/my-students.ts';

/** Väntar och vilar: who waits because of the budget, and where somebody has already acted. */
export function WaitingPanel({ mine }: { mine: MyStudents }) {
  if (mine.queued.length + mine.resting.length === 0) return null;
  return (
    <Panel id="vilar" title="Väntar och vilar">
      <List
        items={[
          mine.queued.length > 0 && (
            <>
              <b>{plural(mine.queued.length, 'elev i kö', 'elever i kö')}</b>
              <small>Visas i turordning kommande måndagar. Blir något bråttom visas det genast.</small>
              <Names students={mine.queued} />
            </>
          ),
          mine.resting.length > 0 && (
            <>
              <b>
                {plural(
                  mine.resting.length,
                  'elev där någon redan har gjort något',
                  'elever där någon redan har gjort något',
                )}
              </b>
              <small>
                {mine.resting.length === 1 ? 'Eleven kommer' : 'De kommer'} tillbaka hit om läget blir sämre
                eller om dagen för nästa steg passerar.
              </small>
              <Names students={mine.resting} />
            </>
          ),
        ].filter(Boolean)}
      />
    </Panel>
  );
}

function Names({ students }: { students: readonly MyStudent[] }) {
  return (
    <p class="ff-small">
      {students.map((student, index) => (
        <>
          {index > 0 && ', '}
          <a class="ff-link" href={`/elever/${student.studentId}`}>
            {student.name}
          </a>
        </>
      ))}
    </p>
  );
}
