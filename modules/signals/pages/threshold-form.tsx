import { addDays, type LocalDate, mondayOf } from '../../../platform/local-date.ts';
import {
  Actions,
  Button,
  DateField,
  ErrorSummary,
  FieldPair,
  TextField,
} from '../../../platform/web/components/index.ts';
import { capitalized } from '../../../platform/web/format.ts';
import type { SentThresholds, ThresholdProblem } from '../commands/set-thresholds-check.ts';
import { versionOf, withCatalogue } from '../commands/set-thresholds-check.ts';
import type { OwnThreshold } from '../queries/thresholds.ts';
import { type ThresholdKey, thresholdFields, thresholdOn } from '../rules/index.ts';
import { keysOf, mayHaveDecimal, type ThresholdGroup } from '../rules/threshold-groups.ts';
import { boundsText, fieldValue, groupName } from './threshold-words.ts';

/** The form of one group. */
export interface ThresholdFormProps {
  readonly group: ThresholdGroup;
  readonly own: readonly OwnThreshold[];
  readonly today: LocalDate;
  readonly sent?: SentThresholds | undefined;
  readonly problems?: readonly ThresholdProblem[] | undefined;
}

/** New values from a day, next Monday unless another is chosen; each field holds what will be in force that day. */
export function ThresholdForm({ group, own, today, sent, problems = [] }: ThresholdFormProps) {
  const monday = addDays(mondayOf(today), 7);
  const shownFor = sent?.shownFor ?? monday;
  const id = (field: string) => `f-${group}-${field.replace('.', '-')}`;
  const error = (field: string) => problems.find((problem) => problem.field === field)?.says;
  return (
    <form
      class="ff-form"
      action="/gransvarden"
      method="post"
      aria-label={`Ändra gränserna: ${groupName(group)}`}
    >
      <ErrorSummary errors={problems.map(({ field, says }) => ({ field: id(field), message: says }))} />
      <input type="hidden" name="grupp" value={group} />
      <input type="hidden" name="visade" value={shownFor} />
      <input type="hidden" name="sedd" value={versionOf(group, own)} />
      {pairs(keysOf(group)).map((pair) => (
        <FieldPair>
          {pair.map((key) => (
            <TextField
              name={key}
              id={id(key)}
              label={capitalized(thresholdFields[key].label)}
              note={boundsText(key)}
              value={sent?.values[key] ?? fieldValue(thresholdOn(withCatalogue(own), key, shownFor).value)}
              inputmode={mayHaveDecimal(thresholdFields[key].unit) ? 'decimal' : 'numeric'}
              autocomplete="off"
              error={error(key)}
            />
          ))}
        </FieldPair>
      ))}
      <DateField
        name="fran"
        id={id('from')}
        label="Gäller från och med"
        value={sent?.from ?? monday}
        min={today}
        help="Tidigast i dag. Det som redan har visats räknas aldrig om."
        short
        error={error('from')}
      />
      <Actions>
        <Button kind="2">Spara gränserna</Button>
      </Actions>
    </form>
  );
}

function pairs(keys: readonly ThresholdKey[]): readonly (readonly ThresholdKey[])[] {
  return keys.flatMap((_, index) => (index % 2 === 0 ? [keys.slice(index, index + 2)] : []));
}
