import { exportWords } from '../../../messages/sv/export.ts';
import {
  Actions,
  Button,
  Choice,
  ErrorSummary,
  Panel,
  SelectField,
} from '../../../platform/web/components/index.ts';
import { exportReasons } from '../reasons.ts';
import { includeChoice, ownChoice, type SentForm, wholeChoice } from './export-form.ts';
import type { Exporter } from './export-parts.ts';

const words = exportWords.page.all;

/** The reasons as a list to choose from. */
export const reasonOptions = Object.entries(exportReasons).map(([value, code]) => ({
  value,
  label: exportWords.reasons[code],
}));

/** Everything of the organiser or of a unit: what, why, and whether protected identities come along. */
export function AllPanel({ exporter, sent }: { exporter: Exporter; sent: SentForm | undefined }) {
  const errorOf = (field: string) => sent?.errors.find((error) => error.field === field)?.message;
  return (
    <Panel id="ta-ut" title={words.title} lead>
      <form class="ff-form" action="/export" method="post" novalidate>
        <ErrorSummary errors={sent?.errors ?? []} />
        <SelectField
          name="vad"
          label={words.what}
          options={options(exporter)}
          value={sent?.what}
          help={exporter.whole ? `${words.wholeMeans} ${words.unitMeans}` : words.unitMeans}
          error={errorOf('f-vad')}
        />
        <SelectField
          name="skal"
          label={words.reason}
          options={[{ value: '', label: words.choose }, ...reasonOptions]}
          value={sent?.reason}
          required
          error={errorOf('f-skal')}
        />
        {exporter.mayProtected ? (
          <ProtectedChoice id="skyddade" include={sent?.include ?? false} says={words} />
        ) : (
          <p class="ff-help">{words.leftOut}</p>
        )}
        <Actions>
          <Button>{words.button}</Button>
        </Actions>
        <p class="ff-help">{words.help}</p>
      </form>
    </Panel>
  );
}

/** Without them unless somebody says so. */
export function ProtectedChoice(props: {
  readonly id: string;
  readonly include: boolean;
  readonly says: Readonly<
    Record<'protect' | 'without' | 'withoutMeans' | 'include' | 'includeMeans', string>
  >;
  readonly error?: string | undefined;
}) {
  const { id, include, says, error } = props;
  return (
    <Choice
      name="skyddade"
      id={id}
      legend={says.protect}
      chosen={include ? includeChoice : 'utan'}
      error={error}
      options={[
        { value: 'utan', label: says.without, consequence: says.withoutMeans },
        { value: includeChoice, label: says.include, consequence: says.includeMeans },
      ]}
    />
  );
}

function options({ whole, units }: Exporter) {
  const each = units.map(({ unitId, name }) => ({ value: String(unitId), label: name }));
  if (whole) return [{ value: wholeChoice, label: words.whole }, ...each];
  return units.length > 1 ? [{ value: ownChoice, label: words.own }, ...each] : each;
}
