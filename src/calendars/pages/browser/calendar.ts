/**
 * Puts a calendar in place of the list of a month. It counts in the reader's wall clock, given to the library as if
 * it were UTC: Indonesia's zones never change their offset. A visit that is dragged is moved only after a dialog.
 */
import type { CalendarApi, CalendarOptions, EventApi, EventInput } from '@fullcalendar/core';
import { ask as askServer } from '../../../platform/pages/browser/ask.js';
import { entriesOf } from '../../../platform/pages/browser/typed-fields.js';
import type { ShownDay, ShownDayOfMany, ShownEvent, ShownPeriod } from '../shown-calendar.js';
import { shownHours } from './shown-hours.js';

/** What the package for dragging adds to the options. */
interface Dragging {
  eventDrop(moved: { event: EventApi; revert: () => void }): void;
  eventResize(moved: { event: EventApi; revert: () => void }): void;
}
declare const FullCalendar: {
  Calendar: new (place: HTMLElement, options: CalendarOptions & Dragging) => CalendarApi & { render(): void };
};

/** What is kept of a visit beside its title and time. */
type Kept = Omit<ShownEvent, 'id' | 'title' | 'url' | 'start' | 'end'>;

const byId = (id: string): HTMLElement => document.getElementById(id) as HTMLElement;
const [place, list, dialog, news, note] = [
  byId('kalender'),
  byId('kalender-daftar'),
  byId('kalender-tanya') as HTMLDialogElement,
  byId('kalender-kabar'),
  byId('kalender-catatan'),
];
const offset = Number(place.dataset['offset']);
const MINUTE = 60_000;
const wallClock = (instant: number): string => new Date(instant + offset * MINUTE).toISOString().slice(0, 19);
const instantOf = (wall: Date): string => new Date(wall.getTime() - offset * MINUTE).toISOString();

function tell(words: string): void {
  news.textContent = words;
  news.hidden = false;
}

function inputOf({ id, title, url, start, end, ...shown }: ShownEvent): EventInput {
  return {
    id,
    title,
    url,
    start: wallClock(Date.parse(start)),
    end: wallClock(Date.parse(end)),
    editable: shown.movable,
    classNames: [`calendar-${shown.colour}`, ...(shown.proposed ? ['calendar-proposed'] : [])],
    extendedProps: shown,
  };
}

const filters = byId('kalender-saringan') as HTMLFormElement;
const isList = (): boolean => calendar.view.type.startsWith('list');

/** A list has no grounds to colour: there, a day that has a name is a line. */
function dayInputs(days: ShownDay[]): EventInput[] {
  const shown = isList() ? days.filter(({ weekly }) => !weekly) : days;
  return shown.map(({ date, name, weekly }) => ({
    start: date,
    title: name,
    display: isList() ? 'block' : 'background',
    allDay: true,
    classNames: [weekly ? 'calendar-closed-weekly' : 'calendar-closed'],
  }));
}

async function load(from: Date, last: Date): Promise<EventInput[]> {
  const asked = new URLSearchParams(entriesOf(filters));
  asked.set('dari', from.toISOString().slice(0, 10));
  asked.set('sampai', last.toISOString().slice(0, 10));
  const { answer } = await askServer(`/kalender/acara?${asked.toString()}`);
  // Where there is none, the page says why.
  if (!answer) throw new Error('Events: no answer');
  if (!answer.ok) {
    tell('Kunjungan tidak dapat dimuat. Muat ulang lalu coba lagi.');
    throw new Error(`Events: ${answer.status}`);
  }
  const period = (await answer.json()) as ShownPeriod;
  showLines(period.lines);
  showHours(period.events);
  showNote(period);
  return [...period.events.map(inputOf), ...period.manyByDay.map(inputOfMany), ...dayInputs(period.days)];
}

const inputOfMany = ({ date, title, url }: ShownDayOfMany): EventInput => ({
  start: date,
  title,
  url,
  allDay: true,
  classNames: ['calendar-many'],
});

/** Tells what holds for the period that is shown; what lasts a day is then not closed alone. */
function showNote({ note: words, manyByDay }: ShownPeriod): void {
  note.textContent = words;
  note.hidden = words === '';
  const allDay = manyByDay.length > 0 ? 'Sehari' : 'Tutup';
  if (calendar.getOption('allDayText') !== allDay) setTimeout(() => calendar.setOption('allDayText', allDay));
}

/** Grows the hours of a week to what lies in it; the calendar asks anew when they change. */
function showHours(events: ShownEvent[]): void {
  const walls = events.map(({ start, end }) => ({
    start: wallClock(Date.parse(start)),
    end: wallClock(Date.parse(end)),
  }));
  const { from, to } = shownHours(calendar.view.type === 'timeGridWeek' ? walls : []);
  if (calendar.getOption('slotMinTime') === from && calendar.getOption('slotMaxTime') === to) return;
  // After what is being loaded was taken.
  setTimeout(() => {
    calendar.setOption('slotMinTime', from);
    calendar.setOption('slotMaxTime', to);
  });
}

function showLines(lines: string[]): void {
  const items = (lines.length > 0 ? lines : ['Tidak ada.']).map((line) => {
    const item = document.createElement('li');
    item.textContent = line;
    return item;
  });
  document.querySelector('#hari-libur ul')?.replaceChildren(...items);
}

/** Takes the question's form out of a page into the dialog; without one there is nothing to ask. */
async function question(response: Response): Promise<HTMLFormElement | null> {
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const form = page.querySelector<HTMLFormElement>('#pindah');
  if (!form) return null;
  dialog.replaceChildren(document.adoptNode(form));
  return form;
}

async function ask(event: EventApi, putBack: () => void): Promise<void> {
  const { start, end } = event;
  // The visit stays where it is until the other unit accepts.
  putBack();
  if (!start || !end) return;
  const times = new URLSearchParams({ mulai: instantOf(start), selesai: instantOf(end) });
  const { answer } = await askServer(`/kalender/pindah/${event.id}?${times.toString()}`);
  if (!answer) return;
  const form = await question(answer);
  if (!form)
    return tell('Kunjungan ini tidak dapat dipindahkan sekarang. Muat ulang kalender lalu coba lagi.');
  dialog.showModal();
  form.querySelector('textarea')?.focus();
}

async function send(form: HTMLFormElement): Promise<void> {
  const body = new URLSearchParams(entriesOf(form));
  const headers = { accept: 'text/html' };
  const { answer } = await askServer(form.action, { method: 'POST', body, headers, deed: 'send' });
  // The dialog stays open with what was typed, and the page says why.
  if (!answer) return;
  if (!answer.redirected) {
    const again = await question(answer);
    if (again) return again.querySelector('textarea')?.focus();
    tell('Usulan tidak terkirim. Muat ulang kalender lalu coba lagi.');
  } else {
    tell('Usulan waktu sudah dikirim. Jadwal berubah setelah UPT yang lain menerimanya.');
  }
  dialog.close();
  calendar.refetchEvents();
}

function span(className: string, words: string): HTMLSpanElement {
  const element = document.createElement('span');
  element.className = className;
  element.textContent = words;
  return element;
}

function content({ event, timeText }: { event: EventApi; timeText: string }): { domNodes: Node[] } | true {
  const { mark, state, parties, hostTime } = event.extendedProps as Partial<Kept>;
  if (!mark) return true;
  const inList = isList();
  const sign = span(inList ? 'calendar-mark' : 'calendar-sign', mark);
  sign.setAttribute('aria-hidden', 'true');
  const host = hostTime ? [span('calendar-aside', `Tuan rumah: ${hostTime}`)] : [];
  if (inList) {
    const aside = span('calendar-aside', `${state} · ${parties}`);
    return { domNodes: [sign, span('calendar-words', event.title), aside, ...host] };
  }
  const spoken = span('visually-hidden', ` (${state})`);
  return { domNodes: [sign, span('calendar-words', `${timeText} ${event.title}`), spoken, ...host] };
}

const isPhone = matchMedia('(max-width: 575px)').matches;
// Seven columns of a week are too narrow for a phone: there, a week is a list as well.
const views: Record<string, string> = {
  bulan: 'dayGridMonth',
  minggu: isPhone ? 'listWeek' : 'timeGridWeek',
  daftar: 'listMonth',
};

/** Keeps where somebody is, so that another filter shows the same. */
function keepPlace(view: { type: string; currentStart: Date }): void {
  const name = Object.keys(views).find((each) => views[each] === view.type) ?? '';
  const kept = { bulan: view.currentStart.toISOString().slice(0, 7), tampilan: name };
  for (const [field, value] of Object.entries(kept)) {
    const input = filters.elements.namedItem(field);
    if (input instanceof HTMLInputElement) input.value = value;
  }
}

const usualHours = shownHours([]);
const calendar = new FullCalendar.Calendar(place, {
  locale: 'id',
  timeZone: 'UTC',
  now: () => wallClock(Date.now()),
  initialDate: place.dataset['first'] ?? '',
  initialView: views[place.dataset['view'] ?? (isPhone ? 'daftar' : 'bulan')] ?? 'dayGridMonth',
  headerToolbar: { start: 'prev,next today', center: 'title', end: Object.values(views).join(',') },
  buttonText: {
    prev: '‹',
    next: '›',
    today: 'Hari ini',
    dayGridMonth: 'Bulan',
    timeGridWeek: 'Minggu',
    listWeek: 'Minggu',
    listMonth: 'Daftar',
  },
  buttonIcons: false,
  buttonHints: { prev: 'Sebelumnya', next: 'Berikutnya', today: 'Ke hari ini' },
  allDayText: 'Tutup',
  noEventsText: 'Tidak ada kunjungan pada waktu ini.',
  defaultRangeSeparator: '–',
  // Days off are drawn otherwise in a list, so that each view asks anew.
  lazyFetching: false,
  height: 'auto',
  slotMinTime: usualHours.from,
  slotMaxTime: usualHours.to,
  nowIndicator: true,
  eventDisplay: 'block',
  eventTimeFormat: { hour: '2-digit', minute: '2-digit', hour12: false },
  slotEventOverlap: false,
  dayMaxEvents: 3,
  eventMaxStack: 2,
  moreLinkText: (count) => (isPhone ? `+${count}` : `+${count} lagi`),
  moreLinkHint: (count) => `${count} kunjungan lagi`,
  moreLinkDidMount: ({ el }) => el.setAttribute('role', 'button'),
  events: ({ start, end }, resolve, reject) => {
    load(start, new Date(end.getTime() - MINUTE)).then(resolve, reject);
  },
  datesSet: ({ view }) => keepPlace(view),
  eventContent: content,
  // A day's own content is its name; the package names it by its number alone, which hides the rest (WCAG 2.5.3).
  dayCellDidMount: ({ el }) => el.removeAttribute('aria-labelledby'),
  eventDidMount: ({ el, event }) => {
    const { state, parties } = event.extendedProps as Partial<Kept>;
    if (state) el.title = `${event.title}: ${state}; ${parties}`;
  },
  eventDrop: ({ event, revert }) => void ask(event, revert),
  eventResize: ({ event, revert }) => void ask(event, revert),
});

const fold = filters.querySelector('details');
if (fold && !isPhone) fold.open = true;
place.hidden = false;
calendar.render();
// The package names these by their signs.
for (const [button, name] of [
  ['prev', 'Sebelumnya'],
  ['next', 'Berikutnya'],
]) {
  place.querySelector(`.fc-${button}-button`)?.setAttribute('aria-label', name ?? '');
}
// What cannot be drawn leaves the list.
list.hidden = true;

dialog.addEventListener('submit', (event) => {
  event.preventDefault();
  event.stopPropagation();
  void send(event.target as HTMLFormElement);
});
dialog.addEventListener('click', (event) => {
  if (!(event.target instanceof Element) || !event.target.closest('[data-close]')) return;
  event.preventDefault();
  event.stopPropagation();
  dialog.close();
});
