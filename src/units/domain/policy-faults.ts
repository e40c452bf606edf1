import { LONGEST_PERIOD_DAYS, type PeriodFaultCode } from './hosting-period.js';
import type { PolicyFault, PolicyFaultCode } from './hosting-policy.js';
import { hostingFields } from './unit-fields.js';

const between = ({ least, most }: { least: number; most: number }): string => `${least} sampai ${most}`;

const faults: Readonly<Record<PolicyFaultCode, readonly [field: string, message: string]>> = {
  'capacity-out-of-range': ['capacity', `Jumlah kunjungan bersamaan: ${between(hostingFields.capacity)}`],
  'largest-party-out-of-range': [
    'largestParty',
    `Rombongan terbesar: ${between(hostingFields.largestParty)} orang`,
  ],
  'shortest-notice-out-of-range': [
    'shortestNoticeDays',
    `Pemberitahuan paling singkat: ${between(hostingFields.shortestNoticeDays)} hari`,
  ],
  'longest-notice-out-of-range': [
    'longestNoticeDays',
    `Pemberitahuan paling lama: ${between(hostingFields.longestNoticeDays)} hari`,
  ],
  'longest-notice-below-shortest': [
    'longestNoticeDays',
    'Pemberitahuan paling lama tidak boleh kurang dari yang paling singkat',
  ],
  'late-minutes-out-of-range': [
    'lateMinutes',
    `Terlambat setelah: ${between(hostingFields.lateMinutes)} menit`,
  ],
  'windows-missing': ['windows', 'Isi sedikitnya satu jam kunjungan, atau tutup penerimaan kunjungan'],
  'window-weekday-unknown': ['windows', 'Hari dihitung dari 1 (Senin) sampai 7 (Minggu)'],
  'window-hours-out-of-order': ['windows', 'Jam selesai harus sesudah jam mulai'],
  'windows-overlap': ['windows', 'Jam kunjungan pada hari yang sama tidak boleh bertumpuk'],
};

/** A policy's fault at its field, in Indonesian. */
export function describePolicyFault({ code, index }: PolicyFault): { field: string; message: string } {
  const [field, message] = faults[code];
  return { field: `hostingPolicy.${field}${index === undefined ? '' : `.${index}`}`, message };
}

const periodFaults: Readonly<Partial<Record<PeriodFaultCode, readonly [field: string, message: string]>>> = {
  'ends-before-start': ['until', 'tidak boleh sebelum hari pertama'],
  'too-long': ['until', `paling lama ${LONGEST_PERIOD_DAYS} hari`],
  'windows-missing': ['windows', 'isi sedikitnya satu jam kunjungan, atau pilih tutup'],
};

/** A period's fault at its field, in Indonesian. */
export function describePeriodFault({ code, index }: { code: PeriodFaultCode; index?: number }): {
  field: string;
  message: string;
} {
  const own = periodFaults[code];
  if (own) return { field: own[0], message: own[1] };
  const { field, message } = describePolicyFault({
    code: code as PolicyFaultCode,
    ...(index === undefined ? {} : { index }),
  });
  return { field: field.replace(/^hostingPolicy\./, ''), message };
}
