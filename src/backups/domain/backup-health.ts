const NIGHT_MS = 24 * 3_600_000;
/** Older than two nights, with the hours that a backup may take. */
const LATE_MS = 2 * NIGHT_MS + 2 * 3_600_000;

export interface BackupFacts {
  /** Start of the last backup that is whole: the state it holds. */
  lastGoodAt: Date | null;
  /** The last attempt, when it came to nothing. */
  lastFailure: { at: Date; fault: string } | null;
}

/** Whether what would be lost with the server is more than two nights old. */
export type BackupHealth = 'never' | 'late' | 'fine';

export function backupHealth({ lastGoodAt }: BackupFacts, now: Date): BackupHealth {
  if (lastGoodAt === null) return 'never';
  return now.getTime() - lastGoodAt.getTime() > LATE_MS ? 'late' : 'fine';
}

/** How long ago, in whole hours below two days and in whole days from then on: `5 jam`, `3 hari`. */
export function ageWords(since: Date, now: Date): string {
  const hours = Math.max(0, Math.floor((now.getTime() - since.getTime()) / 3_600_000));
  if (hours < 1) return 'kurang dari satu jam';
  return hours < 48 ? `${hours} jam` : `${Math.floor(hours / 24)} hari`;
}
