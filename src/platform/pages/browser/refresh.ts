/**
 * Forms that show what follows from what was typed: `<form data-refresh="#results">`. When a field changes, the form
 * is sent as its button would send it, and the named parts of the answer take the place of those of the page.
 * Without script the button does the same with the whole page.
 */

const PAUSE_MS = 350;

interface Refreshing {
  timer?: ReturnType<typeof setTimeout>;
  request?: AbortController;
}
const going = new WeakMap<HTMLFormElement, Refreshing>();

/** Sends the form (with a button's name and value, when given) and takes its parts from the answer. */
export async function refresh(form: HTMLFormElement, button?: HTMLButtonElement): Promise<void> {
  const state = going.get(form) ?? {};
  going.set(form, state);
  clearTimeout(state.timer);
  state.request?.abort();
  const request = new AbortController();
  state.request = request;
  const parts = (form.dataset['refresh'] ?? '').split(',').map((part) => part.trim());
  for (const part of parts) document.querySelector(part)?.setAttribute('aria-busy', 'true');
  try {
    const answer = await fetch(...requestOf(form, button, request.signal));
    if (answer.redirected) return location.assign(answer.url);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    // Signed out, or somebody else signed in: whoever pressed a button sees the whole page, whoever types goes on.
    if (page.querySelector('[data-form-refused]')) return sendWhole(form, button);
    for (const part of parts) replace(part, page);
    document.dispatchEvent(new CustomEvent('refreshed', { detail: { form, parts } }));
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'AbortError')) throw error;
  } finally {
    if (state.request === request) {
      for (const part of parts) document.querySelector(part)?.removeAttribute('aria-busy');
    }
  }
}

/** Sends the form as if there were no script. */
function sendWhole(form: HTMLFormElement, button: HTMLButtonElement | undefined): void {
  if (!button) return;
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
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value);
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
function replace(part: string, page: Document): void {
  const [old, fresh] = [document.querySelector(part), page.querySelector(part)];
  if (!old || !fresh) return;
  const focused = document.activeElement;
  const id = focused && old.contains(focused) ? focused.id : '';
  old.replaceWith(document.adoptNode(fresh));
  if (id) document.getElementById(id)?.focus();
}

function changed(event: Event): void {
  const field = event.target;
  if (!(field instanceof HTMLElement)) return;
  const form = field.closest<HTMLFormElement>('form[data-refresh]');
  if (!form || field.closest('[data-still]')) return;
  const state = going.get(form) ?? {};
  going.set(form, state);
  clearTimeout(state.timer);
  state.timer = setTimeout(() => void refresh(form), PAUSE_MS);
}

document.addEventListener('input', changed);
document.addEventListener('change', changed);
