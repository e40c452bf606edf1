import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { Check, RefusalAlert } from '../../platform/pages/form-parts.js';
import type { FormFaults } from '../../platform/pages/forms.js';
import { PageForm } from '../../platform/pages/page-form.js';
import type { Standing } from '../queries/standing.js';

/** Where a copy is taken from. */
export function CopyCard({ base }: { base: string }): VNode {
  return (
    <Card title="Salinan data Anda">
      <div class="card-body">
        <p>
          Semua yang tercatat tentang Anda: data diri, keikutsertaan, jawaban, kehadiran, tanda tangan, umpan
          balik, surel kepada dan dari Anda selama isinya masih disimpan, serta surat yang menyebut Anda.
        </p>
        <a class="btn me-2 mb-2" href={`${base}.pdf`} download>
          Unduh PDF
        </a>
        <a class="btn mb-2" href={`${base}.json`} download>
          Unduh JSON
        </a>
      </div>
    </Card>
  );
}

/** What goes and what stays when somebody is erased. */
export function ErasureWords({ standing, hasAccount }: { standing: Standing; hasAccount: boolean }): VNode {
  const { visits, visitsAhead, openPromises, isLastOfItsRole } = standing;
  return (
    <>
      <h3 class="h4">Yang dihapus</h3>
      <ul>
        <li>Nama, jabatan, pangkat, NIP, instansi, telepon, dan alamat surel Anda, di mana pun tercatat.</li>
        <li>
          Tanda tangan pada daftar hadir, tautan pribadi, langganan kalender, dan isi surel kepada dan dari
          Anda.
        </li>
        <li>Nama Anda dalam riwayat, acara, ringkasan, praktik baik, surat, dan berkas yang diimpor.</li>
        {hasAccount && <li>Akun Anda: tidak seorang pun dapat masuk lagi dengannya.</li>}
      </ul>
      <h3 class="h4">Yang tetap ada, tanpa nama Anda</h3>
      <ul>
        <li>
          Catatan {visits} kunjungan yang Anda ikuti: di sana tertulis “Peserta (dihapus)”.
          {visitsAhead > 0 && ` Pada ${visitsAhead} kunjungan yang akan datang Anda tercatat tidak hadir.`}
        </li>
        <li>Nama penanda tangan pada surat dinas, karena arsip dinas wajib disimpan.</li>
        <li>Pindaian surat dan foto: UPT yang menyimpannya memutuskan; administrator mendapat daftarnya.</li>
        <li>Cadangan data, sampai habis masa simpannya; bila dipulihkan, penghapusan dijalankan lagi.</li>
        {openPromises > 0 && (
          <li>{openPromises} tindak lanjut yang Anda pegang: sebaiknya diserahkan kepada rekan dahulu.</li>
        )}
        {isLastOfItsRole && (
          <li>Tempat tugas Anda lalu tidak mempunyai orang lain dengan peran yang sama.</li>
        )}
      </ul>
    </>
  );
}

interface ErasureFormProps {
  action: string;
  faults: FormFaults | null;
}

/** The last question before somebody is erased. */
export function ErasureForm({ action, faults }: ErasureFormProps): VNode {
  return (
    <PageForm action={action}>
      <RefusalAlert faults={faults} />
      <Check
        name="setuju"
        label="Saya mengerti bahwa penghapusan ini tidak dapat dibatalkan."
        value="ya"
        checked={false}
        faults={faults}
      />
      <button class="btn btn-danger" type="submit">
        Hapus data saya
      </button>
    </PageForm>
  );
}
