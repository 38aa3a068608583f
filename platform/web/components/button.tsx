import type { Child } from 'hono/jsx';
import { classNames } from '../class-names.ts';
import { Icon, type IconName } from './icons.tsx';

/** How a button looks: primary (at most one a page), 2 outlined, 3 as text. */
export type ButtonKind = 'primary' | '2' | '3';

type Common = {
  children: Child;
  kind?: ButtonKind | undefined;
  icon?: IconName | undefined;
  small?: boolean | undefined;
  wide?: boolean | undefined;
};

/** A button of a form. `name` and `value` say which of several buttons was pressed. */
export type ButtonProps = Common & {
  type?: 'submit' | 'button' | undefined;
  name?: string | undefined;
  value?: string | undefined;
  formaction?: string | undefined;
  form?: string | undefined;
};

/** A button that submits its form (or `type="button"` for scripts that only help). */
export function Button({
  children,
  icon,
  type = 'submit',
  name,
  value,
  formaction,
  form,
  ...look
}: ButtonProps) {
  return (
    <button
      class={buttonClass(look)}
      type={type}
      name={name}
      value={value}
      formaction={formaction}
      form={form}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

/** A link that looks like a button. */
export function LinkButton({ children, icon, href, ...look }: Common & { href: string }) {
  return (
    <a class={buttonClass(look)} href={href}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  );
}

/**
 * A closed button with the reason in words beside it, for example "Knappen öppnas när 1 sak är klar: …". It keeps its
 * place in the tab order and does nothing. `id` must be unique on the page.
 */
export function ClosedButton({ children, because, id, ...look }: Common & { because: Child; id: string }) {
  return (
    <>
      <button class={buttonClass(look)} type="button" aria-disabled="true" aria-describedby={id}>
        <Icon name="lock" />
        {children}
      </button>
      <span class="ff-help" id={id}>
        {because}
      </span>
    </>
  );
}

/** Buttons in a row. */
export function Actions({ children }: { children: Child }) {
  return <div class="ff-acts">{children}</div>;
}

function buttonClass({ kind = 'primary', small, wide }: Omit<Common, 'children'>): string {
  return classNames(
    'ff-btn',
    kind !== 'primary' && `ff-btn--${kind}`,
    small && 'ff-btn--sm',
    wide && 'ff-btn--wide',
  );
}
