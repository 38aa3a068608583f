import type { LocalDate } from '../../../platform/local-date.ts';
import { type Column, Open, Panel, Table, TimeLine } from '../../../platform/web/components/index.ts';
import { capitalized, dayShort, joined, moment, plural } from '../../../platform/web/format.ts';
import { withCatalogue } from '../commands/set-thresholds-check.ts';
import type { OwnThreshold } from '../queries/thresholds.ts';
import { type ThresholdKey, thresholdFields, thresholdOn } from '../rules/index.ts';
import { keysOf, type ThresholdGroup } from '../rules/threshold-groups.ts';
import { ThresholdForm, type ThresholdFormProps } from './threshold-form.tsx';
import { groupMeans, groupName, limitText } from './threshold-words.ts';

/** One group of limits. */
export interface ThresholdPanelProps {
  readonly group: ThresholdGroup;
  /** All rows of the organiser, the oldest first. */
  readonly own: readonly OwnThreshold[];
  readonly today: LocalDate;
  /** The reader may not change them; the page says why. */
  readonly closed: boolean;
  /** The form as it was sent, when it came back. */
  readonly returned?: Pick<ThresholdFormProps, 'sent' | 'problems'> | undefined;
}

/** What it means, the rule in words, each limit with who set it and since when, the way to change it, and its history. */
export function ThresholdPanel(props: ThresholdPanelProps) {
  const { group, own, today, closed, returned } = props;
  const { means, rule } = groupMeans(group);
  const rows = own.filter((row) => row.key.startsWith(`${group}.`));
  return (
    <Panel id={group} title={groupName(group)} aside={group !== 'common' && <About group={group} />}>
      <p>{means}</p>
      <p class="ff-soft ff-small">{rule}</p>
      <Table
        caption={`Gränser: ${groupName(group)}`}
        captionHidden
        fold
        fit
        rows={keysOf(group).map((key) => ({ key, own: rows.filter((row) => row.key === key) }))}
        columns={rows.length === 0 ? defaultColumns(today) : ownColumns(today)}
      />
      {!closed && (
        <Open summary="Ändra gränserna" open={returned !== undefined} id={`andra-${group}`}>
          <ThresholdForm group={group} own={own} today={today} {...returned} />
        </Open>
      )}
      {rows.length > 0 && <History rows={rows} today={today} />}
    </Panel>
  );
}

function About({ group }: { group: ThresholdGroup }) {
  return (
    <a class="ff-link" href={`/signaler/${group}`}>
      Så räknas signalen
    </a>
  );
}

interface LimitRow {
  readonly key: ThresholdKey;
  /** The organiser's own of this limit, the oldest first. */
  readonly own: readonly OwnThreshold[];
}

const inForce = ({ own }: LimitRow, today: LocalDate) => own.findLast((row) => row.from <= today);

function nameColumn(): Column<LimitRow> {
  return { head: 'Gräns', rowHeader: true, cell: ({ key }) => capitalized(thresholdFields[key].label) };
}

function nowText({ key, own }: LimitRow, today: LocalDate): string {
  return limitText(key, thresholdOn(withCatalogue(own), key, today).value);
}

/** While nobody has set a limit of their own: who set them is said once, in the head of the column. */
function defaultColumns(today: LocalDate): Column<LimitRow>[] {
  return [
    nameColumn(),
    {
      head: 'Gäller nu, förvalt',
      numeric: true,
      foldLabel: 'förvalt',
      cell: (row) => <b>{nowText(row, today)}</b>,
    },
  ];
}

/** Once the organiser has set a value: who set each, since when, and what comes. */
function ownColumns(today: LocalDate): Column<LimitRow>[] {
  return [
    nameColumn(),
    { head: 'Gäller nu', numeric: true, cell: (row) => <b>{nowText(row, today)}</b> },
    {
      head: 'Bestämt av',
      foldLine: true,
      cell: (row) => {
        const set = inForce(row, today);
        return set ? `${set.setByName}, ${moment(set.setAt, today)}` : 'Förvalt';
      },
    },
    {
      head: 'Sedan',
      foldLabel: 'sedan',
      nowrap: true,
      cell: (row) => {
        const set = inForce(row, today);
        return set && dayShort(set.from, today);
      },
    },
    {
      head: 'Förvalt',
      foldLabel: 'förvalt:',
      numeric: true,
      soft: true,
      cell: ({ key }) => limitText(key, thresholdFields[key].value),
    },
    {
      head: 'Kommande',
      foldLabel: 'kommande:',
      cell: ({ key, own }) =>
        joined(
          own
            .filter((row) => row.from > today)
            .map((row) => `${limitText(key, row.value)} från ${dayShort(row.from, today)}`),
        ),
    },
  ];
}

/** Every value the organiser has set, the latest first. Each one's predecessor is read from the rows themselves. */
function History({ rows, today }: { rows: readonly OwnThreshold[]; today: LocalDate }) {
  const events = rows.map((row) => {
    const earlier = rows.filter((each) => each.key === row.key && each.from < row.from).at(-1);
    const before = earlier?.value ?? thresholdFields[row.key].value;
    return {
      day: row.from,
      shown: dayShort(row.from, today),
      what: `${thresholdFields[row.key].label}: ${limitText(row.key, before)} blev ${limitText(row.key, row.value)}`,
      detail: `${row.setByName}, ${moment(row.setAt, today)}`,
    };
  });
  return (
    <Open summary={`Historik, ${plural(rows.length, 'ändring', 'ändringar')}`}>
      <TimeLine events={events.toReversed()} />
    </Open>
  );
}
