import { type AnyRule, type RuleBook, versionOn } from '../../../law/index.ts';
import type { LocalDate } from '../../../platform/local-date.ts';
import {
  type Column,
  EmptyState,
  Filter,
  PageHead,
  Panel,
  Table,
  Tag,
  TextField,
} from '../../../platform/web/components/index.ts';
import { plural } from '../../../platform/web/format.ts';
import { type Actor, StaffPage } from '../../access/index.ts';
import { rulesByArea } from '../areas.ts';
import { findRules } from '../queries/find-rules.ts';
import { citationWords, periodWords } from './in-force-words.ts';

/** What the list is made of. */
export interface RulesPageProps {
  readonly actor: Actor;
  readonly book: RuleBook;
  readonly question: string;
  readonly today: LocalDate;
}

/** Regler: every rule of the book with its paragraph, by part, found by any word. */
export function RulesPage({ actor, book, question, today }: RulesPageProps) {
  const found = findRules(book, question);
  const unread = book.rules.filter((rule) => !isRead(rule, today)).length;
  return (
    <StaffPage actor={actor} title="Regler" current="/regler">
      <PageHead
        title="Regler"
        meta={[
          'Vad lagen kräver av skolan, regel för regel',
          plural(book.rules.length, 'regel', 'regler'),
          `${unread} vilar på text som inte är läst i original`,
        ]}
      />
      <Filter action="/regler" label="Sök regel">
        <TextField
          name="sok"
          label="Sök på ord eller paragraf"
          note="till exempel distansundervisning, överklaga eller 15 kap. 16 §"
          type="search"
          value={question}
        />
      </Filter>
      {found.length === 0 && (
        <EmptyState
          id="ingen-regel"
          title="Ingen regel har de orden"
          why="Sökningen läser rubriker, meningar, paragrafer och vad reglerna frågar efter. Pröva ett kortare ord."
        >
          <a class="ff-link" href="/regler">
            Visa alla regler
          </a>
        </EmptyState>
      )}
      {rulesByArea(found).map(([area, rules], index) => (
        <Panel id={`del-${index}`} title={area} flush>
          <Table caption={area} captionHidden fold top aligned rows={rules} columns={columns(today)} />
        </Panel>
      ))}
    </StaffPage>
  );
}

function columns(today: LocalDate): Column<AnyRule>[] {
  return [
    {
      head: 'Regel',
      rowHeader: true,
      cell: (rule) => <a href={`/regler/${rule.id}`}>{rule.title}</a>,
    },
    { head: 'Säger', cell: (rule) => rule.sentence },
    {
      head: 'Paragraf',
      soft: true,
      cell: (rule) => {
        const basis = current(rule, today)?.basis[0];
        return basis && citationWords(basis);
      },
    },
    { head: 'I boken', soft: true, cell: (rule) => <State rule={rule} today={today} /> },
  ];
}

function State({ rule, today }: { rule: AnyRule; today: LocalDate }) {
  const version = current(rule, today);
  if (!version) return <Tag tone="heed">Ingen version gäller i dag</Tag>;
  if (!isRead(rule, today)) return <Tag tone="heed">Inte läst i original</Tag>;
  return periodWords(version.inForce, today);
}

function current(rule: AnyRule, today: LocalDate) {
  return versionOn(rule.versions, today);
}

/** Whether the text that states the rule today was read. */
function isRead(rule: AnyRule, today: LocalDate): boolean {
  return current(rule, today)?.basis[0]?.verified === true;
}
