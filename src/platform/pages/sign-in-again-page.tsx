import type { VNode } from 'preact';
import type { KeptForm } from './kept-form.js';
import { Layout } from './layout.js';
import { SignInFields } from './sign-in-form.js';

interface SignInAgainPageProps {
  /** The page that was asked for; null when a form was sent. */
  onward: string | null;
  kept: KeptForm | null;
}

/** In the place of a page or an answer that needs an account: the way in, and on to what was wanted. */
export function SignInAgainPage({ onward, kept }: SignInAgainPageProps): VNode {
  return (
    <Layout title="Masuk" actor={null} path="/masuk" narrow>
      <div class="card card-md" data-form-refused={kept ? '' : undefined}>
        <div class="card-body">
          <h1 class="mb-3">{kept ? 'Sesi Anda sudah berakhir' : 'Masuk untuk melanjutkan'}</h1>
          <p class="text-secondary" role={kept ? 'alert' : undefined}>
            {kept
              ? 'Yang Anda isi belum tersimpan, tetapi tidak hilang: masuklah, lalu lanjutkan mengirimnya.'
              : 'Halaman ini memerlukan akun. Sesudah masuk, Anda langsung dibawa ke sana.'}
          </p>
          <SignInFields onward={onward} kept={kept} faults={null} />
        </div>
      </div>
    </Layout>
  );
}
