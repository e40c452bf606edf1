/** A nightly backup that stands in its folder. */
export interface KeptBackup {
  id: string;
  startedAt: Date;
}

/** Those beyond the newest `keep`. */
export function beyondRetention<Backup extends KeptBackup>(
  backups: readonly Backup[],
  keep: number,
): Backup[] {
  return [...backups].sort((a, b) => b.startedAt.getTime() - a.startedAt.getTime()).slice(keep);
}
