import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { NoticeAlert } from '../../platform/pages/form-parts.js';
import { Layout } from '../../platform/pages/layout.js';
import type { ParticipantPage } from '../use-cases/read-participant-page.js';
import { addressOf } from './addresses.js';
import { AgendaCard, TodayCard } from './agenda-cards.js';
import { AfterCards } from './after-cards.js';
import { AnswerForms } from './answer-forms.js';
import { OwnCheckInCard } from './own-check-in-card.js';
import { OwnDataCard } from './own-data-card.js';
import type { Refused } from './refused.js';
import { hasTrait } from '../../visits/index.js';
import { RulesCard, VisitCard } from './visit-cards.js';

export interface ParticipantPageProps {
  token: string;
  page: ParticipantPage;
  /** What the summary tells. */
  told: VNode[];
  notice?: string | undefined;
  refused?: Refused;
}

/** What is said after a form was taken. */
export const pageNotices: Readonly<Record<string, string>> = {
  pengganti: 'Usulan pengganti sudah kami sampaikan kepada petugas kedua UPT.',
  hadir: 'Anda sudah tercatat hadir. Terima kasih.',
  data: 'Data Anda sudah disimpan. Petugas kedua UPT melihat perubahannya.',
  surel:
    'Data Anda sudah disimpan. Kami mengirim surel ke alamat baru Anda; alamat itu berlaku setelah Anda membuka tautan di dalamnya.',
  alamat: 'Alamat surel Anda sudah diganti. Undangan dan kabar berikutnya dikirim ke alamat itu.',
};

/** A visit for one who takes part, from the invitation to what came of it. */
export function ParticipantPageView({ token, page, told, notice, refused }: ParticipantPageProps): VNode {
  const { visit, participant, standing, isAsked, surroundings } = page;
  const faults = refused?.form === 'answer' || refused?.form === 'door' ? refused.faults : null;
  const isOff = hasTrait(visit.state, 'calledOff');
  return (
    <Layout
      title={visit.title}
      actor={undefined}
      narrow
      styles={['participant-page/pages/participant-page.css']}
    >
      <h1 class="participant-title">{visit.title}</h1>
      <p class="text-secondary">
        {visit.guestUnitName} ke {visit.hostUnitName} · {visit.reference}
      </p>
      {notice && <NoticeAlert>{notice}</NoticeAlert>}
      {faults && (
        <div class="alert alert-danger" role="alert">
          {faults.detail}
        </div>
      )}
      <Card title="Kehadiran Anda">
        <div class="card-body">
          <p>Yth. {participant.name},</p>
          <div role="status" class={isOff ? 'alert alert-danger mb-0' : isAsked ? 'mb-3' : undefined}>
            {standing}
            {isOff && surroundings.reason && <div>Alasan: {surroundings.reason}</div>}
          </div>
          {isAsked && <AnswerForms token={token} answer={participant.answer} refused={refused} />}
        </div>
      </Card>
      {page.door && <OwnCheckInCard token={token} door={page.door} />}
      <TodayCard page={page} />
      <AfterCards token={token} page={page} told={told} />
      <VisitCard token={token} page={page} />
      {!isOff && <AgendaCard page={page} />}
      <RulesCard page={page} />
      <OwnDataCard token={token} page={page} refused={refused} />
      <p class="text-secondary">
        Halaman ini milik Anda dan terbuka tanpa akun; mohon tautannya tidak diteruskan.{' '}
        <a class="text-decoration-underline" href={addressOf(token, 'data-saya.json')}>
          Data saya
        </a>{' '}
        memuat semua yang tercatat tentang Anda pada kunjungan ini.{' '}
        <a class="text-decoration-underline" href={addressOf(token, 'data-saya')}>
          Salinan lengkap dan penghapusan
        </a>
        .
      </p>
    </Layout>
  );
}
