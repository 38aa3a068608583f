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
          options={[{ value: '', label: '' }, ...reasonOptions]}
          value={sent?.reason}
          required
          error={errorOf('f-skal')}
        />
        {exporter.mayProtected && <ProtectedChoice id="skyddade" include={sent?.include ?? false} />}
        <Actions>
          <Button>{words.button}</Button>
        </Actions>
        <p class="ff-help">{words.help}</p>
      </form>
    </Panel>
  );
}

/** Without them unless somebody says so. */
export function ProtectedChoice({
  id,
  include,
  error,
}: {
  id: string;
  include: boolean;
  error?: string | undefined;
}) {
  return (
    <Choice
      name="skyddade"
      id={id}
      legend={words.protect}
      chosen={include ? includeChoice : 'utan'}
      error={error}
      options={[
        { value: 'utan', label: words.without, consequence: words.withoutMeans },
        { value: includeChoice, label: words.include, consequence: words.includeMeans },
      ]}
    />
  );
}

function options({ whole, units }: Exporter) {
  const each = units.map(({ unitId, name }) => ({ value: String(unitId), label: name }));
  if (whole) return [{ value: wholeChoice, label: words.whole }, ...each];
  return units.length > 1 ? [{ value: ownChoice, label: words.own }, ...each] : each;
}
