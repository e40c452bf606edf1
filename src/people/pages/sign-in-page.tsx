import type { VNode } from 'preact';
import { Field, Notice, Refusal, Submit } from '../../platform/pages/form-parts.js';
import type { FormFaults } from '../../platform/pages/forms.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';

/** What happened before somebody came here. */
export const signInNotices = {
  keluar: 'Anda sudah keluar.',
  sandi: 'Kata sandi tersimpan. Silakan masuk dengan kata sandi baru Anda.',
} as const;

interface SignInPageProps {
  email?: string;
  /** Where to go on to; a path of this site, or null. */
  onward: string | null;
  notice?: string | undefined;
  faults: FormFaults | null;
}

export function SignInPage({ email, onward, notice, faults }: SignInPageProps): VNode {
  return (
    <Layout title="Masuk" actor={null} path="/masuk" narrow>
      <div class="card card-md">
        <div class="card-body">
          <h1 class="mb-3">Masuk</h1>
          {notice !== undefined && !faults && <Notice>{notice}</Notice>}
          <Refusal faults={faults} />
          <PageForm action="/masuk">
            {onward !== null && <input type="hidden" name="lanjut" value={onward} />}
            <Field
              name="email"
              label="Alamat surel"
              type="email"
              value={email}
              autocomplete="username"
              faults={faults}
              first={!email}
            />
            <Field
              name="password"
              label="Kata sandi"
              type="password"
              autocomplete="current-password"
              faults={faults}
              first={Boolean(email)}
            />
            <Submit>Masuk</Submit>
          </PageForm>
          <p class="text-center mt-3 mb-0">
            <a href="/lupa-sandi">Lupa kata sandi?</a>
          </p>
        </div>
      </div>
      <p class="text-secondary text-center mt-3">
        Belum punya akun? Mintalah undangan kepada kepala UPT atau Kanwil Anda.
      </p>
    </Layout>
  );
}
