/** Comforts of every page; without this module each page works all the same. */
import { settleDevice } from './device.js';
import { pagePerson } from './device-person.js';
import { countWaiting } from './device-queue.js';
import { tellNoTrouble, tellTrouble } from './line-news.js';
import { hearQueue } from './queue-news.js';
import { isKept } from './typed-fields.js';

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

/** After this long, a page that did not come is not waited for: the form may be sent again, and is done once all the same. */
const WAITED_MS = 20_000;

/** Awaits the next page, and lets a form be sent once only. Without a line it stays as it is. */
function sending(event: SubmitEvent): void {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || event.defaultPrevented) return;
  if (form.method !== 'get' && form.dataset['sent'] !== undefined) {
    event.preventDefault();
    return;
  }
  if (!navigator.onLine) {
    event.preventDefault();
    tellTrouble('no-line', form.method === 'get' ? 'refresh' : 'send');
    return;
  }
  tellNoTrouble();
  form.dataset['sent'] = '';
  showProgress();
  setTimeout(hideProgress, WAITED_MS);
}

/** By the Escape key, or by the browser's own button where the browser tells. */
function stopped(event: KeyboardEvent): void {
  if (event.key === 'Escape') hideProgress();
}

/** The part of the Navigation API that is used here; not every browser has it. */
interface Navigation {
  addEventListener(kind: 'navigate', listener: (event: { signal: AbortSignal }) => void): void;
}

function watchNavigation(): void {
  const { navigation } = globalThis as { navigation?: Navigation };
  navigation?.addEventListener('navigate', ({ signal }) => signal.addEventListener('abort', hideProgress));
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

/** What this device has not sent yet is counted and sent from every page; what does it is read only where it is needed. */
async function lookForUnsent(person: string): Promise<void> {
  // A page where some are entered watches by its own module.
  if (document.querySelector('[data-enters]')) return;
  const watch = (): void => {
    if (!navigator.onLine) return window.addEventListener('online', watch, { once: true });
    void import('./unsent.js').then(({ watchUnsent }) => watchUnsent(person)).catch(() => undefined);
  };
  hearQueue(person, watch);
  if ((await countWaiting(person)) > 0) watch();
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

let fields: 'asked' | 'ready' | undefined;

/** Fields of dates and clock times get their comfort once somebody comes near one; an early press is made again. */
function comfortFields({ type, target }: Event): void {
  const near = target instanceof Element && target.closest('.calendar-field') !== null;
  if (!near || fields === 'ready') return;
  const button = target.closest<HTMLElement>('[data-chooses]');
  if (fields === 'asked' && (type !== 'click' || !button)) return;
  fields = 'asked';
  void import('./calendar-fields.js').then(() => {
    fields = 'ready';
    if (type === 'click') button?.click();
  });
}

document.documentElement.classList.add('has-choosers');
for (const kind of ['focusin', 'pointerover', 'click']) document.addEventListener(kind, comfortFields);
document.addEventListener('submit', signingOut);
document.addEventListener('keydown', searchByKey);
document.addEventListener('keydown', closeMenus);
document.addEventListener('click', closeMenus);
document.addEventListener('click', leaving);
window.addEventListener('submit', sending);
window.addEventListener('pageshow', hideProgress);
window.addEventListener('online', tellNoTrouble);
document.addEventListener('keydown', stopped);
watchNavigation();
// What keeps forms is read by pages that have one worth keeping.
if ([...document.querySelectorAll<HTMLFormElement>('form[data-keep]')].some(isKept)) void import('./keep.js');
if (document.querySelector('[data-two-versions]')) void import('./both-versions.js');
// A browser that forbids its stores keeps nothing.
void settleDevice().catch(() => undefined);
if (pagePerson) void lookForUnsent(pagePerson).catch(() => undefined);
