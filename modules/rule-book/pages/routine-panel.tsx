import type { AnyRule, Reason, RoutineKind } from '../../../law/index.ts';
import type { LocalDate } from '../../../platform/local-date.ts';
import {
  Actions,
  Button,
  ClosedButton,
  DateField,
  Law,
  Note,
  Open,
  Panel,
  TextField,
  TimeLine,
} from '../../../platform/web/components/index.ts';
import { dayLong, dayShort, moment } from '../../../platform/web/format.ts';
import type { SentRoutine } from '../commands/set-routine.ts';
import type { OwnRoutine } from '../queries/routines.ts';
import { citationWords } from './in-force-words.ts';

/** The organiser's own routines of one rule. */
export interface RoutinePanelProps {
  readonly rule: AnyRule;
  readonly today: LocalDate;
  readonly own: readonly OwnRoutine[];
  /** Why it is closed to the reader; absent for whoever may change it. */
  readonly closed?: string | undefined;
  /** From when what was just saved holds. */
  readonly saved?: LocalDate | undefined;
  /** What was sent and refused, with all reasons. */
  readonly returned?: { readonly sent: SentRoutine; readonly reasons: readonly Reason[] } | undefined;
}

/** What the organiser has tightened, since when and by whom, and the way to change it. Looser than the law is refused. */
export function RoutinePanel(props: RoutinePanelProps) {
  const { rule, saved } = props;
  return (
    <Panel id="rutiner" title="Lokala rutiner" aside="Kan skärpa lagen, aldrig mildra den">
      {saved && (
        <Note tone="ok" answer>{`Rutinen är sparad och gäller från och med ${dayLong(saved)}.`}</Note>
      )}
      {(rule.routines ?? []).map((kind) => (
        <Routine kind={kind} {...props} />
      ))}
    </Panel>
  );
}

function Routine({ kind, rule, today, own, closed, returned }: RoutinePanelProps & { kind: RoutineKind }) {
  const rows = own.filter((row) => row.key === kind.key);
  const now = rows.findLast((row) => row.from <= today && row.value !== null);
  const ended = rows.findLast((row) => row.from <= today)?.value === null;
  const back = returned?.sent.key === kind.key ? returned : undefined;
  return (
    <div>
      <h3>{kind.label}</h3>
      <p>
        {now && !ended ? <b>{withUnit(now.value, kind)}</b> : 'Ingen egen: det som lagen säger gäller.'}{' '}
        {kind.limit === null ? (
          <span class="ff-soft ff-small">
            {kind.unit === null
              ? 'Lagen kräver inte fler underskrifter.'
              : 'Lagen anger inget tal, så detta är huvudmannens eget mål.'}
          </span>
        ) : (
          <Law>{kind.basis.map(citationWords).join(', ')}</Law>
        )}
      </p>
      {rows.length > 0 && <TimeLine events={rows.toReversed().map((row) => event(row, kind, today))} />}
      {closed ? (
        <Actions>
          <ClosedButton kind="2" small id={`stangd-${kind.key}`} because={closed}>
            Ändra
          </ClosedButton>
        </Actions>
      ) : (
        <Open summary="Ändra rutinen" open={back !== undefined} id={`andra-${kind.key}`}>
          <RoutineForm kind={kind} rule={rule} today={today} back={back} />
        </Open>
      )}
    </div>
  );
}

function RoutineForm({
  kind,
  rule,
  today,
  back,
}: Pick<RoutinePanelProps, 'rule' | 'today'> & { kind: RoutineKind; back: RoutinePanelProps['returned'] }) {
  const error = (about: boolean) =>
    back?.reasons
      .filter((reason) => (reason.code === 'from-earlier') === about)
      .map((reason) => [reason.says, ...reason.basis.map(citationWords)].join(' '))
      .join(' ') || undefined;
  return (
    <form class="ff-form" method="post" action={`/regler/${rule.id}/rutin#rutiner`}>
      <input type="hidden" name="nyckel" value={kind.key} />
      <TextField
        name="varde"
        id={`f-varde-${kind.key}`}
        label={kind.unit ? `${kind.label} (${kind.unit})` : kind.label}
        help="Lämna tomt för att avsluta rutinen."
        short
        value={back?.sent.value}
        inputmode={kind.unit ? 'numeric' : undefined}
        autocomplete="off"
        error={error(false)}
      />
      <DateField
        name="fran"
        id={`f-fran-${kind.key}`}
        label="Gäller från och med"
        value={back?.sent.from ?? today}
        min={today}
        short
        error={error(true)}
      />
      <Actions>
        <Button kind="2">Spara rutinen</Button>
      </Actions>
    </form>
  );
}

function event(row: OwnRoutine, kind: RoutineKind, today: LocalDate) {
  return {
    day: row.from,
    shown: dayShort(row.from, today),
    what: row.value === null ? 'Rutinen avslutad' : withUnit(row.value, kind),
    detail: `${row.setByName}, ${moment(row.setAt, today)}`,
  };
}

function withUnit(value: OwnRoutine['value'], { unit }: RoutineKind): string {
  return unit ? `${value} ${unit}` : String(value);
}
