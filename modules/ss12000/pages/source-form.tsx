import { importWords } from '../../../messages/sv/import.ts';
import { sourceWords } from '../../../messages/sv/sources.ts';
import type { Form } from '../../../platform/server/read-form.ts';
import {
  Actions,
  Button,
  Choice,
  ErrorSummary,
  fieldId,
  LinkButton,
  PageHead,
  Panel,
  SelectField,
  TextArea,
  TextField,
} from '../../../platform/web/components/index.ts';
import { type Actor, StaffPage } from '../../access/index.ts';
import type { Source } from '../queries/sources.ts';
import { choiceNames, choices, type SourceFormProblem } from './read-source-form.ts';

const words = sourceWords.form;

/** The form of a new source, or of one that is there. */
export interface SourceFormProps {
  readonly actor: Actor;
  /** Null: a new one. */
  readonly source: Source | null;
  /** What was sent and could not be saved. Secrets are not shown again. */
  readonly sent?: Form | undefined;
  readonly problems?: readonly SourceFormProblem[] | undefined;
}

/** Address, log-in, hour and what to pull. Works without a script: all ways to log in stand there, one is chosen. */
export function SourceForm({ actor, source, sent, problems = [] }: SourceFormProps) {
  const title = source ? words.change(source.name) : words.add;
  const action = source ? `/import/kallor/${source.sourceId}` : '/import/kallor';
  const error = (field: string) => problems.find((problem) => problem.field === field)?.message;
  const value = (field: string, saved: string | null | undefined) => sent?.[field] ?? saved ?? '';
  const login = value('inloggning', source?.login === 'command-line' ? '' : source?.login);
  return (
    <StaffPage actor={actor} title={title} current="/import" width="read">
      <PageHead
        title={title}
        breadcrumb={[
          { href: '/import', label: importWords.title },
          { href: '/import/kallor', label: sourceWords.title },
        ]}
      />
      <Panel id="kalla" title={sourceWords.detail.facts}>
        <form class="ff-form" action={action} method="post">
          <ErrorSummary errors={problems.map(({ field, message }) => ({ field: fieldId(field), message }))} />
          <TextField
            name="namn"
            label={words.name}
            help={words.nameHelp}
            value={value('namn', source?.name)}
            error={error('namn')}
            maxlength={80}
            required
            autocomplete="off"
          />
          <TextField
            name="adress"
            label={words.address}
            help={words.addressHelp}
            value={value('adress', source?.address)}
            error={error('adress')}
            required
            autocomplete="off"
          />
          <Choice
            name="inloggning"
            legend={words.login}
            chosen={login}
            error={error('inloggning')}
            help={source?.hasSecret ? words.keep : words.onlyChosen}
            options={(['token', 'client-credentials', 'certificate'] as const).map((each) => ({
              value: each,
              label: words.logins[each],
            }))}
          />
          <TokenFields error={error} />
          <OauthFields error={error} value={value} />
          <CertificateFields error={error} />
          <SelectField
            name="timme"
            label={words.hour}
            help={words.hourHelp}
            error={error('timme')}
            value={value('timme', source ? String(source.hour ?? '') : '3')}
            options={hours}
          />
          <ResourceChoice source={source} sent={sent} />
          <p class="ff-help">{words.sealed}</p>
          <Actions>
            <Button>{words.save}</Button>
            <LinkButton kind="3" href={source ? action : '/import/kallor'}>
              {words.cancel}
            </LinkButton>
          </Actions>
        </form>
      </Panel>
    </StaffPage>
  );
}

const hours = [
  { value: '', label: words.hours.none },
  ...Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: words.hours.at(hour) })),
];

type ErrorOf = (field: string) => string | undefined;

function TokenFields({ error }: { error: ErrorOf }) {
  return (
    <fieldset class="ff-group" data-way="token">
      <legend>{words.tokenGroup}</legend>
      <TextField
        name="nyckel"
        type="password"
        label={words.token}
        error={error('nyckel')}
        autocomplete="off"
      />
    </fieldset>
  );
}

function OauthFields({ error, value }: { error: ErrorOf; value: (field: string, saved: null) => string }) {
  return (
    <fieldset class="ff-group" data-way="client-credentials">
      <legend>{words.oauthGroup}</legend>
      <TextField
        name="tjanst"
        label={words.tokenUrl}
        value={value('tjanst', null)}
        error={error('tjanst')}
        autocomplete="off"
      />
      <TextField name="klient" label={words.clientId} value={value('klient', null)} autocomplete="off" />
      <TextField name="hemlighet" type="password" label={words.clientSecret} autocomplete="off" />
      <TextField
        name="omfang"
        label={words.scope}
        note={words.optional}
        value={value('omfang', null)}
        autocomplete="off"
      />
    </fieldset>
  );
}

function CertificateFields({ error }: { error: ErrorOf }) {
  return (
    <fieldset class="ff-group" data-way="certificate">
      <legend>{words.certificateGroup}</legend>
      <TextArea name="certifikat" label={words.cert} error={error('certifikat')} autocomplete="off" />
      <TextArea name="privat" label={words.key} autocomplete="off" />
      <TextArea name="utfardare" label={words.ca} note={words.optional} autocomplete="off" />
    </fieldset>
  );
}

function ResourceChoice({ source, sent }: { source: Source | null; sent: Form | undefined }) {
  const chosen = (name: (typeof choiceNames)[number]): boolean => {
    if (sent) return sent[`hamta-${name}`] === 'ja';
    return !source?.resources || choices[name].some((list) => source.resources?.includes(list));
  };
  return (
    <fieldset aria-describedby="f-hamta-help">
      <legend class="ff-label">{words.resources}</legend>
      <div class="ff-chips">
        {choiceNames.map((name) => (
          <label>
            <input type="checkbox" name={`hamta-${name}`} value="ja" checked={chosen(name)} />
            {words.choices[name]}
          </label>
        ))}
      </div>
      <p class="ff-help" id="f-hamta-help">
        {words.resourcesHelp}
      </p>
    </fieldset>
  );
}
