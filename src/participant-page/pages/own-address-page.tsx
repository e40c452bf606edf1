import type { VNode } from 'preact';
import { Facts } from '../../platform/pages/card.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { shownEmail } from '../../platform/text/shown-email.js';
import type { TakeOwnAddress } from '../../visits/index.js';

interface OwnAddressPageProps {
  /** Null for a link that cannot be used. */
  asked: Awaited<ReturnType<TakeOwnAddress['find']>>;
  /** Why the address was not taken. */
  fault?: string;
}

/** Asks whoever owns a mailbox whether it is a participant's; sends to its own address. */
export function OwnAddressPage({ asked, fault }: OwnAddressPageProps): VNode {
  return (
    <Layout title="Alamat surel Anda" actor={undefined} narrow>
      <div class="card">
        <div class="card-body">
          <h1>{asked ? 'Pastikan alamat surel Anda' : 'Tautan ini tidak berlaku'}</h1>
          {fault && (
            <div class="alert alert-danger" role="alert">
              {fault}
            </div>
          )}
          {asked ? (
            <>
              <Facts
                lines={[
                  ['Nama', asked.name],
                  ['Kunjungan', asked.visitTitle],
                  ['Alamat surel', shownEmail(asked.email)],
                ]}
              />
              <p class="mt-3">
                Undangan dan kabar kunjungan ini lalu dikirim ke sini. Bila bukan Anda, tutup saja halaman
                ini; tidak ada yang berubah.
              </p>
              <PageForm>
                <button class="btn btn-primary w-100" type="submit" name="pakai" value="ya">
                  Pakai alamat ini
                </button>
              </PageForm>
            </>
          ) : (
            <p class="mb-0">
              Tautan sudah dipakai, sudah lewat tujuh hari, atau diganti dengan yang lebih baru. Tulis lagi
              alamat Anda di halaman kunjungan Anda.
            </p>
          )}
        </div>
      </div>
    </Layout>
  );
}
