import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { formatMoment } from '../../platform/text/dates.js';
import { sizeWords } from '../../platform/text/sizes.js';
import type { Zone } from '../../platform/text/zones.js';
import { ageWords } from '../domain/backup-health.js';
import type { LastBackup } from '../queries/last-backup.js';

/** What an administrator has to do about backups; null when nothing. */
export function backupAlarm({ health, lastGoodAt, now, isNightly }: LastBackup): string | null {
  if (health === 'fine') return null;
  const what =
    lastGoodAt === null
      ? 'Belum ada cadangan'
      : `Cadangan terakhir sudah ${ageWords(lastGoodAt, now)} yang lalu`;
  const why = isNightly
    ? 'Periksa folder BACKUP_DIR dan log proses yang mengerjakan tugas.'
    : 'Isi pengaturan BACKUP_DIR agar cadangan dibuat setiap malam.';
  return `${what}: bila server rusak, yang dicatat sesudahnya hilang. ${why}`;
}

/** When the last backup was made, and an alarm when that is too long ago. */
export function BackupCard({ last, zone }: { last: LastBackup; zone: Zone }): VNode {
  const { lastGoodAt, lastFailure, bytes, now, isNightly } = last;
  const alarm = backupAlarm(last);
  return (
    <Card title="Cadangan data">
      <div class="card-body">
        {alarm && (
          <div class="alert alert-danger" role="alert">
            {alarm}
          </div>
        )}
        {lastGoodAt && (
          <p>
            Cadangan utuh terakhir: {formatMoment(lastGoodAt, zone)} ({ageWords(lastGoodAt, now)} yang lalu
            {bytes !== null && `, ${sizeWords(bytes)}`}).
          </p>
        )}
        {lastFailure && (
          <p class="text-danger text-break">
            Percobaan {formatMoment(lastFailure.at, zone)} gagal: {lastFailure.fault}
          </p>
        )}
        <p class="text-secondary mb-0">
          {isNightly
            ? 'Dibuat setiap malam pukul 01.15 WIB.'
            : 'Cadangan malam belum diatur; perintah npm run backup membuatnya kapan saja.'}
        </p>
      </div>
    </Card>
  );
}
