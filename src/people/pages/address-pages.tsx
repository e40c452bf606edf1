import type { VNode } from 'preact';
import { Field, RefusalAlert, Submit } from '../../platform/pages/form-parts.js';
import { typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { shownEmail } from '../../platform/text/shown-email.js';
import type { AskedAddress } from '../use-cases/take-address.js';

interface AddressPageProps {
  token: string;
  asked: AskedAddress;
}

/** Where the owner of a mailbox says that an account is to have its address. */
export function AddressPage({ token, asked }: AddressPageProps): VNode {
  return (
    <Layout title="Alamat surel baru" actor={null} narrow>
      <div class="card card-md">
        <div class="card-body">
          <h1 class="mb-3">Alamat surel baru</h1>
          <p>
            Akun {asked.name} kini memakai {shownEmail(asked.from)}. Mulai dari konfirmasi ini akun memakai{' '}
            <strong>{shownEmail(asked.to)}</strong> untuk masuk, undangan, dan pemberitahuan.
          </p>
          <p class="text-secondary">
            Jawaban, langganan kalender, token, dan tulisan Anda tetap. Undangan kunjungan yang akan datang
            dikirim ke alamat baru.
          </p>
          <PageForm action={`/alamat/${token}`}>
            <Submit>Pakai alamat ini</Submit>
          </PageForm>
        </div>
      </div>
    </Layout>
  );
}

/** Said after it, and of a link that is of no use any more. */
export function AddressDonePage({ isDone }: { isDone: boolean }): VNode {
  const title = isDone ? 'Alamat surel sudah diganti' : 'Tautan tidak berlaku';
  return (
    <Layout title={title} actor={null} narrow>
      <div class="card card-md">
        <div class="card-body">
          <h1 class="mb-3">{title}</h1>
          <p>
            {isDone
              ? 'Akun Anda memakai alamat baru. Silakan masuk dengan alamat itu; kata sandi tetap sama.'
              : 'Tautan ini sudah dipakai, sudah lewat waktunya, atau sudah diganti dengan yang lebih baru.'}
          </p>
          <a class="btn btn-primary" href="/masuk">
            Masuk
          </a>
        </div>
      </div>
    </Layout>
  );
}

interface AddressFormProps {
  action: string;
  scope: string;
  sent: SentForm | undefined;
  faults: FormFaults | null;
}

/** Asks for another address of an account. */
export function AddressForm({ action, scope, sent, faults }: AddressFormProps): VNode {
  return (
    <PageForm class="card-body prose" action={action} asks>
      <RefusalAlert faults={faults} />
      <Field
        name="email"
        scope={scope}
        label="Alamat surel baru"
        type="email"
        value={typed(sent, 'email')}
        autocomplete="off"
        maxLength={254}
        hint="Kami kirim tautan ke alamat baru; alamat lama diberi tahu. Yang lama berlaku sampai tautan itu dibuka dan dikonfirmasi."
        faults={faults}
      />
      <button class="btn" type="submit">
        Kirim tautan ke alamat baru
      </button>
    </PageForm>
  );
}
