import { IsText } from '../../platform/http/fields.js';
import { readHoursLine } from '../domain/hosting-lines.js';
import type { HostingWindow } from '../domain/hosting-policy.js';

export const weekdays = [
  ['senin', 'Senin'],
  ['selasa', 'Selasa'],
  ['rabu', 'Rabu'],
  ['kamis', 'Kamis'],
  ['jumat', 'Jumat'],
  ['sabtu', 'Sabtu'],
  ['minggu', 'Minggu'],
] as const;

/** The hours of a week as they are typed, a field a day. */
export class WeekForm {
  @IsText(200)
  senin = '';

  @IsText(200)
  selasa = '';

  @IsText(200)
  rabu = '';

  @IsText(200)
  kamis = '';

  @IsText(200)
  jumat = '';

  @IsText(200)
  sabtu = '';

  @IsText(200)
  minggu = '';
}

/** Reads the hours of a week, with a fault for each day that cannot be read. */
export function readWeek(form: WeekForm): {
  windows: HostingWindow[];
  faults: { field: string; message: string }[];
} {
  const [windows, faults] = [[] as HostingWindow[], [] as { field: string; message: string }[]];
  for (const [index, [field]] of weekdays.entries()) {
    const read = readHoursLine(form[field], index + 1);
    if (read) windows.push(...read);
    else faults.push({ field, message: 'tulis seperti 08.00–11.30, 13.30–16.00, atau kosongkan' });
  }
  return { windows, faults };
}

/** Faults of windows stand at the first day of the week. */
export const atFirstDay = (field: string): string =>
  field.replace(/\.\d+$/, '') === 'windows' ? 'senin' : field;
