import { sampleReader, sampleVisit, type MailSample } from '../../platform/text/mail-sample.js';
import { noticedSteps, noticeMail, noticeOf, type NoticeFacts } from './visit-notices.js';

const facts: NoticeFacts = {
  ...sampleVisit,
  proposedStartsAt: null,
  proposedEndsAt: null,
  actorName: 'Budi Santoso',
  reason: null,
  approvalAsked: false,
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
  decline: { reason: 'Aula sedang diperbaiki.' },
  cancel: { reason: 'Peserta berhalangan.' },
  'suggest-substitute': { reason: 'Tono menggantikan Sari (tono@contoh.test).' },
};

export const visitMailSamples = (): MailSample[] =>
  noticedSteps.flatMap(({ action, fromState }) => {
    const notice = noticeOf(action, fromState);
    const told = { ...facts, ...more[action] };
    return notice
      ? [
          {
            name: `visit-notice-${action}${fromState ? `-${fromState}` : ''}`,
            occasion: notice.subject,
            ...noticeMail(notice, sampleReader, told),
          },
        ]
      : [];
  });
