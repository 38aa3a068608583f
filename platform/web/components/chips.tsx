import type { Child } from 'hono/jsx';
import { classNames } from '../class-names.ts';
import { FieldError, fieldId } from './field.tsx';

/** One of the choices; `count` says how many it would show, in a filter. */
export type ChipOption = { value: string; label: string; count?: number | undefined };

/** A question with short answers to press. */
export type ChipsProps = {
  name: string;
  legend: Child;
  note?: Child;
  options: readonly ChipOption[];
  /** The chosen ones; with radio buttons at most one. */
  chosen?: readonly string[] | undefined;
  /** Several may be chosen: tick boxes in place of radio buttons. */
  many?: boolean | undefined;
  required?: boolean | undefined;
  error?: string | undefined;
  help?: Child;
  id?: string | undefined;
};

/** A `fieldset` of chips with visible radio buttons or tick boxes. */
export function Chips({ options, chosen = [], many, name, required, ...group }: ChipsProps) {
  const id = group.id ?? fieldId(name);
  return (
    <ChoiceFrame {...group} id={id} class="ff-chips">
      {options.map(({ value, label, count }, index) => (
        <label>
          <input
            type={many ? 'checkbox' : 'radio'}
            id={index === 0 ? id : undefined}
            name={name}
            value={value}
            checked={chosen.includes(value)}
            required={required && !many}
          />
          {label}
          {count === undefined ? null : <span>{count}</span>}
        </label>
      ))}
    </ChoiceFrame>
  );
}

/** A card: a bold line and what follows from choosing it. */
export type ChoiceOption = { value: string; label: Child; consequence?: Child };

/** One of a few ways, each with its consequence. */
export function Choice({
  options,
  chosen,
  name,
  required,
  ...group
}: Omit<ChipsProps, 'options' | 'chosen' | 'many'> & {
  options: readonly ChoiceOption[];
  chosen?: string | undefined;
}) {
  const id = group.id ?? fieldId(name);
  return (
    <ChoiceFrame {...group} id={id} class="ff-choice">
      {options.map(({ value, label, consequence }, index) => (
        <label>
          <input
            type="radio"
            id={index === 0 ? id : undefined}
            name={name}
            value={value}
            checked={value === chosen}
            required={required}
          />
          <span>
            <b>{label}</b>
            {consequence ? <small>{consequence}</small> : null}
          </span>
        </label>
      ))}
    </ChoiceFrame>
  );
}

type FrameProps = Pick<ChipsProps, 'legend' | 'note' | 'error' | 'help'> & {
  id: string;
  class: string;
  children: Child;
};

function ChoiceFrame({ legend, note, error, help, id, class: name, children }: FrameProps) {
  const described = classNames(error && `${id}-error`, Boolean(help) && `${id}-help`);
  return (
    <fieldset aria-describedby={described || undefined}>
      <legend class="ff-label">
        {legend}
        {note ? <span> {note}</span> : null}
      </legend>
      <div class={name}>{children}</div>
      {error && <FieldError id={`${id}-error`} message={error} />}
      {help ? (
        <p class="ff-help" id={`${id}-help`}>
          {help}
        </p>
      ) : null}
    </fieldset>
  );
}
