import type { VNode } from 'preact';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { refusalPath, type MailRefusal } from '../../platform/mail/mail-refusals.js';
import type { BulkMail } from '../../platform/mail/mail-states.js';

const kinds = {
  digest: 'ringkasan berkala',
  reminder: 'pengingat',
} as const satisfies Record<BulkMail, string>;

interface RefusalPageProps {
  token: string;
  refusal: MailRefusal;
}

/** Whether somebody gets a kind of mails, and a button for the other. */
export function RefusalPage({ token, refusal: { kind, email, refusedAt } }: RefusalPageProps): VNode {
  const path = refusalPath(token);
  const isRefused = refusedAt !== null;
  return (
    <Layout title="Berhenti menerima surat" actor={undefined} narrow>
      <div class="card">
        <div class="card-body">
          <h1>Surat {kinds[kind]}</h1>
          <p role="status">
            {isRefused
              ? `Surat ${kinds[kind]} tidak lagi dikirim ke ${email}.`
              : `Surat ${kinds[kind]} dikirim ke ${email}.`}{' '}
            Undangan, perubahan dan pembatalan kunjungan tetap dikirim.
          </p>
          <PageForm action={isRefused ? `${path}/batal` : path}>
            <button class="btn btn-primary" type="submit">
              {isRefused ? 'Kirim lagi kepada saya' : 'Berhenti menerima'}
            </button>
          </PageForm>
        </div>
      </div>
    </Layout>
  );
}
