/**
 * Boxes drawn on a photo by mouse, finger or keys. They are the numbers of the form: each box has its row, and a number that
 * is typed moves its box. Without this module the numbers are typed.
 */
import { between, inside, movedBy, resizedBy, SMALLEST, type Box } from './blur-geometry.js';

const names = ['x', 'y', 'width', 'height'] as const;
/** Per cent that a key moves. */
const STEP = 1;
/** Per cent of a box that a button adds. */
const NEW_BOX: Box = { x: 40, y: 35, width: 20, height: 30 };

const stage = document.querySelector<HTMLElement>('[data-stage]');
const list = document.querySelector<HTMLElement>('[data-rows-of-boxes]');
const news = document.querySelector('#samarkan-kabar');
const drawn = new Map<HTMLElement, HTMLElement>();

const say = (text: string): void => {
  if (news) news.textContent = text;
};
const rows = (): HTMLElement[] => [...(list?.querySelectorAll<HTMLElement>('[data-box-row]') ?? [])];
const numberIn = (row: HTMLElement, name: string): HTMLInputElement | null =>
  row.querySelector<HTMLInputElement>(`input[name^="${name}-"]`);

function boxOf(row: HTMLElement): Box | null {
  const [x, y, width, height] = names.map((name) => numberIn(row, name)?.valueAsNumber ?? Number.NaN);
  if (x === undefined || y === undefined || width === undefined || height === undefined) return null;
  return [x, y, width, height].every((value) => Number.isFinite(value)) && width > 0 && height > 0
    ? { x, y, width, height }
    : null;
}

const isEmpty = (row: HTMLElement): boolean =>
  names.every((name) => (numberIn(row, name)?.value ?? '') === '');

function write(row: HTMLElement, box: Box | null): void {
  for (const name of names) {
    const input = numberIn(row, name);
    if (input) input.value = box ? String(box[name]) : '';
  }
  // What is written by a script is kept on the device like what is typed.
  numberIn(row, 'x')?.dispatchEvent(new Event('input', { bubbles: true }));
}

/** A row that says nothing; a new one where all say something. Null once there are as many as there may be. */
function freeRow(): HTMLElement | null {
  const free = rows().find(isEmpty);
  if (free) return free;
  const last = rows().at(-1);
  if (!last || !list || rows().length >= Number(list.dataset['most'])) return null;
  const row = last.cloneNode(true) as HTMLElement;
  const number = rows().length + 1;
  const legend = row.querySelector('legend');
  if (legend) legend.textContent = `Kotak ${number}`;
  for (const name of names) {
    const input = numberIn(row, name);
    if (input) Object.assign(input, { name: `${name}-${number}`, value: '' });
  }
  list.append(row);
  return row;
}

const wordsOf = ({ x, y, width, height }: Box): string =>
  `${Math.round(x)}% dari kiri, ${Math.round(y)}% dari atas, lebar ${Math.round(width)}%, tinggi ${Math.round(height)}%`;

/** The box on the photo as its row says. */
function draw(row: HTMLElement): HTMLElement | null {
  const box = boxOf(row);
  const standing = drawn.get(row);
  if (!box || !stage) {
    standing?.remove();
    drawn.delete(row);
    return null;
  }
  const element = standing ?? made(row);
  const shown = inside(box);
  const number = rows().indexOf(row) + 1;
  element.style.left = `${shown.x}%`;
  element.style.top = `${shown.y}%`;
  element.style.width = `${shown.width}%`;
  element.style.height = `${shown.height}%`;
  element.setAttribute('aria-label', `Kotak ${number}: ${wordsOf(shown)}`);
  const label = element.querySelector('.blur-number');
  if (label) label.textContent = String(number);
  return element;
}

function made(row: HTMLElement): HTMLElement {
  const element = document.createElement('div');
  element.className = 'blur-box';
  element.tabIndex = 0;
  element.setAttribute('role', 'group');
  element.setAttribute('aria-describedby', 'cara-samarkan');
  for (const name of ['blur-number', 'blur-corner']) {
    const part = document.createElement('span');
    part.className = name;
    part.setAttribute('aria-hidden', 'true');
    element.append(part);
  }
  element.addEventListener('keydown', (event) => pressed(event, row));
  drawn.set(row, element);
  stage?.append(element);
  return element;
}

function put(row: HTMLElement, box: Box | null): void {
  write(row, box);
  draw(row);
}

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

function pressed(event: KeyboardEvent, row: HTMLElement): void {
  const box = boxOf(row);
  if (!box) return;
  if (event.key === 'Delete' || event.key === 'Backspace') {
    event.preventDefault();
    put(row, null);
    say('Kotak dihapus.');
    document.querySelector<HTMLElement>('[data-add-box]')?.focus();
    return;
  }
  const [dx, dy] = directions[event.key] ?? [];
  if (dx === undefined || dy === undefined) return;
  event.preventDefault();
  const next = event.shiftKey ? resizedBy(box, dx, dy) : movedBy(box, dx, dy);
  put(row, next);
  say(wordsOf(next));
}

/** Where a pointer is, in per cent of the photo. */
function placeOf(event: PointerEvent, on: HTMLElement): [number, number] {
  const { left, top, width, height } = on.getBoundingClientRect();
  return [((event.clientX - left) / width) * 100, ((event.clientY - top) / height) * 100];
}

/** Follows a pointer until it is let go. */
function follow(
  event: PointerEvent,
  on: HTMLElement,
  onMove: (place: [number, number]) => void,
  onEnd?: () => void,
): void {
  event.preventDefault();
  on.setPointerCapture(event.pointerId);
  const ends = new AbortController();
  const { signal } = ends;
  on.addEventListener('pointermove', (moved) => onMove(placeOf(moved, on)), { signal });
  for (const name of ['pointerup', 'pointercancel'] as const) {
    on.addEventListener(
      name,
      () => {
        ends.abort();
        onEnd?.();
      },
      { signal },
    );
  }
}

function began(event: PointerEvent, on: HTMLElement): void {
  if (event.button !== 0 || !(event.target instanceof Element)) return;
  const from = placeOf(event, on);
  const element = event.target.closest<HTMLElement>('.blur-box');
  const known = [...drawn].find(([, each]) => each === element)?.[0];
  const box = known && boxOf(known);
  if (known && box) {
    const change = event.target.classList.contains('blur-corner') ? resizedBy : movedBy;
    follow(event, on, ([x, y]) => put(known, change(box, x - from[0], y - from[1])));
    element?.focus();
    return;
  }
  const row = freeRow();
  if (!row) return say('Jumlah kotak sudah paling banyak.');
  const drawTo = (to: [number, number]): void => put(row, between(from, to));
  follow(event, on, drawTo, () => {
    const made = boxOf(row);
    // A tap draws nothing.
    if (made && made.width <= SMALLEST && made.height <= SMALLEST) put(row, null);
    else drawn.get(row)?.focus();
  });
}

if (stage && list) {
  document.querySelector<HTMLElement>('[data-drawing]')?.removeAttribute('hidden');
  stage.classList.add('blur-drawing');
  document.querySelector('[data-numbers]')?.removeAttribute('open');
  stage.addEventListener('pointerdown', (event) => began(event, stage));
  document.querySelector('[data-add-box]')?.addEventListener('click', () => {
    const row = freeRow();
    if (!row) return say('Jumlah kotak sudah paling banyak.');
    put(row, NEW_BOX);
    drawn.get(row)?.focus();
  });
  list.addEventListener('input', ({ target }) => {
    const row = target instanceof Element ? target.closest<HTMLElement>('[data-box-row]') : null;
    if (row) draw(row);
  });
  for (const row of rows()) draw(row);
}
