import { access as accessWords } from '../../../messages/sv/access.ts';
import { accessLog as words } from '../../../messages/sv/access-log.ts';
import type { LocalDate } from '../../../platform/local-date.ts';
import { type Column, Law, Pagination, Panel, Table } from '../../../platform/web/components/index.ts';
import { capitalized, dayShort, joined, plural } from '../../../platform/web/format.ts';
import type { DutiesHeld, DutyHeld } from '../../people/index.ts';
import { type Action, actions } from '../access.ts';
import { becauseWords, lawOf } from '../because.ts';
import type { Relation } from '../relation.ts';

/** A page of duties, with its size and where in the list it is. */
export interface DutiesPanelProps {
  readonly held: DutiesHeld;
  readonly page: number;
  readonly size: number;
  readonly today: LocalDate;
}

/** Who holds which duty where, and since when. */
export function DutiesPanel({ held, page, size, today }: DutiesPanelProps) {
  if (held.total === 0)
    return (
      <Panel id="uppdrag" title={words.dutiesEmpty}>
        <p>{words.dutiesEmptyWhy}</p>
      </Panel>
    );
  return (
    <Panel id="uppdrag" title={words.duties} aside={words.dutiesAside} flush>
      <Table<DutyHeld>
        caption={words.duties}
        captionHidden
        fold
        dense
        rows={held.duties}
        columns={[
          { head: words.who, rowHeader: true, cell: ({ name }) => name },
          {
            head: words.duty,
            foldLine: true,
            cell: ({ title, role }) => capitalized(title ?? roleWords[role]),
          },
          { head: words.unit, cell: ({ unitName }) => unitName ?? words.wholeOrganiser },
          {
            head: words.since,
            cell: ({ starts }) => dayShort(starts, today),
            foldLabel: words.since.toLowerCase(),
          },
          ...(held.duties.some(({ ends }) => ends) ? [untilColumn(today)] : []),
          {
            head: words.students,
            cell: ({ mentors }) => (mentors > 0 ? plural(mentors, 'elev', 'elever') : ''),
          },
        ]}
      />
      <Pagination
        page={page}
        pages={Math.ceil(held.total / size)}
        href={(number) => `/logg?uppdragssida=${number}#uppdrag`}
        label={words.duties}
      />
    </Panel>
  );
}

/** Worth a column only where some duty has a last day. */
function untilColumn(today: LocalDate): Column<DutyHeld> {
  return {
    head: words.until,
    cell: ({ ends }) => (ends ? dayShort(ends, today) : words.untilFurther),
    foldLabel: words.until.toLowerCase(),
  };
}

const roleWords: Readonly<Record<DutyHeld['role'], string>> = {
  mentor: 'mentor',
  teacher: 'lärare',
  principal: 'rektor',
  'health-team': 'elevhälsan',
  'career-counsellor': 'studie- och yrkesvägledare',
  coach: 'elevcoach',
  administrator: 'skoladministratör',
  'head-of-education': 'skolchef',
  'data-protection-officer': 'dataskyddsombud',
};

interface Right {
  readonly relation: Relation;
  readonly may: readonly Action[];
}

/** The access table turned round, made from the table that decides: each relation, what it opens, and its paragraph. */
const rights: readonly Right[] = (Object.keys(accessWords.relations) as Relation[]).map((relation) => ({
  relation,
  may: (Object.keys(actions) as Action[]).filter((action) =>
    (actions[action] as readonly Relation[]).includes(relation),
  ),
}));

/** Who may what, and why. */
export function RightsPanel() {
  return (
    <Panel id="behorigheter" title={words.rights} aside={words.rightsAside} flush>
      <Table<Right>
        caption={words.rights}
        captionHidden
        fold
        top
        rows={rights}
        columns={[
          {
            head: words.relation,
            rowHeader: true,
            cell: ({ relation }) => capitalized(becauseWords(relation)),
          },
          {
            head: capitalized(words.may),
            cell: ({ may }) => joined(may.map((action) => accessWords.actions[action])),
            foldLabel: words.may,
            foldLine: true,
          },
          {
            head: words.law,
            nowrap: true,
            cell: ({ relation }) => lawCell(relation),
            foldLabel: words.law.toLowerCase(),
          },
        ]}
      />
      <p class="ff-small ff-soft">{words.unreadLaw}</p>
    </Panel>
  );
}

const unread = / \(inte kontrollerad mot lagtexten\)$/;

/** A paragraph that nobody has compared with the law's own text has a star, which the line below the table explains. */
function lawCell(relation: Relation) {
  const law = lawOf(relation, null);
  if (!law) return '';
  return <Law>{unread.test(law) ? `${law.replace(unread, '')}\u00a0*` : law}</Law>;
}
