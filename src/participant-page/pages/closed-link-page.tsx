import type { VNode } from 'preact';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { addressOf } from './addresses.js';

/** For a link that opens nothing: the same words whether it was ever somebody's or not. */
export function ClosedLinkPage({ token, isAsked = false }: { token: string; isAsked?: boolean }): VNode {
  return (
    <Layout title="Tautan tidak berlaku" actor={undefined} narrow>
      <div class="card">
        <div class="card-body">
          <h1>Tautan ini tidak berlaku</h1>
          {isAsked ? (
            <p class="mb-0" role="status">
              Bila tautan ini pernah milik seorang peserta, tautan baru sedang dikirim ke alamat surel yang
              tercatat. Mohon periksa juga map spam.
            </p>
          ) : (
            <>
              <p>
                Tautan mungkin terpotong saat disalin, sudah diganti dengan yang baru, atau sudah berakhir.
              </p>
              <ul>
                <li>Salin tautan dari surel seutuhnya; kadang terpotong di akhir baris.</li>
                <li>Bila Anda menerima tautan yang lebih baru, bukalah yang itu.</li>
                <li>
                  Tautan berakhir setahun sesudah kunjungan, atau bila Anda tidak lagi tercatat sebagai
                  peserta.
                </li>
              </ul>
              <PageForm action={addressOf(token, 'tautan')}>
                <p>Kami dapat mengirim tautan baru ke alamat surel Anda yang tercatat.</p>
                <button class="btn btn-primary w-100" type="submit">
                  Kirim tautan lagi
                </button>
              </PageForm>
            </>
          )}
        </div>
      </div>
    </Layout>
  );
}
