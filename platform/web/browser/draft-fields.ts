import type { DraftFields } from './draft-store.ts';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What a form holds that may be kept: never passwords or files, and not hidden fields, which belong to the server. */
export function readFields(form: HTMLFormElement): DraftFields {
  const fields: DraftFields = {};
  for (const control of kept(form)) {
    fields[control.name] ??= [];
    if (!isChoice(control) || control.checked) fields[control.name]?.push(control.value);
  }
  return fields;
}

/** Puts kept fields back. Fields the form no longer has are left out. */
export function writeFields(form: HTMLFormElement, fields: DraftFields): void {
  const used = new Map<string, number>();
  for (const control of kept(form)) {
    const values = fields[control.name];
    if (!values) continue;
    if (isChoice(control)) {
      control.checked = values.includes(control.value);
      continue;
    }
    const index = used.get(control.name) ?? 0;
    used.set(control.name, index + 1);
    control.value = values[index] ?? control.value;
  }
}

/** Whether two forms hold the same. */
export function sameFields(one: DraftFields, other: DraftFields): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function kept(form: HTMLFormElement): Control[] {
  return [...form.elements].filter((element): element is Control => {
    const control = element as Control;
    return (
      Boolean(control.name) && !['password', 'file', 'hidden', 'submit', 'button'].includes(control.type)
    );
  });
}

function isChoice(control: Control): control is HTMLInputElement {
  return control.type === 'checkbox' || control.type === 'radio';
}
