import { formatDateTimeRange } from '../../platform/text/dates.js';
import { layOutLetter, type LetterBlock, type LetterBody } from '../../platform/text/letter.js';
import type { Zone } from '../../platform/text/zones.js';
import type { VisitKind } from './reference.js';
import { hasTrait, statesWith } from './visit-state-traits.js';
import type { VisitState } from './visit-transitions.js';

/** Who is told of a step: units beside the actor, and whether the regional offices are told too. */
export interface Notice {
  units: 'guest' | 'host' | 'other' | 'both';
  regional: boolean;
  /** Whether those who take part get a calendar mail about the same step, so that this one would be a second. */
  reachesCalendars: boolean;
  subject: string;
  opening: string;
}

const answer = 'Mohon buka kunjungan ini, lalu terima, tolak, atau usulkan waktu lain.';

const notices: Readonly<Record<string, Notice>> = {
  submit: {
    units: 'host',
    regional: true,
    reachesCalendars: false,
    subject: 'Permintaan kunjungan',
    opening: `Ada permintaan kunjungan baru. ${answer}`,
  },
  propose: {
    units: 'other',
    regional: false,
    reachesCalendars: false,
    subject: 'Usulan waktu lain',
    opening: `Ada usulan waktu lain untuk kunjungan berikut. ${answer}`,
  },
  accept: {
    units: 'other',
    regional: true,
    reachesCalendars: true,
    subject: 'Kunjungan dikonfirmasi',
    opening: 'Kunjungan berikut telah dikonfirmasi. Undangan kalender dikirim kepada setiap peserta.',
  },
  decline: {
    units: 'other',
    regional: true,
    reachesCalendars: false,
    subject: 'Permintaan ditolak',
    opening: 'Mohon maaf, permintaan kunjungan berikut tidak dapat dipenuhi.',
  },
  withdraw: {
    units: 'other',
    regional: false,
    reachesCalendars: false,
    subject: 'Permintaan ditarik kembali',
    opening: 'Permintaan atau usulan berikut ditarik kembali oleh pengirimnya.',
  },
  approve: {
    units: 'both',
    regional: false,
    reachesCalendars: false,
    subject: 'Disetujui Kanwil',
    opening: 'Kanwil telah menyetujui kunjungan berikut.',
  },
  expire: {
    units: 'both',
    regional: true,
    reachesCalendars: false,
    subject: 'Permintaan kedaluwarsa',
    opening: 'Permintaan berikut tidak dijawab sampai batas waktunya, sehingga tidak berlaku lagi.',
  },
  reschedule: {
    units: 'other',
    regional: false,
    reachesCalendars: false,
    subject: 'Usulan perubahan jadwal',
    opening:
      'Ada usulan perubahan jadwal untuk kunjungan berikut. Mohon buka kunjungan ini, lalu jawab usulannya.',
  },
  cancel: {
    units: 'other',
    regional: true,
    reachesCalendars: true,
    subject: 'Kunjungan dibatalkan',
    opening: 'Kunjungan berikut dibatalkan.',
  },
  'not-held': {
    units: 'other',
    regional: true,
    reachesCalendars: true,
    subject: 'Kunjungan tidak dilaksanakan',
    opening: 'Kunjungan berikut tercatat tidak dilaksanakan.',
  },
  'suggest-time': {
    units: 'both',
    regional: false,
    reachesCalendars: false,
    subject: 'Peserta mengusulkan waktu lain',
    opening:
      'Seorang peserta mengusulkan waktu lain. Jadwal tidak berubah; bila perlu, usulkan perubahan jadwal di halaman kunjungan.',
  },
  'suggest-substitute': {
    units: 'both',
    regional: false,
    reachesCalendars: false,
    subject: 'Peserta mengusulkan pengganti',
    opening:
      'Seorang peserta berhalangan dan mengusulkan pengganti. Bila setuju, tambahkan penggantinya sebagai peserta.',
  },
};

/** Answers to a change of the schedule of a visit that stays confirmed either way. */
const rescheduleAnswers: Readonly<Record<string, Pick<Notice, 'subject' | 'opening' | 'regional'>>> = {
  accept: {
    regional: true,
    subject: 'Jadwal berubah',
    opening: 'Usulan perubahan jadwal diterima. Kalender setiap peserta mengikuti.',
  },
  decline: {
    regional: false,
    subject: 'Usulan jadwal ditolak',
    opening: 'Usulan perubahan jadwal ditolak; kunjungan tetap pada waktunya.',
  },
  withdraw: {
    regional: false,
    subject: 'Usulan jadwal ditarik kembali',
    opening: 'Usulan perubahan jadwal ditarik kembali; kunjungan tetap pada waktunya.',
  },
};

/** Every step that somebody is mailed about; of a standing visit, the answers to a change of the schedule. */
export const noticedSteps: readonly { action: string; fromState: VisitState | null }[] = [
  ...Object.keys(notices).map((action) => ({ action, fromState: null })),
  ...statesWith('standing').flatMap((fromState) =>
    Object.keys(rescheduleAnswers).map((action) => ({ action, fromState })),
  ),
];

/** Who is told of a step and how it is put; null for what nobody is mailed about. */
export function noticeOf(action: string, fromState: VisitState | null): Notice | null {
  const notice = notices[action];
  if (!notice) return null;
  return fromState !== null && hasTrait(fromState, 'standing')
    ? { ...notice, ...rescheduleAnswers[action] }
    : notice;
}

export interface NoticeFacts {
  reference: string;
  kind: VisitKind;
  title: string;
  guestUnitName: string;
  hostUnitName: string;
  startsAt: Date;
  endsAt: Date;
  proposedStartsAt: Date | null;
  proposedEndsAt: Date | null;
  /** The host's zone. */
  timeZone: Zone;
  place: string;
  purpose: string;
  actorName: string;
  reason: string | null;
  pageUrl: string;
  /** Whether the reader's regional office must approve before the host may accept. */
  approvalAsked: boolean;
}

const approvalText =
  'Kunjungan ini memerlukan persetujuan Kanwil Anda. Mohon buka kunjungan ini, lalu setujui bila sesuai.';

/** The mail to one officer, in Indonesian. */
export function noticeMail(
  notice: Notice,
  name: string,
  facts: NoticeFacts,
): LetterBody & { subject: string } {
  const { proposedStartsAt, proposedEndsAt, timeZone } = facts;
  const proposal =
    proposedStartsAt && proposedEndsAt ? formatDateTimeRange(proposedStartsAt, proposedEndsAt, timeZone) : '';
  const subject = `${notice.subject}: ${facts.title} (${facts.reference})`;
  const blocks: LetterBlock[] = [
    { text: facts.approvalAsked ? approvalText : notice.opening },
    {
      facts: [
        ['Tamu', facts.guestUnitName],
        ['Tuan rumah', facts.hostUnitName],
        ['Waktu', formatDateTimeRange(facts.startsAt, facts.endsAt, timeZone)],
        ['Usulan waktu', proposal],
        ['Tempat', facts.place],
        ['Tujuan', facts.purpose],
        ['Alasan', facts.reason ?? ''],
        ['Oleh', facts.actorName],
      ],
    },
    { action: 'Buka kunjungan', href: facts.pageUrl },
  ];
  return { subject, ...layOutLetter({ title: notice.subject, name, blocks }) };
}
