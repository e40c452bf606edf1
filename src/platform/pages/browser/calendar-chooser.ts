/**
 * The dialog in which a date, month or clock time is chosen: the pattern of WAI-ARIA for a date picker, in Indonesian and
 * with the week beginning on Monday, by keyboard, mouse and touch.
 */
import type { CalendarKind } from '../../text/typed-values.js';
import { openingAt, sheets, type Cell } from './calendar-sheets.js';
import { fill, valueOf } from './calendar-values.js';

interface Chooser {
  kind: CalendarKind;
  field: HTMLInputElement;
  dialog: HTMLDialogElement;
  grid: HTMLTableElement;
  title: HTMLElement;
  /** What the field holds; null for nothing. */
  chosen: string | null;
  today: string;
  /** What the keys are at. */
  at: string;
}

/** The device's own date, for pages that do not say the reader's. */
function deviceToday(): string {
  const now = new Date();
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

/** Opens the chooser of a field; the button that asked for it names it, and has the focus again afterwards. */
export function choose(kind: CalendarKind, field: HTMLInputElement, button: HTMLElement): void {
  // A second press while this module was on its way.
  if (document.querySelector('dialog.chooser')) return;
  const chosen = valueOf(field)?.value ?? null;
  const { earliest, latest, today = deviceToday() } = field.dataset;
  const nearest = earliest !== undefined && today < earliest ? earliest : today;
  const at = openingAt(kind, chosen, latest !== undefined && nearest > latest ? latest : nearest);
  const chooser: Chooser = {
    ...{ kind, field, chosen, today, at },
    dialog: document.createElement('dialog'),
    grid: document.createElement('table'),
    title: document.createElement('h2'),
  };
  build(chooser, button.textContent.trim());
  document.body.append(chooser.dialog);
  chooser.dialog.showModal();
  show(chooser);
}

function build(chooser: Chooser, name: string): void {
  const { dialog, grid, title, kind } = chooser;
  dialog.className = `chooser chooser-${kind}`;
  dialog.setAttribute('aria-label', name);
  Object.assign(title, { id: 'chooser-title', className: 'chooser-title' });
  title.setAttribute('aria-live', 'polite');
  grid.setAttribute('role', 'grid');
  grid.setAttribute('aria-labelledby', title.id);
  const frame = part('div', 'chooser-frame');
  frame.append(headOf(chooser), grid, footOf(chooser));
  dialog.append(frame);
  grid.addEventListener('click', ({ target }) => {
    const cell = target instanceof Element ? target.closest<HTMLElement>('td[data-value]') : null;
    if (cell) take(chooser, cell);
  });
  grid.addEventListener('keydown', (event) => pressed(chooser, event));
  // The frame covers the dialog: what is pressed outside of it is the backdrop.
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) leave(dialog);
  });
  // At once: a dialog that is still there keeps the next from opening.
  dialog.addEventListener('cancel', () => leave(dialog));
}

/** Closes the dialog, which gives the focus back, and forgets it. */
function leave(dialog: HTMLDialogElement): void {
  dialog.close();
  dialog.remove();
}

function part(tag: string, className: string, ...inside: (Node | string)[]): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  element.append(...inside);
  return element;
}

function buttonOf(words: string, className: string, press: () => void): HTMLElement {
  const button = part('button', className, words);
  button.setAttribute('type', 'button');
  button.addEventListener('click', press);
  return button;
}

function headOf(chooser: Chooser): HTMLElement {
  const { turns } = sheets[chooser.kind];
  const turn = (key: string, words: string, sign: string): HTMLElement => {
    const button = buttonOf(sign, 'btn btn-icon', () => go(chooser, key, false));
    button.setAttribute('aria-label', words);
    return button;
  };
  const head = part('div', 'chooser-head', chooser.title);
  if (turns) {
    head.prepend(turn('PageUp', turns[0], '‹'));
    head.append(turn('PageDown', turns[1], '›'));
  }
  return head;
}

const nowWords: Readonly<Record<CalendarKind, string | null>> = {
  date: 'Hari ini',
  month: 'Bulan ini',
  time: null,
};

function footOf(chooser: Chooser): HTMLElement {
  const { kind, today, dialog } = chooser;
  const words = nowWords[kind];
  const foot = part('div', 'chooser-foot');
  if (words !== null) {
    foot.append(
      buttonOf(words, 'btn', () => {
        chooser.at = openingAt(kind, null, today);
        show(chooser);
      }),
    );
  }
  foot.append(buttonOf('Tutup', 'btn', () => leave(dialog)));
  return foot;
}

/** Shows the sheet that the keys are in, with the focus where they are. */
function show(chooser: Chooser, takesFocus = true): void {
  const { kind, at, grid, title } = chooser;
  const { title: words, heads, rows } = sheets[kind].sheet(at);
  if (title.textContent !== words) title.textContent = words;
  const body = document.createElement('tbody');
  for (const row of rows) {
    const line = document.createElement('tr');
    line.append(...row.map((cell) => (cell ? cellOf(chooser, cell) : document.createElement('td'))));
    body.append(line);
  }
  grid.replaceChildren(...(heads.length > 0 ? [headsOf(heads)] : []), body);
  const here = grid.querySelector<HTMLElement>('[tabindex="0"]');
  if (takesFocus) here?.focus();
  here?.scrollIntoView({ block: 'nearest' });
}

function headsOf(heads: readonly { text: string; label: string }[]): HTMLElement {
  const line = document.createElement('tr');
  for (const { text, label } of heads) {
    const head = part('th', '', text);
    head.setAttribute('scope', 'col');
    head.setAttribute('abbr', label);
    line.append(head);
  }
  const element = document.createElement('thead');
  element.append(line);
  return element;
}

function cellOf({ kind, at, chosen, today, field }: Chooser, { value, text, label }: Cell): HTMLElement {
  const cell = part('td', 'chooser-cell', text);
  const { earliest = '', latest = value } = field.dataset;
  const isNow = kind !== 'time' && value === today.slice(0, value.length);
  cell.dataset['value'] = value;
  cell.tabIndex = value === at ? 0 : -1;
  cell.setAttribute('role', 'gridcell');
  cell.setAttribute('aria-label', label);
  cell.setAttribute('aria-selected', String(value === chosen));
  if (isNow) cell.setAttribute('aria-current', 'date');
  if (value < earliest || value > latest) cell.setAttribute('aria-disabled', 'true');
  return cell;
}

function pressed(chooser: Chooser, event: KeyboardEvent): void {
  const { key, shiftKey, ctrlKey, metaKey, altKey, target } = event;
  if (ctrlKey || metaKey || altKey) return;
  if (key === 'Enter' || key === ' ') {
    event.preventDefault();
    if (target instanceof HTMLElement) take(chooser, target);
    return;
  }
  if (/^(?:Arrow|Page|Home$|End$)/.test(key)) {
    event.preventDefault();
    go(chooser, key, shiftKey);
  }
}

/** Moves as a key says; a button that turns the sheet keeps the focus. */
function go(chooser: Chooser, key: string, isFar: boolean): void {
  const { kind, at, grid } = chooser;
  const next = sheets[kind].move(at, key, isFar);
  if (next === null) return;
  chooser.at = next;
  show(chooser, grid.contains(document.activeElement));
}

function take({ field, dialog }: Chooser, cell: HTMLElement): void {
  const { value } = cell.dataset;
  if (value === undefined || cell.getAttribute('aria-disabled') === 'true') return;
  leave(dialog);
  fill(field, value);
}
