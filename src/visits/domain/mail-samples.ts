import { endingAt } from '../../platform/text/deadline.js';
import { sampleReader, sampleVisit, type MailSample } from '../../platform/text/mail-sample.js';
import { answerDigestMail, type AnswerNews } from './answer-digest.js';
import { guestAnswers } from './guest-answers.js';
import { guestMail, guestReminder, type GuestMailFacts } from './guest-mails.js';
import { guestAnswerWords } from './guest-words.js';
import { noticeMail, type NoticeFacts } from './notice-mail.js';
import { leftAddressMail, newLinkMail, ownAddressMail } from './participant-mails.js';
import { noticedSteps, noticeOf, type Notice } from './visit-notices.js';
import type { VisitState } from './visit-transitions.js';

const facts: NoticeFacts = {
  ...sampleVisit,
  hostMessage: '',
  conditions: '',
  replyLetterNumber: null,
  proposedStartsAt: null,
  proposedEndsAt: null,
  proposedOwnHours: null,
  proposedBy: null,
  proposedAt: null,
  actorName: 'Budi Santoso',
  reason: null,
  approvalAsked: false,
  answer: null,
};

/** Where a host without accounts answers. */
const answer = {
  href: 'https://sambang.contoh.test/balas/contoh',
  due: endingAt(new Date('2025-10-27T17:00:00Z'), sampleVisit.timeZone),
};

/** Steps that name another time, or a reason. */
const more: Readonly<Record<string, Partial<NoticeFacts>>> = {
  propose: {
    proposedStartsAt: new Date('2025-11-04T02:00:00Z'),
    proposedEndsAt: new Date('2025-11-04T05:00:00Z'),
  },
  reschedule: {
    proposedStartsAt: new Date('2025-11-04T02:00:00Z'),
    proposedEndsAt: new Date('2025-11-04T05:00:00Z'),
    reason: 'Ada apel gabungan.',
  },
  accept: {
    hostMessage: 'Kami menunggu di pintu utama pukul 08.30.',
    conditions: 'Telepon genggam dititipkan di pintu.',
    replyLetterNumber: 'WP.13-2',
  },
  decline: { reason: 'Aula sedang diperbaiki.' },
  cancel: { reason: 'Peserta berhalangan.' },
  'suggest-substitute': { reason: 'Tono menggantikan Sari (tono@contoh.test).' },
};

/** What participants of one side said. */
const said: AnswerNews[] = [
  {
    id: '1',
    participant: '1',
    name: 'Sari',
    side: 'guest',
    broughtBy: null,
    role: 'leader',
    answer: 'declined',
    words: 'Maaf, ada apel.',
    cameAt: sampleVisit.startsAt,
  },
  {
    id: '2',
    participant: '2',
    name: 'Tono',
    side: 'guest',
    broughtBy: null,
    role: 'member',
    answer: 'accepted',
    words: '',
    cameAt: sampleVisit.startsAt,
  },
];

export const visitMailSamples = (): MailSample[] => [
  ...noticeSamples(),
  ...arrangedSamples(),
  ...guestSamples(),
  ...linkSamples(),
  ...participantSamples(),
  {
    name: 'answers',
    occasion: 'Peserta dari pihak sendiri menjawab',
    ...answerDigestMail(sampleReader, sampleVisit, said),
  },
];

const noticeSample = (name: string, notice: Notice, told: NoticeFacts): MailSample => ({
  name: `visit-notice-${name}`,
  occasion: notice.subject,
  ...noticeMail(notice, sampleReader, told),
});

/** To the own address of a host where nobody has an account. */
const linkSamples = (): MailSample[] =>
  ['submit', 'propose'].flatMap((action) => {
    const notice = noticeOf(action, null);
    const told = { ...facts, ...more[action], answer };
    return notice
      ? [
          {
            name: `answer-link-${action}`,
            occasion: `${notice.subject}: kepada surel UPT yang belum memakai Sambang`,
            ...noticeMail(notice, sampleVisit.hostUnitName, told),
          },
        ]
      : [];
  });

/** To participants, about their own page and address. */
const participantSamples = (): MailSample[] => [
  {
    name: 'participant-link',
    occasion: 'Tautan halaman peserta dikirim lagi',
    ...newLinkMail(sampleReader, sampleVisit, 'https://sambang.contoh.test/jawab/contoh'),
  },
  {
    name: 'own-address',
    occasion: 'Peserta menulis alamat surelnya yang baru: kepada alamat itu',
    ...ownAddressMail(sampleReader, sampleVisit, 'https://sambang.contoh.test/jawab/alamat/contoh'),
  },
  {
    name: 'own-address-left',
    occasion: 'Peserta memakai alamat surel baru: kepada alamat yang lama',
    ...leftAddressMail(sampleReader, sampleVisit, 'baru@contoh.test'),
  },
];

const noticeSamples = (): MailSample[] =>
  noticedSteps.flatMap(({ action, fromState }) => {
    const notice = noticeOf(action, fromState);
    const name = `${action}${fromState ? `-${fromState}` : ''}`;
    return notice ? [noticeSample(name, notice, { ...facts, ...more[action] })] : [];
  });

/** What is put otherwise of a visit that a regional office arranged. */
const arrangedSteps: readonly [name: string, action: string, from: VisitState, to: VisitState][] = [
  ['accept-first', 'accept', 'arranged', 'requested'],
  ['withdraw-first', 'withdraw', 'counter-proposed', 'arranged'],
  ['withdraw-arranged', 'withdraw', 'requested', 'withdrawn'],
];

const arrangedSamples = (): MailSample[] =>
  arrangedSteps.flatMap(([name, action, from, to]) => {
    const notice = noticeOf(action, from, to);
    return notice ? [noticeSample(name, notice, facts)] : [];
  });

const guestFacts: GuestMailFacts = {
  ...sampleVisit,
  organisationName: 'Rutan Kelas IIB Purbalingga',
  dueOn: '2025-10-27',
  message: 'Mari berangkat bersama.',
  reason: '',
  partySize: null,
};

/** What is mailed of an organisation that was asked to join. */
const guestSamples = (): MailSample[] => [
  ...guestAnswers.map((answer) => ({
    name: `guest-${answer}`,
    occasion: `Kantor lain diajak ikut: ${guestAnswerWords[answer].name.toLowerCase()}`,
    ...guestMail(answer, sampleReader, {
      ...guestFacts,
      reason: answer === 'declined' || answer === 'left' ? 'Ada apel gabungan.' : '',
      partySize: answer === 'joined' ? 4 : null,
    }),
  })),
  {
    name: 'guest-reminder',
    occasion: 'Ajakan kunjungan bersama menunggu jawaban',
    ...guestReminder(sampleReader, guestFacts),
  },
];
