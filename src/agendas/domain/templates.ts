import type { Stretch } from '../../platform/text/day-hours.js';
import type { AgendaItem, AgendaItemKind } from './agenda-items.js';

/** A session of a template; `minutes` is its share, laid out to the visit's real length. */
interface TemplateSession {
  kind: AgendaItemKind;
  title: string;
  minutes: number;
}

/** An agenda to start from: sessions before and after lunch; one without lunch has all in `morning`. */
interface AgendaTemplate {
  name: string;
  morning: readonly TemplateSession[];
  lunch: TemplateSession | null;
  afternoon: readonly TemplateSession[];
}

/** Study-visit agendas of three hours, and of eight with an hour's lunch. */
export const agendaTemplates = {
  'half-day': {
    name: 'Studi tiru setengah hari',
    morning: [
      { kind: 'welcome', title: 'Penerimaan tamu dan registrasi', minutes: 15 },
      { kind: 'remarks', title: 'Sambutan tuan rumah dan pimpinan rombongan', minutes: 20 },
      { kind: 'presentation', title: 'Paparan praktik baik oleh tuan rumah', minutes: 40 },
      { kind: 'field-tour', title: 'Peninjauan lapangan', minutes: 45 },
      { kind: 'discussion', title: 'Diskusi dan tanya jawab', minutes: 30 },
      { kind: 'follow-up-plan', title: 'Penyusunan rencana tindak lanjut', minutes: 15 },
      { kind: 'photo', title: 'Foto bersama', minutes: 5 },
      { kind: 'closing', title: 'Penutupan', minutes: 10 },
    ],
    lunch: null,
    afternoon: [],
  },
  'full-day': {
    name: 'Studi tiru sehari penuh',
    morning: [
      { kind: 'welcome', title: 'Penerimaan tamu dan registrasi', minutes: 20 },
      { kind: 'remarks', title: 'Sambutan tuan rumah dan pimpinan rombongan', minutes: 25 },
      { kind: 'presentation', title: 'Paparan profil dan praktik baik tuan rumah', minutes: 60 },
      { kind: 'break', title: 'Rehat kopi', minutes: 15 },
      { kind: 'field-tour', title: 'Peninjauan lapangan', minutes: 120 },
    ],
    lunch: { kind: 'break', title: 'Istirahat, salat, dan makan siang', minutes: 60 },
    afternoon: [
      { kind: 'presentation', title: 'Pendalaman materi dan berbagi pengalaman', minutes: 60 },
      { kind: 'discussion', title: 'Diskusi dan tanya jawab', minutes: 50 },
      { kind: 'follow-up-plan', title: 'Penyusunan rencana tindak lanjut', minutes: 40 },
      { kind: 'photo', title: 'Foto bersama', minutes: 10 },
      { kind: 'closing', title: 'Penutupan', minutes: 20 },
    ],
  },
} as const satisfies Record<string, AgendaTemplate>;

export type AgendaTemplateName = keyof typeof agendaTemplates;

/** A session laid out in time, still without an id. */
export type AgendaItemDraft = Omit<AgendaItem, 'id'>;

const fiveMinutes = 5 * 60_000;

/** Sessions one after the other from start to end, by their shares; inner bounds on full five minutes of the clock. */
function layOut(sessions: readonly TemplateSession[], startsAt: Date, endsAt: Date): AgendaItemDraft[] {
  const [start, end] = [startsAt.getTime(), endsAt.getTime()];
  const whole = sessions.reduce((sum, { minutes }) => sum + minutes, 0);
  let passed = 0;
  let from = start;
  const items: AgendaItemDraft[] = [];
  for (const { kind, title, minutes } of sessions) {
    passed += minutes;
    const rounded = Math.round((start + ((end - start) * passed) / whole) / fiveMinutes) * fiveMinutes;
    const to = passed === whole ? end : Math.min(Math.max(rounded, from), end);
    const times = { startsAt: new Date(from), endsAt: new Date(to) };
    if (to > from) items.push({ ...times, title, kind, place: '', persons: [], note: '' });
    from = to;
  }
  return items;
}

/** Which of a visit's days it is. */
export interface DayOfVisit {
  isFirst: boolean;
  isLast: boolean;
}

const opening: readonly AgendaItemKind[] = ['welcome', 'remarks'];
const ending: readonly AgendaItemKind[] = ['follow-up-plan', 'photo', 'closing'];

/** The sessions of one day: only the first welcomes, and only the last ends the visit. */
function ofDay(template: AgendaTemplate, { isFirst, isLast }: DayOfVisit): AgendaTemplate {
  const left: readonly AgendaItemKind[] = [...(isFirst ? [] : opening), ...(isLast ? [] : ending)];
  const without = (sessions: readonly TemplateSession[]) =>
    sessions.filter(({ kind }) => !left.includes(kind));
  return { ...template, morning: without(template.morning), afternoon: without(template.afternoon) };
}

/**
 * A template laid out over one day of a visit, from its start to its end without a gap. Sessions keep their shares of
 * the time; bounds between them are rounded to five minutes, and a session that gets no time in a short visit is left
 * out. `lunch` is the host's break (its time between hosting windows): with it inside the visit, lunch has exactly that
 * time and the sessions before and after it fill the rest; otherwise lunch gets its share like any session.
 */
export function layOutTemplate(
  name: AgendaTemplateName,
  visit: Stretch,
  lunch: Stretch | null = null,
  day: DayOfVisit = { isFirst: true, isLast: true },
): AgendaItemDraft[] {
  const template: AgendaTemplate = ofDay(agendaTemplates[name], day);
  const { startsAt, endsAt } = visit;
  const { morning, afternoon } = template;
  if (template.lunch === null) return layOut(morning, startsAt, endsAt);
  const isInside =
    lunch && startsAt < lunch.startsAt && lunch.startsAt < lunch.endsAt && lunch.endsAt < endsAt;
  if (!isInside) return layOut([...morning, template.lunch, ...afternoon], startsAt, endsAt);
  return [
    ...layOut(morning, startsAt, lunch.startsAt),
    ...layOut([template.lunch], lunch.startsAt, lunch.endsAt),
    ...layOut(afternoon, lunch.endsAt, endsAt),
  ];
}
