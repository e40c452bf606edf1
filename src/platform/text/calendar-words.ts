/** Days of the week in Indonesian, Monday first (ISO 8601). */
export const weekdays = ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'] as const;

/** Months in Indonesian, January first. */
export const months = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
] as const;

/** `2025-10` gives `Oktober 2025`; a month that does not exist keeps its number. */
export function monthWords(month: string): string {
  const [year = '', number = ''] = month.split('-');
  return `${months[Number(number) - 1] ?? number} ${year}`;
}

/** `2025-10-05` gives `5 Oktober 2025`. */
export function dateWords(date: string): string {
  return `${Number(date.slice(8))} ${monthWords(date.slice(0, 7))}`;
}

/** The dates from one to another, where either may be open: `5 Oktober 2025 sampai 6 Oktober 2025`, `semua tanggal`. */
export function dateSpanWords(from: string | undefined, to: string | undefined): string {
  if (from === undefined) return to === undefined ? 'semua tanggal' : `sampai ${dateWords(to)}`;
  return to === undefined ? `mulai ${dateWords(from)}` : `${dateWords(from)} sampai ${dateWords(to)}`;
}

/** `08:00` gives `08.00`, as clock times are written in Indonesian. */
export const clockWords = (clock: string): string => clock.replace(':', '.');
