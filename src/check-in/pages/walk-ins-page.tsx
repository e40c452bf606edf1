import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { RefusalAlert } from '../../platform/pages/form-parts.js';
import type { FormFaults } from '../../platform/pages/forms.js';
import { Icon } from '../../platform/pages/icon.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { Empty, PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import { shownEmail } from '../../platform/text/shown-email.js';
import type { WaitingWalkIn } from '../use-cases/look-at-walk-in.js';

interface WalkInsPageProps {
  actor: Actor;
  visitId: string;
  waiting: readonly WaitingWalkIn[];
  faults: FormFaults | null;
}

/** Those who came unasked and wrote themselves down: an officer says whom the visit knows. */
export function WalkInsPage({ actor, visitId, waiting, faults }: WalkInsPageProps): VNode {
  return (
    <Layout title="Pendaftar di tempat" actor={actor} path="/kunjungan" narrow>
      <PageHeading
        title="Pendaftar di tempat"
        lead="Mereka sudah tercatat hadir. Surel dan teleponnya baru dipakai setelah diterima."
        back={[`/kunjungan/${visitId}/hari-ini`, 'Hari kunjungan']}
      />
      <RefusalAlert faults={faults} />
      <Card title={`Menunggu diperiksa (${waiting.length})`}>
        {waiting.length === 0 && (
          <Empty icon="check" title="Tidak ada yang menunggu">
            Yang mendaftar lewat kode hadir tampil di sini.
          </Empty>
        )}
        <ul class="list-group list-group-flush">
          {waiting.map((each) => (
            <li class="list-group-item" key={each.participantId}>
              <Waiting visitId={visitId} waiting={each} />
            </li>
          ))}
        </ul>
      </Card>
    </Layout>
  );
}

function Waiting({ visitId, waiting }: { visitId: string; waiting: WaitingWalkIn }): VNode {
  const { participantId, name, office, email, phone } = waiting;
  return (
    <PageForm action={`/kunjungan/${visitId}/hari-ini/tambahan/${participantId}`}>
      <div class="fw-medium">{name}</div>
      <div class="text-secondary mb-2">
        {[office, phone, email && shownEmail(email)].filter(Boolean).join(' · ')}
      </div>
      <div class="btn-list">
        <button class="btn" type="submit" name="aksi" value="terima" aria-label={`Terima: ${name}`}>
          <Icon name="check" />
          Terima
        </button>
        <button class="btn" type="submit" name="aksi" value="hapus" aria-label={`Hapus dari daftar: ${name}`}>
          <Icon name="trash" />
          Hapus dari daftar
        </button>
      </div>
    </PageForm>
  );
}
