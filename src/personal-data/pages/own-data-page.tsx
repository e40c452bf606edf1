import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import type { FormFaults } from '../../platform/pages/forms.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import type { Standing } from '../queries/standing.js';
import { CopyCard, ErasureForm, ErasureWords } from './own-data-parts.js';

interface OwnDataPageProps {
  actor: Actor;
  standing: Standing;
  faults: FormFaults | null;
}

/** What somebody with an account may ask for of the own data. */
export function OwnDataPage({ actor, standing, faults }: OwnDataPageProps): VNode {
  return (
    <Layout title="Data saya" actor={actor} path="/akun">
      <PageHeading
        title="Data saya"
        lead="Hak Anda menurut UU 27/2022 tentang Pelindungan Data Pribadi."
        back={['/akun', 'Akun saya']}
      />
      <CopyCard base="/akun/data-saya" />
      <Card title="Membetulkan">
        <p class="card-body mb-0">
          Nama, jabatan, pangkat, NIP, telepon, dan alamat surel Anda betulkan di{' '}
          <a class="text-decoration-underline" href="/akun">
            Akun saya
          </a>
          . Yang sudah ditandatangani atau dikirim tetap seperti pada harinya.
        </p>
      </Card>
      <Card title="Menghapus">
        <div class="card-body">
          <ErasureWords standing={standing} hasAccount />
          <ErasureForm action="/akun/data-saya/hapus" faults={faults} />
        </div>
      </Card>
    </Layout>
  );
}

interface ParticipantDataPageProps {
  base: string;
  standing: Standing;
  /** Whether the address is that of an account, which is erased from the account's own page. */
  hasAccount: boolean;
  /** Whether the link came by message, so that it is good for this visit alone. */
  isForOneVisit: boolean;
  faults: FormFaults | null;
}

/** The same for who has no account, under the own link. */
export function ParticipantDataPage(props: ParticipantDataPageProps): VNode {
  const { base, standing, hasAccount, isForOneVisit, faults } = props;
  return (
    <Layout title="Data saya" actor={undefined} narrow>
      <h1>Data saya</h1>
      <p class="text-secondary">
        Hak Anda menurut UU 27/2022 tentang Pelindungan Data Pribadi.{' '}
        {isForOneVisit
          ? 'Tautan ini berlaku untuk satu kunjungan. Untuk semua kunjungan Anda, bukalah tautan yang dikirim ke surel Anda.'
          : 'Berlaku untuk semua kunjungan dengan alamat surel dan nama Anda.'}
      </p>
      <CopyCard base={`${base}/data-saya/salinan`} />
      <Card title="Menghapus">
        <div class="card-body">
          {hasAccount ? (
            <p class="mb-0">
              Alamat surel Anda mempunyai akun Sambang. Masuklah, lalu buka{' '}
              <a class="text-decoration-underline" href="/akun/data-saya">
                Data saya
              </a>
              .
            </p>
          ) : (
            <>
              <ErasureWords standing={standing} hasAccount={false} />
              <ErasureForm action={`${base}/data-saya/hapus`} faults={faults} />
            </>
          )}
        </div>
      </Card>
      <a class="btn" href={base}>
        Kembali ke halaman kunjungan
      </a>
    </Layout>
  );
}

/** The last page of somebody. */
export function ErasedPage(): VNode {
  return (
    <Layout title="Data Anda sedang dihapus" actor={undefined} narrow>
      <div class="card">
        <div class="card-body">
          <h1>Data Anda sedang dihapus</h1>
          <p role="status">
            Akun dan tautan Anda sudah tidak berlaku. Penghapusan dari semua catatan selesai dalam beberapa
            menit; tidak ada surel lagi yang dikirim kepada Anda.
          </p>
          <p class="mb-0">Terima kasih sudah menggunakan Sambang.</p>
        </div>
      </div>
    </Layout>
  );
}
