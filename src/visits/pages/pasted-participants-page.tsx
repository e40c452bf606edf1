import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { RefusalAlert, Select } from '../../platform/pages/form-parts.js';
import { typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { PageHeading } from '../../platform/pages/page-heading.js';
import { LookAtList, PastedField, PASTED_STYLES } from '../../platform/pages/pasted-people.js';
import type { Actor } from '../../platform/security/actor.js';
import type { PastedPerson } from '../../platform/text/pasted-people/parse-people.js';
import type { PastedList } from '../../platform/text/pasted-people/pasted-list.js';
import type { ReadableVisit } from '../use-cases/read-visit.js';
import { PartyLimit } from './party-card.js';
import { invitationWords } from './participants-page.js';
import { sideOptionsFor } from './participant-invitations.js';

interface PastedParticipantsPageProps {
  actor: Actor;
  visit: ReadableVisit['visit'];
  /** Whether the reader brings people of a joined guest, and no others. */
  ownOnly: boolean;
  sent: SentForm | undefined;
  list: PastedList;
  /** Those of the list who take part already. */
  there: readonly PastedPerson[];
  faults: FormFaults | null;
}

/** Adding many participants at once, from a pasted list. */
export function PastedParticipantsPage(props: PastedParticipantsPageProps): VNode {
  const { actor, visit, ownOnly, sent, list, there, faults } = props;
  const title = 'Tambah peserta dari daftar';
  const remarks = new Map(there.map(({ line }) => [line, 'sudah terdaftar, tidak ditambahkan lagi']));
  return (
    <Layout
      title={`${title} – ${visit.title}`}
      actor={actor}
      path="/kunjungan"
      styles={['visits/pages/visit.css', PASTED_STYLES]}
    >
      <PageHeading
        title={title}
        lead={`${visit.reference} · ${visit.guestUnitName} ke ${visit.hostUnitName}`}
        back={[`/kunjungan/${visit.id}/peserta`, 'Peserta']}
      />
      <RefusalAlert faults={faults} />
      <Card title="Daftar peserta">
        <PageForm class="card-body" action={`/kunjungan/${visit.id}/peserta/daftar`}>
          <p class="text-secondary">{invitationWords(visit.state)}</p>
          <PartyLimit visit={visit} />
          <Select
            name="side"
            label="Pihak"
            options={sideOptionsFor(ownOnly)}
            value={typed(sent, 'side') || 'guest'}
            faults={faults}
          />
          <PastedField
            name="tempel"
            label="Peserta"
            rows={6}
            value={typed(sent, 'tempel')}
            list={list}
            remarks={remarks}
            faults={faults}
          />
          <LookAtList />
          <button class="btn btn-primary" type="submit">
            Tambahkan semua
          </button>
        </PageForm>
      </Card>
    </Layout>
  );
}
