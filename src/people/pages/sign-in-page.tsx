import type { VNode } from 'preact';
import { NoticeAlert, RefusalAlert } from '../../platform/pages/form-parts.js';
import type { FormFaults } from '../../platform/pages/forms.js';
import type { KeptForm } from '../../platform/pages/kept-form.js';
import { Layout } from '../../platform/pages/layout.js';
import { SignInFields } from '../../platform/pages/sign-in-form.js';

/** What happened before somebody came here. */
export const signInNotices = {
  keluar: 'Anda sudah keluar.',
  sandi: 'Kata sandi tersimpan. Silakan masuk dengan kata sandi baru Anda.',
} as const;

interface SignInPageProps {
  email?: string;
  /** Where to go on to; a path of this site, or null. */
  onward: string | null;
  /** A form that was sent without a session. */
  kept: KeptForm | null;
  notice?: string | undefined;
  faults: FormFaults | null;
}

export function SignInPage({ email, onward, kept, notice, faults }: SignInPageProps): VNode {
  return (
    <Layout title="Masuk" actor={null} path="/masuk" narrow>
      <div class="card card-md">
        <div class="card-body">
          <h1 class="mb-3">Masuk</h1>
          {notice !== undefined && !faults && <NoticeAlert>{notice}</NoticeAlert>}
          <RefusalAlert faults={faults} />
          <SignInFields email={email ?? ''} onward={onward} kept={kept} faults={faults} />
        </div>
      </div>
      <p class="text-secondary text-center mt-3">
        Belum punya akun? Mintalah undangan kepada kepala UPT atau Kanwil Anda.
      </p>
    </Layout>
  );
}
