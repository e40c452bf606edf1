import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { hasTrait } from '../../visits/index.js';
import type { ShownAgenda } from './show-agenda.js';

/** Shows the agenda to everybody, with what that does. */
export function PublishCard({ shown }: { shown: ShownAgenda }): VNode {
  const { agenda } = shown;
  const isPublic = agenda.publicRevision !== null;
  return (
    <Card title="Terbitkan">
      <div class="card-body">
        <p>{standing(shown)}</p>
        <p>{consequence(shown)}</p>
        <button class="btn" type="submit" form="susunan" name="aksi" value="terbit" formnovalidate>
          {isPublic ? 'Simpan dan terbitkan perubahan' : 'Simpan dan terbitkan'}
        </button>
      </div>
    </Card>
  );
}

function standing({ agenda: { state, publicRevision, revision } }: ShownAgenda): string {
  if (state === 'published') return 'Yang tersimpan sudah diterbitkan: semua yang terlibat melihatnya.';
  if (publicRevision !== null)
    return 'Ada perubahan yang belum diterbitkan: peserta masih melihat terbitan terakhir.';
  if (revision > 0)
    return 'Waktu kunjungan pindah, sehingga susunan acara ini perlu diperiksa dan diterbitkan lagi.';
  return 'Susunan acara ini masih rancangan: hanya orang kedua UPT yang melihatnya.';
}

function consequence({ agenda, visit, recipients }: ShownAgenda): string {
  if (recipients === 0) return 'Belum ada peserta dengan alamat surel, jadi tidak ada surel yang dikirim.';
  if (!hasTrait(visit.state, 'mailsAgenda')) {
    return `Surel kepada ${recipients} peserta baru dikirim setelah kunjungan ini pasti.`;
  }
  return agenda.publicRevision === null
    ? `Setelah diterbitkan, ${recipients} peserta menerima susunan acara lewat surel dan di kalendernya.`
    : `Setelah diterbitkan, ${recipients} peserta menerima surel yang memuat perubahannya saja; kalendernya ikut berubah.`;
}
