import type { Child } from 'hono/jsx';
import { classNames } from '../class-names.ts';
import { useWords } from '../words.ts';
import { Icon } from './icons.tsx';

/** What every field has: a label above, help after, and the error below the control. Never a placeholder as label. */
export type FieldProps = {
  name: string;
  label: Child;
  /** Quiet words after the label: "Nora kan läsa det här". */
  note?: Child;
  help?: Child;
  /** What is wrong and how to put it right; also marks the control as invalid. */
  error?: string | undefined;
  /** Default `f-` + name; give one when a name comes twice on a page. */
  id?: string | undefined;
  required?: boolean | undefined;
  /** Not as wide as the place allows. */
  short?: boolean | undefined;
  autocomplete?: string | undefined;
};

/** The id of a field's control, for error summaries: `fieldId('step')` → `f-step`. */
export function fieldId(name: string): string {
  return `f-${name}`;
}

/** One line of text. */
export function TextField({
  type = 'text',
  value,
  maxlength,
  inputmode,
  ...field
}: FieldProps & {
  type?: 'text' | 'search' | 'email' | 'tel' | 'number' | 'password' | undefined;
  value?: string | undefined;
  maxlength?: number | undefined;
  inputmode?: 'numeric' | 'decimal' | undefined;
}) {
  return (
    <FieldFrame {...field}>
      <input {...control(field)} type={type} value={value} maxlength={maxlength} inputmode={inputmode} />
    </FieldFrame>
  );
}

/** Several lines of text; `rows` lines high, and the reader may make it higher. */
export function TextArea({
  value,
  rows = 3,
  maxlength,
  ...field
}: FieldProps & { value?: string | undefined; rows?: number | undefined; maxlength?: number | undefined }) {
  return (
    <FieldFrame {...field}>
      <textarea {...control(field)} rows={rows} maxlength={maxlength}>
        {value}
      </textarea>
    </FieldFrame>
  );
}

/** A choice in a list: what is sent, and what is read. */
export type Option = { value: string; label: string };

/** One of a list. `options` in the order they are shown. */
export function SelectField({
  options,
  value,
  ...field
}: FieldProps & { options: readonly Option[]; value?: string | undefined }) {
  return (
    <FieldFrame {...field}>
      <select {...control(field)}>
        {options.map((option) => (
          <option value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

/** A day, sent as `YYYY-MM-DD`, with the browser's own calendar. `min` and `max` are days too. */
export function DateField({
  value,
  min,
  max,
  ...field
}: FieldProps & { value?: string | undefined; min?: string | undefined; max?: string | undefined }) {
  return (
    <FieldFrame {...field}>
      <input {...control(field)} type="date" value={value} min={min} max={max} />
    </FieldFrame>
  );
}

/** A file to send; the form must have `enctype="multipart/form-data"`. `accept` as ".csv,.xlsx". */
export function FileField({ accept, ...field }: FieldProps & { accept?: string | undefined }) {
  return (
    <FieldFrame {...field}>
      <input {...control(field)} type="file" accept={accept} />
    </FieldFrame>
  );
}

/** Two fields beside each other. */
export function FieldPair({ children }: { children: Child }) {
  return <div class="ff-2">{children}</div>;
}

/** Three short fields in a row; fewer beside each other on a narrow screen. */
export function FieldRow({ children }: { children: Child }) {
  return <div class="ff-2 ff-2--3">{children}</div>;
}

/** The message of one control, in red with an icon and the word "Fel:" for screen readers. */
export function FieldError({ id, message }: { id: string; message: string }) {
  const words = useWords();
  return (
    <p class="ff-error" id={id}>
      <Icon name="warning" />
      <span>
        <span class="ff-sr">{words.error} </span>
        {message}
      </span>
    </p>
  );
}

function FieldFrame({ children, ...field }: FieldProps & { children: Child }) {
  const id = field.id ?? fieldId(field.name);
  return (
    <div>
      <label class="ff-label" for={id}>
        {field.label}
        {field.note ? <span> {field.note}</span> : null}
      </label>
      {children}
      {field.error && <FieldError id={`${id}-error`} message={field.error} />}
      {field.help ? (
        <p class="ff-help" id={`${id}-help`}>
          {field.help}
        </p>
      ) : null}
    </div>
  );
}

function control({ name, id = fieldId(name), help, error, required, short, autocomplete }: FieldProps) {
  const described = classNames(error && `${id}-error`, Boolean(help) && `${id}-help`);
  return {
    class: classNames('ff-in', short && 'ff-in--short'),
    id,
    name,
    required,
    autocomplete,
    'aria-invalid': error ? ('true' as const) : undefined,
    'aria-describedby': described || undefined,
  };
}
