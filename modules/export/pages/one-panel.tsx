import { exportWords } from '../../../messages/sv/export.ts';
import {
  Actions,
  Button,
  ErrorSummary,
  Panel,
  SelectField,
  TextField,
} from '../../../platform/web/components/index.ts';
import { ProtectedChoice, reasonOptions } from './all-panel.tsx';
import type { Exporter } from './export-parts.ts';

const words = exportWords.page.one;

/** What was sent and could not be answered. */
export interface SentOne {
  readonly who: string;
  readonly include: boolean;
  readonly field: 'elev' | 'skyddade';
  readonly message: string;
}

/** The register extract of one student, found by personal number or Person-ID. */
export function OnePanel({ exporter, sent }: { exporter: Exporter; sent: SentOne | undefined }) {
  const errorOf = (field: SentOne['field']) => (sent?.field === field ? sent.message : undefined);
  const ids = { elev: 'f-elev', skyddade: 'skyddade-elev' };
  return (
    <Panel id="registerutdrag" title={words.title} aside={words.aside}>
      <form class="ff-form" action="/export/elev" method="post" novalidate>
        <ErrorSummary errors={sent ? [{ field: ids[sent.field], message: sent.message }] : []} />
        <TextField
          name="elev"
          label={words.who}
          value={sent?.who}
          help={words.help}
          required
          short
          autocomplete="off"
          error={errorOf('elev')}
        />
        <SelectField
          name="skal"
          id="f-skal-elev"
          label={exportWords.page.all.reason}
          options={reasonOptions}
          value="begaran"
        />
        {exporter.mayProtected && (
          <ProtectedChoice
            id={ids.skyddade}
            include={sent?.include ?? false}
            says={words}
            error={errorOf('skyddade')}
          />
        )}
        <Actions>
          <Button kind="2">{words.button}</Button>
        </Actions>
      </form>
    </Panel>
  );
}
