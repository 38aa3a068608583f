import { identity as words } from '../../../messages/sv/identity.ts';
import { Button, Table } from '../../../platform/web/components/index.ts';
import { capitalized } from '../../../platform/web/format.ts';
import type { CastMember, DemonstrationOrganiser } from '../queries/demonstration-cast.ts';

/** The staff, or the students, of a demonstration organiser, each with a button that enters as them. */
export function CastTable({
  from,
  students,
  back,
}: {
  from: DemonstrationOrganiser;
  students: boolean;
  back: string;
}) {
  const rows = from.members.filter(({ isStudent }) => isStudent === students);
  if (rows.length === 0) return null;
  return (
    <form method="post" action="/logga-in/demonstration">
      <input type="hidden" name="huvudman" value={from.organiser} />
      <input type="hidden" name="tillbaka" value={back} />
      <Table<CastMember>
        caption={students ? words.studentsOf(from.name) : words.staffOf(from.name)}
        fold
        fit
        rows={rows}
        columns={[
          { head: words.name, rowHeader: true, nowrap: true, cell: ({ name }) => name },
          {
            head: students ? words.class : words.duty,
            cell: ({ as }) => capitalized(as),
            foldLine: !students,
          },
          { head: students ? words.story : words.sees, cell: ({ sees }) => sees, soft: true },
          {
            head: <span class="ff-sr">{words.enter}</span>,
            numeric: true,
            cell: (member) => <Enter {...member} />,
          },
        ]}
      />
    </form>
  );
}

function Enter({ personId, name }: CastMember) {
  return (
    <Button kind="2" small name="person" value={String(personId)}>
      {words.enter}
      <span class="ff-sr">{words.enterAs(name)}</span>
    </Button>
  );
}
