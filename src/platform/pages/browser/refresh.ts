/**
 * Forms that show what follows from what was typed: `<form data-refresh="#results">`. When a field changes, the form
 * is sent as its button would send it, and the named parts of the answer take the place of those of the page.
 * Without script the button does the same with the whole page.
 */

import { ask } from './ask.js';
import type { Said } from './carry-typed.js';
import { entriesOf, typedFields, type TypedField } from './typed-fields.js';

const PAUSE_MS = 350;

interface Refreshing {
  timer?: ReturnType<typeof setTimeout>;
  request?: AbortController;
}
const going = new WeakMap<HTMLFormElement, Refreshing>();

/**
 * Sends the form (with a button's name and value, when given) and takes its parts from the answer. Whether there was one;
 * where there was none, the page says why.
 */
export async function refresh(form: HTMLFormElement, button?: HTMLButtonElement): Promise<boolean> {
  const state = going.get(form) ?? {};
  going.set(form, state);
  clearTimeout(state.timer);
  state.request?.abort();
  const request = new AbortController();
  state.request = request;
  const parts = (form.dataset['refresh'] ?? '').split(',').map((part) => part.trim());
  for (const part of parts) document.querySelector(part)?.setAttribute('aria-busy', 'true');
  const before = typedFields(form).map((field): Said => [
    field,
    field.value,
    (field as HTMLInputElement).checked,
  ]);
  try {
    const { answer, trouble } = await ask(...requestOf(form, button, request.signal));
    // Whoever pressed a button sees the whole page, whoever types goes on.
    if (trouble === 'signed-out' || trouble === 'another') sendWhole(form, button);
    if (!answer) return false;
    if (answer.redirected) {
      location.assign(answer.url);
      return true;
    }
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const { carryTyped } = await import('./carry-typed.js');
    for (const part of parts) replace(part, page, before, carryTyped);
    document.dispatchEvent(new CustomEvent('refreshed', { detail: { form, parts } }));
    return true;
  } finally {
    if (state.request === request) {
      for (const part of parts) document.querySelector(part)?.removeAttribute('aria-busy');
    }
  }
}

/** Sends the form as if there were no script. */
function sendWhole(form: HTMLFormElement, button: HTMLButtonElement | undefined): void {
  if (!button || form.method === 'get') return;
  const pressed = document.createElement('input');
  Object.assign(pressed, { type: 'hidden', name: button.name, value: button.value });
  if (button.name) form.append(pressed);
  form.action = button.getAttribute('formaction') ?? form.action;
  form.submit();
}

function requestOf(
  form: HTMLFormElement,
  button: HTMLButtonElement | undefined,
  signal: AbortSignal,
): [url: string, init: RequestInit] {
  const fields = new URLSearchParams(entriesOf(form));
  const chosen = button ?? form.querySelector<HTMLButtonElement>('button[data-refreshes]') ?? undefined;
  if (chosen?.name) fields.append(chosen.name, chosen.value);
  const headers = { accept: 'text/html' };
  const target = chosen?.getAttribute('formaction') ?? form.getAttribute('action') ?? location.href;
  if (form.method === 'get') {
    const url = new URL(target, location.href);
    url.search = fields.toString();
    history.replaceState(null, '', url);
    return [url.href, { headers, signal }];
  }
  return [target, { method: 'POST', body: fields, headers, signal }];
}

/** Puts a part of another page in place of this page's, and the focus back to where it was. */
function replace(
  part: string,
  page: Document,
  before: Said[],
  carry: (old: Element, fresh: Element, before: Said[]) => void,
): void {
  const [old, fresh] = [document.querySelector(part), page.querySelector(part)];
  if (!old || !fresh) return;
  const focused = document.activeElement;
  const id = focused && old.contains(focused) ? focused.id : '';
  carry(old, fresh, before);
  old.replaceWith(document.adoptNode(fresh));
  if (id) document.getElementById(id)?.focus();
}

function changed(event: Event): void {
  const field = event.target;
  if (!(field instanceof HTMLElement)) return;
  const form = field.closest<HTMLFormElement>('form[data-refresh]');
  if (!form || field.closest('[data-still]')) return;
  // A date is asked for once it can be read, or once it was typed to its end.
  if (event.type === 'input' && field.hasAttribute('data-unread')) return;
  refreshSoon(form);
}

function refreshSoon(form: HTMLFormElement): void {
  const state = going.get(form) ?? {};
  going.set(form, state);
  clearTimeout(state.timer);
  state.timer = setTimeout(() => void refresh(form), PAUSE_MS);
}

/** Whether a field says something else than the page that it came with. */
const isChanged = (field: TypedField): boolean => {
  if (field instanceof HTMLSelectElement) {
    const given = [...field.options].filter(({ defaultSelected }) => defaultSelected);
    return given.length > 0 ? !given.every(({ selected }) => selected) : field.selectedIndex > 0;
  }
  if (field instanceof HTMLInputElement && ['checkbox', 'radio'].includes(field.type)) {
    return field.checked !== field.defaultChecked;
  }
  return field.value !== field.defaultValue;
};

document.addEventListener('input', changed);
document.addEventListener('change', changed);
// What was typed while this script was on its way told nobody of it.
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-refresh]')) {
  if (typedFields(form).some((field) => !field.closest('[data-still]') && isChanged(field)))
    refreshSoon(form);
}
