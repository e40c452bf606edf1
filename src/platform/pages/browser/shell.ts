/** Comforts of every page; without this module each page works all the same. */
import { settleDevice } from './device.js';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null;

function searchByKey(event: KeyboardEvent): void {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const search = document.querySelector<HTMLInputElement>('.site-search input');
  if (!search) return;
  event.preventDefault();
  search.focus();
  search.select();
}

const SHOWN_AFTER_MS = 400;
let waiting: ReturnType<typeof setTimeout> | undefined;

/** A line at the top of the page while the next one is awaited. */
function showProgress(): void {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    const line = document.createElement('div');
    line.className = 'progress-line';
    line.setAttribute('role', 'progressbar');
    line.setAttribute('aria-label', 'Sedang memuat');
    document.body.append(line);
  }, SHOWN_AFTER_MS);
}

function hideProgress(): void {
  clearTimeout(waiting);
  for (const line of document.querySelectorAll('.progress-line')) line.remove();
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-sent]'))
    delete form.dataset['sent'];
}

/** Awaits the next page, and lets a form be sent once only. */
function sending(event: SubmitEvent): void {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || event.defaultPrevented) return;
  if (form.method !== 'get' && form.dataset['sent'] !== undefined) {
    event.preventDefault();
    return;
  }
  form.dataset['sent'] = '';
  showProgress();
}

function leaving(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (
    !link ||
    event.defaultPrevented ||
    event.button !== 0 ||
    event.ctrlKey ||
    event.metaKey ||
    event.shiftKey
  )
    return;
  const isPage = link.origin === location.origin && link.target === '' && !link.hasAttribute('download');
  const isHere = link.pathname === location.pathname && link.search === location.search;
  if (isPage && !isHere && !/^\/(?:api|feeds)\//.test(link.pathname)) showProgress();
}

/** A device that keeps something asks before its person leaves; what asks is read only then. */
function signingOut(event: SubmitEvent): void {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.getAttribute('action') !== '/keluar') return;
  event.preventDefault();
  import('./sign-out.js').then(
    ({ signOut }) => signOut(form),
    () => form.submit(),
  );
}

/** Menus made of `<details class="menu">` close like menus: by Escape, and when something else is touched. */
function closeMenus(event: Event): void {
  const isEscape = event instanceof KeyboardEvent && event.key === 'Escape';
  if (event instanceof KeyboardEvent && !isEscape) return;
  for (const menu of document.querySelectorAll<HTMLDetailsElement>('details.menu[open]')) {
    if (isEscape || !menu.contains(event.target as Node)) {
      menu.open = false;
      if (isEscape) menu.querySelector('summary')?.focus();
    }
  }
}

document.addEventListener('submit', signingOut);
document.addEventListener('keydown', searchByKey);
document.addEventListener('keydown', closeMenus);
document.addEventListener('click', closeMenus);
document.addEventListener('click', leaving);
window.addEventListener('submit', sending);
window.addEventListener('pageshow', hideProgress);
// A browser that forbids its stores keeps nothing.
void settleDevice().catch(() => undefined);
