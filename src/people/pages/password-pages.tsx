import type { ComponentChildren, VNode } from 'preact';
import { Field, RefusalAlert, Submit } from '../../platform/pages/form-parts.js';
import type { FormFaults } from '../../platform/pages/forms.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import type { LinkPurpose } from '../domain/lifetimes.js';
import { SHORTEST_PASSWORD } from '../domain/password-policy.js';
import type { PasswordLinkFacts } from '../queries/find-password-link.js';

function Card({ title, children }: { title: string; children: ComponentChildren }): VNode {
  return (
    <Layout title={title} actor={null} narrow>
      <div class="card card-md">
        <div class="card-body">
          <h1 class="mb-3">{title}</h1>
          {children}
        </div>
      </div>
    </Layout>
  );
}

interface ForgottenPageProps {
  email?: string;
  faults: FormFaults | null;
}

export function ForgottenPage({ email, faults }: ForgottenPageProps): VNode {
  return (
    <Card title="Lupa kata sandi">
      <p class="text-secondary">
        Tuliskan alamat surel akun Anda. Kami mengirim tautan untuk membuat kata sandi baru.
      </p>
      <RefusalAlert faults={faults} />
      <PageForm action="/lupa-sandi">
        <Field
          name="email"
          label="Alamat surel"
          type="email"
          value={email}
          autocomplete="username"
          faults={faults}
          first
        />
        <Submit>Kirim tautan</Submit>
      </PageForm>
      <p class="text-center mt-3 mb-0">
        <a href="/masuk">Kembali ke halaman masuk</a>
      </p>
    </Card>
  );
}

/** Says the same whether the address has an account or not. */
export function ForgottenSentPage(): VNode {
  return (
    <Card title="Periksa kotak surel Anda">
      <p>
        Bila alamat itu punya akun, tautan untuk membuat kata sandi baru sudah kami kirim. Tautan berlaku
        selama satu jam.
      </p>
      <p class="text-secondary">
        Belum sampai dalam beberapa menit? Periksa juga folder spam, lalu{' '}
        <a href="/lupa-sandi">minta sekali lagi</a>.
      </p>
      <a class="btn w-100" href="/masuk">
        Kembali ke halaman masuk
      </a>
    </Card>
  );
}

const titles: Record<LinkPurpose, string> = {
  invitation: 'Buat kata sandi',
  reset: 'Buat kata sandi baru',
  'first-administrator': 'Buat akun administrator',
};

const introductions: Record<LinkPurpose, string> = {
  invitation: 'Selamat datang di Sambang. Buatlah kata sandi untuk akun Anda.',
  reset: 'Kata sandi lama tidak berlaku lagi setelah ini, dan Anda perlu masuk kembali di semua perangkat.',
  'first-administrator':
    'Sambang baru saja dipasang dan belum punya akun. Akun ini mengelola orang, UPT, dan surat di seluruh sistem.',
};

interface PasswordPageProps {
  token: string;
  link: PasswordLinkFacts;
  name?: string;
  email?: string;
  faults: FormFaults | null;
}

export function PasswordPage({ token, link, name, email, faults }: PasswordPageProps): VNode {
  return (
    <Card title={titles[link.purpose]}>
      <p class="text-secondary">{introductions[link.purpose]}</p>
      <RefusalAlert faults={faults} />
      <PageForm action={`/sandi/${token}`}>
        {link.holder ? (
          <Holder {...link.holder} />
        ) : (
          <>
            <Field
              name="name"
              label="Nama"
              value={name}
              autocomplete="name"
              maxLength={200}
              faults={faults}
              first
            />
            <Field
              name="email"
              label="Alamat surel"
              type="email"
              value={email}
              autocomplete="username"
              faults={faults}
            />
          </>
        )}
        <Field
          name="password"
          label="Kata sandi"
          type="password"
          autocomplete="new-password"
          hint={`Paling sedikit ${SHORTEST_PASSWORD} karakter. Beberapa kata yang mudah Anda ingat lebih baik daripada satu kata yang rumit.`}
          faults={faults}
          first={link.holder !== null}
        />
        <Field
          name="repeat"
          label="Ulangi kata sandi"
          type="password"
          autocomplete="new-password"
          faults={faults}
        />
        <Submit>Simpan kata sandi</Submit>
      </PageForm>
    </Card>
  );
}

/** Whose account it is; without a name, so that it is not sent, but password managers see it. */
function Holder({ name, email }: { name: string; email: string }): VNode {
  return (
    <>
      <div class="mb-3">
        <span class="form-label">Nama</span>
        <div>{name}</div>
      </div>
      <div class="mb-3">
        <label class="form-label" for="account">
          Alamat surel
        </label>
        <input
          class="form-control-plaintext"
          id="account"
          type="email"
          value={email}
          autocomplete="username"
          readOnly
        />
      </div>
    </>
  );
}

/** A link that was used, has expired or never was: nobody can tell which once it is forgotten. */
export function LinkNotValidPage(): VNode {
  return (
    <Card title="Tautan tidak berlaku">
      <p>Tautan ini sudah dipakai, sudah lewat waktunya, atau sudah diganti dengan yang lebih baru.</p>
      <ul class="mb-4">
        <li>Bila kata sandi sudah Anda buat, silakan masuk.</li>
        <li>Bila belum, mintalah tautan baru. Akun yang baru diundang juga dapat memintanya.</li>
        <li>Untuk akun administrator pertama, jalankan ulang server: tautan baru tercetak di konsolnya.</li>
      </ul>
      <div class="btn-list">
        <a class="btn btn-primary" href="/lupa-sandi">
          Minta tautan baru
        </a>
        <a class="btn" href="/masuk">
          Masuk
        </a>
      </div>
    </Card>
  );
}
