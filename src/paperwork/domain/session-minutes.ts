/** What was said, concluded and promised in a session; each can be empty. */
export const minutesParts = ['said', 'concluded', 'promised'] as const;
export type MinutesPart = (typeof minutesParts)[number];

export const minutesWords: Readonly<Record<MinutesPart, string>> = {
  said: 'Pembahasan',
  concluded: 'Simpulan',
  promised: 'Tindak lanjut',
};

/** Most sessions of which one paper keeps minutes, and the longest text of a part. */
export const MOST_MINUTES = 60;
export const LONGEST_MINUTES = 4000;

/** Minutes of a session, with what it was called when they were taken. */
export type SessionMinutes = Readonly<Record<MinutesPart, string>> & {
  /** Of the agenda; null for the visit as a whole. */
  session: string | null;
  title: string;
};

/** Whether anything was written down. */
export const saysMinutes = (minutes: SessionMinutes): boolean =>
  minutesParts.some((part) => minutes[part].trim() !== '');

const isMinutes = (value: unknown): value is SessionMinutes => {
  if (typeof value !== 'object' || value === null) return false;
  const row = value as Record<string, unknown>;
  return (
    (row['session'] === null || typeof row['session'] === 'string') &&
    ['title', ...minutesParts].every((name) => typeof row[name] === 'string')
  );
};

/** What was stored as minutes. @throws Error for anything else */
export function asMinutes(value: unknown): SessionMinutes[] {
  if (!Array.isArray(value) || !value.every(isMinutes)) throw new Error('these are no minutes of sessions');
  return value;
}
