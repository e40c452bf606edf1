import { clockOfMinute } from '../domain/wall-clock.js';
import type { HostingPolicy, HostingWindow } from '../domain/hosting-policy.js';
import type { KindRule } from '../domain/kind-rules.js';

const weekdayNames = ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'] as const;

const clock = (minute: number): string => clockOfMinute(minute).replace(':', '.');

/** The hours of a weekday: `08.00–12.00 dan 13.00–16.00`; empty when there are none. */
function hoursOf(windows: readonly HostingWindow[], weekday: number): string {
  return windows
    .filter((window) => window.weekday === weekday)
    .map(({ startsMinute, endsMinute }) => `${clock(startsMinute)}–${clock(endsMinute)}`)
    .join(' dan ');
}

/** Hosting hours by weekday, days of the same hours in a row made one: `Senin–Kamis`, its hours. */
export function hoursInWords(windows: readonly HostingWindow[]): { days: string; hours: string }[] {
  const groups: { first: string; last: string; hours: string }[] = [];
  weekdayNames.forEach((name, index) => {
    const hours = hoursOf(windows, index + 1);
    const last = groups.at(-1);
    if (last?.hours === hours) last.last = name;
    else groups.push({ first: name, last: name, hours });
  });
  return groups
    .filter(({ hours }) => hours !== '')
    .map(({ first, last, hours }) => ({ days: first === last ? first : `${first}–${last}`, hours }));
}

/** When a visit has to be asked for. */
export function noticeInWords({ shortestNoticeDays, longestNoticeDays }: HostingPolicy): string {
  const soonest = shortestNoticeDays === 0 ? 'pada hari yang sama' : `${shortestNoticeDays} hari sebelumnya`;
  return `Paling lambat ${soonest}, paling awal ${longestNoticeDays} hari sebelumnya`;
}

/** What a host says of one kind of visit, beyond its other rules. */
export function kindInWords(rule: KindRule): string {
  if (!rule.receives) return 'Tidak diterima';
  const { shortestNoticeDays, longestNoticeDays, largestParty, shortestMinutes, longestMinutes } = rule;
  const parts = [
    rule.windows.length > 0 &&
      `hanya ${hoursInWords(rule.windows)
        .map(({ days, hours }) => (hours === '00.00–24.00' ? days : `${days} ${hours}`))
        .join('; ')}`,
    shortestNoticeDays !== null && `paling lambat ${shortestNoticeDays} hari sebelumnya`,
    longestNoticeDays !== null && `paling awal ${longestNoticeDays} hari sebelumnya`,
    largestParty !== null && `paling banyak ${largestParty} orang`,
    shortestMinutes !== null && `paling singkat ${shortestMinutes} menit`,
    longestMinutes !== null && `paling lama ${longestMinutes} menit`,
  ].filter((part) => part !== false);
  const text = parts.join(', ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
