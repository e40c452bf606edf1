import { parse, type HTMLElement } from 'node-html-parser';

/** A control of a form that somebody can fill. */
export interface FormField {
  name: string;
  /** The input's type, or `textarea` or `select`. */
  kind: string;
  /** What it holds as the page comes; of a box, what is sent when it is ticked. */
  value: string;
  /** Values to choose from. */
  options: readonly string[];
  isTicked: boolean;
  attributes: Readonly<Record<string, string>>;
}

/** A button that sends a form, with the pair it adds and the address it sends to. */
export interface FormButton {
  label: string;
  pair: readonly [name: string, value: string] | null;
  action: string;
}

/** A form as a browser sees it. */
export interface PageForm {
  method: 'get' | 'post';
  action: string;
  isMultipart: boolean;
  /** Asks for something new: what is stored of it cannot be typed there. */
  asks: boolean;
  /** Whether the device keeps what is typed. */
  isKept: boolean;
  hidden: readonly (readonly [name: string, value: string])[];
  fields: readonly FormField[];
  buttons: readonly FormButton[];
}

/** The forms of a page with all that belongs to them, wherever it stands (HTML, section 4.10.18.3). */
export function formsOf(html: string, path: string): PageForm[] {
  const page = parse(html);
  return page.querySelectorAll('form').map((form) => formOf(page, form, path));
}

function formOf(page: HTMLElement, form: HTMLElement, path: string): PageForm {
  const action = form.getAttribute('action') || path;
  const id = form.getAttribute('id');
  const inside = form.querySelectorAll('input, textarea, select, button');
  const controls = [
    ...inside.filter((control) => control.getAttribute('form') === undefined),
    ...(id ? page.querySelectorAll(`[form="${id}"]`) : []),
  ].filter((control) => !control.hasAttribute('disabled'));
  const typeOf = (control: HTMLElement) => control.getAttribute('type') ?? 'text';
  const inputs = controls.filter((control) => control.tagName !== 'BUTTON' && control.getAttribute('name'));
  const isHidden = (control: HTMLElement) => control.tagName === 'INPUT' && typeOf(control) === 'hidden';
  return {
    method: form.getAttribute('method')?.toLowerCase() === 'post' ? 'post' : 'get',
    action,
    asks: form.hasAttribute('data-asks'),
    isKept: form.hasAttribute('data-keep'),
    isMultipart: form.getAttribute('enctype') === 'multipart/form-data',
    hidden: inputs
      .filter(isHidden)
      .map((input) => [input.getAttribute('name') ?? '', input.getAttribute('value') ?? ''] as const),
    fields: inputs.filter((input) => !isHidden(input)).map(fieldOf),
    buttons: controls
      .filter((control) => control.tagName === 'BUTTON' && typeOf(control) !== 'button')
      .map((button) => buttonOf(button, action)),
  };
}

function fieldOf(control: HTMLElement): FormField {
  const kind = control.tagName === 'INPUT' ? (control.getAttribute('type') ?? 'text') : control.tagName;
  const options = control.querySelectorAll('option');
  const chosen = options.find((option) => option.hasAttribute('selected')) ?? options[0];
  const written = control.tagName === 'TEXTAREA' ? control.textContent : control.getAttribute('value');
  return {
    name: control.getAttribute('name') ?? '',
    kind: kind.toLowerCase(),
    value: (options.length > 0 ? chosen?.getAttribute('value') : written) ?? '',
    options: options.map((option) => option.getAttribute('value') ?? option.textContent),
    isTicked: control.hasAttribute('checked'),
    attributes: control.attributes,
  };
}

function buttonOf(button: HTMLElement, action: string): FormButton {
  const name = button.getAttribute('name');
  return {
    label: button.textContent.trim(),
    pair: name ? [name, button.getAttribute('value') ?? ''] : null,
    action: button.getAttribute('formaction') ?? action,
  };
}
