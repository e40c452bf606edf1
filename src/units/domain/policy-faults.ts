import { policyBounds, type PolicyFault, type PolicyFaultCode } from './hosting-policy.js';

const between = ([least, most]: readonly [number, number]): string => `${least} sampai ${most}`;

const faults: Readonly<Record<PolicyFaultCode, readonly [field: string, message: string]>> = {
  'capacity-out-of-range': ['capacity', `Jumlah kunjungan bersamaan: ${between(policyBounds.capacity)}`],
  'largest-party-out-of-range': [
    'largestParty',
    `Rombongan terbesar: ${between(policyBounds.largestParty)} orang`,
  ],
  'shortest-notice-out-of-range': [
    'shortestNoticeDays',
    `Pemberitahuan paling singkat: ${between(policyBounds.shortestNoticeDays)} hari`,
  ],
  'longest-notice-out-of-range': [
    'longestNoticeDays',
    `Pemberitahuan paling lama: ${between(policyBounds.longestNoticeDays)} hari`,
  ],
  'longest-notice-below-shortest': [
    'longestNoticeDays',
    'Pemberitahuan paling lama tidak boleh kurang dari yang paling singkat',
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
