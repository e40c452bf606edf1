import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { MOST_COUNTED } from '../domain/unmoved.js';
import type { FileStanding } from '../queries/file-standing.js';

const placeWords = { folder: 'folder data server ini', s3: 'server S3' } as const;

/** What an administrator has to do about files; null when nothing. */
export function fileAlarm({ damaged }: FileStanding): string | null {
  if (damaged === 0) return null;
  return `${damaged} berkas hilang atau tidak utuh lagi di penyimpanan. Pulihkan dari cadangan, atau minta pengunggahnya mengunggah kembali; log server menyebut yang mana.`;
}

/** Where documents lie, and how many wait to be moved there. */
export function FileCard({ standing }: { standing: FileStanding }): VNode {
  const { place, unmoved } = standing;
  const alarm = fileAlarm(standing);
  const many = unmoved < MOST_COUNTED ? String(unmoved) : `${MOST_COUNTED} atau lebih`;
  return (
    <Card title="Berkas">
      <div class="card-body" id="berkas">
        {alarm && (
          <div class="alert alert-danger" role="alert">
            {alarm}
          </div>
        )}
        <p class="mb-0">
          Berkas disimpan di {placeWords[place]}.{' '}
          {unmoved === 0
            ? 'Semuanya sudah di sana.'
            : `${many} berkas lama masih di basis data dan dipindahkan berangsur setiap jam; selama itu tetap dapat dibuka.`}
        </p>
      </div>
    </Card>
  );
}
