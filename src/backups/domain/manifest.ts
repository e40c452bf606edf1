/** The form of a backup's folder that this program writes and reads. */
export const FORMAT = 'sambang-backup-1';

export const MANIFEST = 'manifest.json';

/** A file of a backup: its path below the backup's folder with `/`, its size and the SHA-256 of its bytes, in hex. */
export interface BackupFile {
  path: string;
  bytes: number;
  sha256: string;
}

/** The rows of one table: PostgreSQL's COPY text format (the columns in this order), compressed with gzip. */
export interface BackupTable extends BackupFile {
  schema: string;
  name: string;
  columns: string[];
  rows: number;
}

export interface BackupSequence {
  schema: string;
  name: string;
  /** As text: it may be greater than a number of JavaScript holds. */
  value: string;
  isCalled: boolean;
}

/** What a backup holds and what can read it. */
export interface Manifest {
  format: typeof FORMAT;
  /** Of the run that made it. */
  id: string;
  /** Instant of the state it holds, ISO 8601 in UTC. */
  madeAt: string;
  /** Names of the migrations that built its schema, oldest first. */
  migrations: string[];
  /** Version of the job queue's schema. */
  queueVersion: number;
  tables: BackupTable[];
  sequences: BackupSequence[];
  mails: BackupFile[];
  /** Objects of the store of files, under their digests; an earlier version wrote none. */
  files?: BackupFile[];
  /** Digests of those that were missing or damaged when it was made. */
  lostFiles?: string[];
}

/** All files of a backup but its manifest and checksums. */
export const filesOf = ({ tables, mails, files = [] }: Manifest): BackupFile[] => [
  ...tables,
  ...mails,
  ...files,
];

/** What this program can restore into. */
export interface RestorableSchema {
  migrations: readonly string[];
  queueVersion: number;
}

/** Why a backup cannot be restored by this program; null when it can. */
export function whyUnknown(manifest: Manifest, known: RestorableSchema): string | null {
  const { format, migrations, queueVersion } = manifest;
  if (format !== FORMAT) return `it has the form “${String(format)}”, and this program reads “${FORMAT}”`;
  const unknown = migrations.filter((name) => !known.migrations.includes(name));
  if (unknown.length > 0 && known.migrations.every((name) => migrations.includes(name))) {
    return `a later version made it, with changes of the schema that this one does not know: ${unknown.join(', ')}`;
  }
  if (unknown.length > 0) {
    return (
      `its schema was built by migrations that this version does not have (${unknown.length}, from ${unknown[0]} on), ` +
      'and nothing leads from there to here: restore with the version of Sambang that made it'
    );
  }
  if (queueVersion !== known.queueVersion) {
    return (
      `its job queue has version ${queueVersion}, and this program's has ${known.queueVersion}: ` +
      'restore with the version of Sambang that made it, then update'
    );
  }
  return null;
}
