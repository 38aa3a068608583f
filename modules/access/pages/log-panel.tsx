import { access as actionWords } from '../../../messages/sv/access.ts';
import { accessLog as words } from '../../../messages/sv/access-log.ts';
import type { LocalDate } from '../../../platform/local-date.ts';
import {
  Actions,
  DateField,
  Filter,
  LinkButton,
  Pagination,
  Panel,
  SelectField,
  Table,
  TextField,
} from '../../../platform/web/components/index.ts';
import { moment } from '../../../platform/web/format.ts';
import { countedTo, type LogEntry, type LogPage } from '../../audit/index.ts';
import { becauseWords } from '../because.ts';
import { type LogQuestion, logAddress } from './log-filter.ts';

/** What the log's panel shows. */
export interface LogPanelProps {
  readonly question: LogQuestion;
  readonly found: LogPage;
  /** The persons the lines are about, by id, masked where protected. */
  readonly names: ReadonlyMap<number, string>;
  readonly size: number;
  readonly today: LocalDate;
  /** Only the reader's own unit. */
  readonly ownUnitOnly: boolean;
}

/** The log: a filter, the lines it finds, the newest first, and the same as a file. */
export function LogPanel({ question, found, names, size, today, ownUnitOnly }: LogPanelProps) {
  return (
    <Panel id="logg" title={words.log} aside={words.logAside(found.total, found.total === countedTo)} flush>
      {ownUnitOnly && <p class="ff-small ff-soft">{words.ownUnitOnly}</p>}
      <LogFilterForm question={question} />
      {found.total === 0 ? (
        <p>
          <b>{words.empty}.</b> {words.emptyWhy}
        </p>
      ) : (
        <LogTable entries={found.entries} names={names} today={today} />
      )}
      <Pagination
        page={question.page}
        pages={Math.ceil(found.total / size)}
        href={(page) => logAddress(question, page)}
      />
      <Actions>
        <LinkButton kind="2" small href={logAddress(question, 1, '/logg/logg.csv')}>
          {words.file}
        </LinkButton>
        <LinkButton kind="3" small href="/logg/kedja">
          {words.check}
        </LinkButton>
      </Actions>
    </Panel>
  );
}

function LogFilterForm({ question }: { question: LogQuestion }) {
  return (
    <Filter action="/logg" label={words.filter}>
      <TextField name="galler" label={words.about} value={question.about} />
      <TextField name="av" label={words.by} value={question.by} />
      <SelectField name="handelse" label={words.action} options={everyAction} value={question.action} />
      <DateField name="fran" label={words.from} value={question.from} />
      <DateField name="till" label={words.to} value={question.to} />
    </Filter>
  );
}

const everyAction = [
  { value: '', label: words.everyAction },
  ...Object.entries({ ...actionWords.actions, ...actionWords.otherActions }).map(([value, label]) => ({
    value,
    label,
  })),
];

function LogTable({
  entries,
  names,
  today,
}: { entries: readonly LogEntry[] } & Pick<LogPanelProps, 'names' | 'today'>) {
  return (
    <Table<LogEntry>
      caption={words.log}
      captionHidden
      fold
      dense
      rows={entries}
      columns={[
        { head: words.who, rowHeader: true, cell: ({ actorName }) => actorName },
        { head: words.when, cell: ({ at }) => moment(at, today) },
        { head: words.did, foldLine: true, cell: whatWasDone },
        {
          head: words.whom,
          cell: (entry) => whomItConcerns(entry, names),
          foldLabel: words.whom.toLowerCase(),
        },
        {
          head: words.why,
          cell: ({ because }) => (because === 'log-in' ? '' : becauseWords(because)),
          foldLabel: words.why.toLowerCase(),
        },
      ]}
    />
  );
}

/** What was done, and to what: "Läste: Elevsidan". */
export function whatWasDone({ action, what }: LogEntry): string {
  const verb = verbs.get(action);
  return verb ? `${verb}: ${what}` : what;
}

const verbs = new Map(Object.entries(actionWords.did));

/** Whom a line concerns: the name of one, the number of many. */
export function whomItConcerns({ subjects }: LogEntry, names: ReadonlyMap<number, string>): string {
  const [first, ...rest] = subjects;
  if (first === undefined) return words.nobody;
  return rest.length === 0 ? (names.get(first) ?? words.oneStudent) : words.many(subjects.length);
}
