import type { OwnHours } from '../../platform/text/day-hours.js';
import { formatDateTimeRange } from '../../platform/text/dates.js';
import { endingAt, lastMoment } from '../../platform/text/deadline.js';
import { layOutLetter, type LetterBlock, type LetterBody } from '../../platform/text/letter.js';
import type { Zone } from '../../platform/text/zones.js';
import { lastBlocks, linkOpening, type HostLink } from './host-link-mail.js';
import { holdExpiry, OFFER_HOLD_HOURS, proposedTime, type HoldingVisit } from './host-time.js';
import type { VisitKind } from './reference.js';
import type { Notice } from './visit-notices.js';

/** What a notice tells of its visit and step. */
export interface NoticeFacts {
  reference: string;
  kind: VisitKind;
  title: string;
  guestUnitName: string;
  hostUnitName: string;
  startsAt: Date;
  endsAt: Date;
  ownHours: OwnHours | null;
  proposedStartsAt: Date | null;
  proposedEndsAt: Date | null;
  proposedOwnHours: OwnHours | null;
  proposedBy: HoldingVisit['proposedBy'];
  proposedAt: Date | null;
  /** The host's zone. */
  timeZone: Zone;
  place: string;
  purpose: string;
  hostMessage: string;
  conditions: string;
  replyLetterNumber: string | null;
  actorName: string;
  reason: string | null;
  pageUrl: string;
  /** Whether the reader's regional office must approve before the host may accept. */
  approvalAsked: boolean;
  /** Where a host without accounts answers, and until when; null for whoever opens the visit itself. */
  answer: HostLink | null;
  /** What the reader has to know before all else, instead of the notice's own words: who answers for a host that cannot. */
  instead?: string | null;
}

const approvalText =
  'Kunjungan ini memerlukan persetujuan Kanwil Anda. Mohon buka kunjungan ini, lalu setujui bila sesuai.';

/** Until when the host keeps a proposed time free; empty where it does not. */
function heldUntil({ proposedBy, proposedAt, timeZone }: NoticeFacts): string {
  if (proposedBy !== 'host' || proposedAt === null) return '';
  const last = lastMoment(endingAt(holdExpiry(proposedAt), timeZone));
  return `hanya ${OFFER_HOLD_HOURS} jam, sampai ${last}`;
}

const openingOf = ({ opening }: Notice, facts: NoticeFacts): string =>
  facts.answer
    ? linkOpening(facts)
    : [facts.instead ?? (facts.approvalAsked ? '' : opening), facts.approvalAsked ? approvalText : '']
        .filter(Boolean)
        .join(' ');

/** The mail to one officer, in Indonesian. */
export function noticeMail(
  notice: Notice,
  name: string,
  facts: NoticeFacts,
): LetterBody & { subject: string } {
  const { timeZone } = facts;
  const proposed = proposedTime(facts);
  const proposal = proposed ? formatDateTimeRange(proposed, timeZone) : '';
  const subject = `${notice.subject}: ${facts.title} (${facts.reference})`;
  const blocks: LetterBlock[] = [
    { text: openingOf(notice, facts) },
    {
      facts: [
        ['Tamu', facts.guestUnitName],
        ['Tuan rumah', facts.hostUnitName],
        ['Waktu', formatDateTimeRange(facts, timeZone)],
        ['Usulan waktu', proposal],
        ['Waktu ditahan', heldUntil(facts)],
        ['Tempat', facts.place],
        ['Tujuan', facts.purpose],
        ['Pesan tuan rumah', facts.hostMessage],
        ['Syarat dari tuan rumah', facts.conditions],
        ['Surat balasan', facts.replyLetterNumber ?? ''],
        ['Alasan', facts.reason ?? ''],
        ['Oleh', facts.actorName],
        ['Dijawab paling lambat', facts.answer ? lastMoment(facts.answer.due) : ''],
      ],
    },
    ...lastBlocks(facts),
  ];
  return { subject, ...layOutLetter({ title: notice.subject, name, blocks }) };
}
