/**
 * Puts a calendar in place of the list of a month. It counts in the reader's wall clock, given to the library as if
 * it were UTC: Indonesia's zones never change their offset. A visit that is dragged is moved only after a dialog.
 */
import type { CalendarApi, CalendarOptions, EventApi, EventInput } from '@fullcalendar/core';

/** What the package for dragging adds to the options. */
interface Dragging {
  eventDrop(moved: { event: EventApi; revert: () => void }): void;
  eventResize(moved: { event: EventApi; revert: () => void }): void;
}
declare const FullCalendar: {
  Calendar: new (place: HTMLElement, options: CalendarOptions & Dragging) => CalendarApi & { render(): void };
};

interface Shown {
  id: string;
  title: string;
  start: string;
  end: string;
  url: string;
  mark: string;
  state: string;
  colour: string;
  details: string;
  movable: boolean;
  proposed: boolean;
}
interface Answer {
  events: Shown[];
  days: { date: string; name: string }[];
}

const byId = (id: string): HTMLElement => document.getElementById(id) as HTMLElement;
const [place, list, dialog, news] = [
  byId('kalender'),
  byId('kalender-daftar'),
  byId('kalender-tanya') as HTMLDialogElement,
  byId('kalender-kabar'),
];
const offset = Number(place.dataset['offset']);
const MINUTE = 60_000;
const wallClock = (instant: number): string => new Date(instant + offset * MINUTE).toISOString().slice(0, 19);
const instantOf = (wall: Date): string => new Date(wall.getTime() - offset * MINUTE).toISOString();

function tell(words: string): void {
  news.textContent = words;
  news.hidden = false;
}

function inputOf({ id, title, url, start, end, ...shown }: Shown): EventInput {
  return {
    id,
    title,
    url,
    start: wallClock(Date.parse(start)),
    end: wallClock(Date.parse(end)),
    editable: shown.movable,
    classNames: [`calendar-${shown.colour}`, ...(shown.proposed ? ['calendar-proposed'] : [])],
    extendedProps: { mark: shown.mark, state: shown.state, details: shown.details },
  };
}

async function load(from: Date, last: Date): Promise<EventInput[]> {
  const asked = new URLSearchParams();
  const form = byId('kalender-saringan') as HTMLFormElement;
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') asked.set(name, value);
  asked.set('dari', from.toISOString().slice(0, 10));
  asked.set('sampai', last.toISOString().slice(0, 10));
  const response = await fetch(`/kalender/acara?${asked.toString()}`);
  if (!response.ok) throw new Error(`Events: ${response.status}`);
  const { events, days } = (await response.json()) as Answer;
  showDays(days);
  const closed = days.map(({ date, name }) => ({
    start: date,
    title: name,
    display: 'background',
    allDay: true,
  }));
  return [...events.map(inputOf), ...closed];
}

const dayWords = new Intl.DateTimeFormat('id-ID', { dateStyle: 'full', timeZone: 'UTC' });

function showDays(days: Answer['days']): void {
  const lines = days.map(({ date, name }) => `${dayWords.format(new Date(`${date}T00:00:00Z`))}: ${name}`);
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
  const form = await question(await fetch(`/kalender/pindah/${event.id}?${times.toString()}`));
  if (!form)
    return tell('Kunjungan ini tidak dapat dipindahkan sekarang. Muat ulang kalender lalu coba lagi.');
  dialog.showModal();
  form.querySelector('textarea')?.focus();
}

async function send(form: HTMLFormElement): Promise<void> {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.set(name, value);
  const response = await fetch(form.action, { method: 'POST', body, headers: { accept: 'text/html' } });
  if (!response.redirected) {
    const again = await question(response);
    if (again) return again.querySelector('textarea')?.focus();
    tell('Usulan tidak terkirim. Muat ulang kalender lalu coba lagi.');
  } else {
    tell('Usulan waktu sudah dikirim. Jadwal berubah setelah UPT yang lain menerimanya.');
  }
  dialog.close();
  calendar.refetchEvents();
}

function content({ event, timeText }: { event: EventApi; timeText: string }): { domNodes: Node[] } | true {
  const { mark, state } = event.extendedProps as { mark?: string; state?: string };
  if (!mark) return true;
  const sign = document.createElement('span');
  sign.textContent = `${mark} `;
  sign.setAttribute('aria-hidden', 'true');
  const spoken = document.createElement('span');
  spoken.className = 'visually-hidden';
  spoken.textContent = ` (${state})`;
  const inList = calendar.view.type === 'listMonth';
  const details = inList ? `; ${event.extendedProps['details'] as string}` : '';
  const time = inList ? '' : `${timeText} `;
  return { domNodes: [sign, document.createTextNode(`${time}${event.title}${details}`), spoken] };
}

const isPhone = matchMedia('(max-width: 575px)').matches;
const calendar = new FullCalendar.Calendar(place, {
  locale: 'id',
  timeZone: 'UTC',
  now: () => wallClock(Date.now()),
  initialDate: place.dataset['first'] ?? '',
  initialView: isPhone ? 'listMonth' : 'dayGridMonth',
  headerToolbar: { start: 'prev,next today', center: 'title', end: 'dayGridMonth,timeGridWeek,listMonth' },
  buttonText: {
    prev: '‹',
    next: '›',
    today: 'Hari ini',
    dayGridMonth: 'Bulan',
    timeGridWeek: 'Minggu',
    listMonth: 'Daftar',
  },
  buttonIcons: false,
  buttonHints: { prev: 'Sebelumnya', next: 'Berikutnya', today: 'Ke hari ini' },
  allDayText: 'Libur',
  noEventsText: 'Tidak ada kunjungan pada bulan ini.',
  height: 'auto',
  slotMinTime: '05:00',
  slotMaxTime: '22:00',
  nowIndicator: true,
  eventDisplay: 'block',
  eventTimeFormat: { hour: '2-digit', minute: '2-digit', hour12: false },
  dayMaxEvents: 4,
  events: ({ start, end }, resolve, reject) => {
    load(start, new Date(end.getTime() - MINUTE)).then(resolve, (error: Error) => {
      tell('Kunjungan tidak dapat dimuat. Periksa sambungan lalu muat ulang.');
      reject(error);
    });
  },
  eventContent: content,
  // A day's own content is its name; the package names it by its number alone, which hides the rest (WCAG 2.5.3).
  dayCellDidMount: ({ el }) => el.removeAttribute('aria-labelledby'),
  eventDidMount: ({ el, event }) => {
    const { details, state } = event.extendedProps as { details?: string; state?: string };
    if (details) el.title = `${state ?? ''}; ${details}`;
  },
  eventDrop: ({ event, revert }) => void ask(event, revert),
  eventResize: ({ event, revert }) => void ask(event, revert),
});

place.hidden = false;
calendar.render();
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
