import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { NoticeAlert, RefusalAlert } from '../../platform/pages/form-parts.js';
import { Icon } from '../../platform/pages/icon.js';
import { RankChoices } from '../../platform/pages/official-fields.js';
import { Layout } from '../../platform/pages/layout.js';
import { Empty, PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import { mayBring, mayCorrectAddress, mayEdit } from '../domain/visit-policies.js';
import { hasTrait } from '../domain/visit-state-traits.js';
import type { VisitState } from '../domain/visit-states.js';
import type { UnitChoice } from '../queries/unit-choices.js';
import type { ReadableVisit } from '../use-cases/read-visit.js';
import type { RefusedParticipant } from './refused-participant.js';
import { NewParticipantCard, UnitInvitation } from './participant-invitations.js';
import { PartyLimit } from './party-card.js';
import { ParticipantEditor } from './participant-editor.js';
import { partySummaryOf } from './participants-card.js';

export interface ParticipantsPageProps {
  actor: Actor;
  now: Date;
  readable: ReadableVisit;
  units: readonly UnitChoice[];
  /** What was looked for among the units. */
  words: string;
  notice?: string | undefined;
  refused?: RefusedParticipant;
}

/** What is said after a form was taken. */
export const participantNotices: Readonly<Record<string, string>> = {
  ditambah: 'Peserta sudah ditambahkan.',
  diubah: 'Data peserta sudah disimpan.',
  dihapus: 'Peserta sudah dihapus.',
  tautan: 'Tautan baru sudah dikirim; tautan yang lama tidak berlaku lagi.',
  kehadiran: 'Kehadiran sudah dicatat.',
  upt: 'Orang dari UPT itu sudah ditambahkan sebagai peserta.',
  daftar: 'Peserta dari daftar sudah ditambahkan.',
  'daftar-kosong': 'Tidak ada orang baru: semua orang di daftar itu sudah terdaftar.',
  'upt-kosong': 'Tidak ada orang baru: UPT itu belum punya akun, atau semuanya sudah terdaftar.',
};

/** When somebody who is added hears of it. */
export function invitationWords(state: VisitState): string {
  if (hasTrait(state, 'tookPlace'))
    return 'Kunjungan sudah dilaksanakan: peserta yang ditambahkan hanya tercatat.';
  return hasTrait(state, 'standing')
    ? 'Undangan kalender langsung dikirim ke setiap peserta yang ditambahkan.'
    : 'Undangan kalender dikirim setelah kunjungan dikonfirmasi.';
}

/** Everybody in a visit, with forms to add, change and remove them. */
export function ParticipantsPage(props: ParticipantsPageProps): VNode {
  const { actor, readable, notice, refused } = props;
  const { visit, participants } = readable;
  const hasBegun = props.now >= visit.startsAt && hasTrait(visit.state, 'agreed');
  const isOpen = mayEdit(visit, actor) || mayBring(visit, actor);
  return (
    <Layout
      title={`Peserta – ${visit.title}`}
      actor={actor}
      path="/kunjungan"
      styles={['visits/pages/visit.css']}
    >
      <PageHeading
        title="Peserta"
        lead={`${visit.reference} · ${visit.guestUnitName} ke ${visit.hostUnitName}`}
        back={[`/kunjungan/${visit.id}`, visit.title]}
      >
        {isOpen && participants.length > 0 && (
          <a class="btn participants-add" href="#tambah">
            <Icon name="plus" />
            Tambah peserta
          </a>
        )}
      </PageHeading>
      {notice && <NoticeAlert>{notice}</NoticeAlert>}
      <RefusalAlert faults={refused?.faults ?? null} />
      <div class="visit-columns">
        <Card title={`Terdaftar (${participants.length})`}>
          {participants.length > 0 ? (
            <>
              <p class="card-body pb-2 mb-0 text-secondary">{partySummaryOf(participants)}</p>
              <ul class="list-group list-group-flush">
                {participants.map((participant) => (
                  <li class="list-group-item" key={participant.id} id={`peserta-${participant.id}`}>
                    <ParticipantEditor
                      visitId={visit.id}
                      participant={participant}
                      hasBegun={hasBegun}
                      isOpen={isOpen}
                      mayReadress={mayCorrectAddress(visit, participant, actor)}
                      refused={refused?.form === participant.id ? refused : null}
                    />
                  </li>
                ))}
              </ul>
            </>
          ) : (
            <Empty icon="people" title="Belum ada peserta">
              Tambahkan satu per satu, atau undang semua orang dari sebuah UPT.
            </Empty>
          )}
        </Card>
        {isOpen ? <AddPeople {...props} /> : <Frozen visitId={visit.id} />}
      </div>
    </Layout>
  );
}

/** Once the summary is out, who was there is still told, and who takes part stays. */
const Frozen = ({ visitId }: { visitId: string }): VNode => (
  <p class="text-secondary">
    Ringkasan kunjungan ini sudah terbit: kehadiran masih dapat dicatat, data peserta tidak berubah lagi. Yang
    datang tanpa terdaftar ditambahkan di{' '}
    <a class="text-decoration-underline" href={`/kunjungan/${visitId}/hari-ini`}>
      catatan hari kunjungan
    </a>
    .
  </p>
);

function AddPeople({ actor, readable: { visit }, units, words, refused }: ParticipantsPageProps): VNode {
  const isNew = refused?.form === 'new' ? refused : null;
  return (
    <div id="tambah">
      <RankChoices />
      <p class="text-secondary">{invitationWords(visit.state)}</p>
      <PartyLimit visit={visit} />
      <p>
        <a class="btn" href={`/kunjungan/${visit.id}/peserta/daftar`}>
          <Icon name="people" />
          Tempel daftar peserta
        </a>
      </p>
      <NewParticipantCard {...{ visitId: visit.id, ownOnly: !mayEdit(visit, actor), refused: isNew }} />
      <UnitInvitation visit={visit} units={units} words={words} />
    </div>
  );
}
