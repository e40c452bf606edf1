import { formatDate, formatDateTimeRange } from '../../platform/text/dates.js';
import { layOutLetter, type LetterBlock, type LetterBody } from '../../platform/text/letter.js';
import type { PlannedMessage, Shown } from './invitation-plan.js';
import type { CalendarZone } from './zones.js';

/** What a mail says beside its calendar part. */
export interface InvitationFacts {
  reference: string;
  title: string;
  shown: Shown;
  timeZone: CalendarZone;
  /** The visit's page. */
  pageUrl: string;
  /** Why the visit is off; empty when nobody said. */
  reason: string;
  /** What the host asks of its guests, line by line. */
  hostRules: readonly string[];
}

const subjects = {
  invitation: 'Undangan',
  update: 'Perubahan',
  cancelled: 'Dibatalkan',
  removed: 'Tidak lagi menjadi peserta',
  replaced: 'Undangan diganti',
} as const satisfies Record<PlannedMessage['kind'], string>;

const openings = {
  invitation:
    'Anda diundang mengikuti kunjungan berikut. Mohon jawab undangan ini melalui tautan di bawah ini.',
  update: 'Ada perubahan pada kunjungan yang Anda ikuti. Kalender Anda mengikuti perubahan ini.',
  cancelled: 'Kunjungan berikut tidak jadi dilaksanakan. Acaranya dihapus dari kalender Anda.',
  replaced:
    'Undangan berikut tidak berlaku lagi dan acaranya dihapus dari kalender Anda. Undangan untuk bagian yang Anda ikuti dikirim tersendiri.',
  removed: 'Anda tidak lagi tercatat sebagai peserta kunjungan berikut. Acaranya dihapus dari kalender Anda.',
} as const satisfies Record<PlannedMessage['kind'], string>;

/**
 * The mail that carries a calendar object, in Indonesian; an update tells only what changed.
 *
 * @param answerUrl where this person answers; null where there is nothing to answer
 */
export function invitationMail(
  message: Pick<PlannedMessage, 'kind' | 'name' | 'before'>,
  facts: InvitationFacts,
  answerUrl: string | null,
): LetterBody & { subject: string } {
  const { shown, timeZone, title } = facts;
  const subject = `${subjects[message.kind]}: ${title}, ${formatDate(new Date(shown.startsAt), timeZone)}`;
  const blocks: LetterBlock[] = [
    { text: openings[message.kind] },
    ...(message.kind === 'update' && message.before
      ? [{ heading: 'Yang berubah', list: changes(message.before, shown, timeZone) }]
      : []),
    { facts: factLines(facts) },
    ...(message.kind === 'invitation' ? [{ heading: 'Ketentuan tuan rumah', list: facts.hostRules }] : []),
    ...(answerUrl === null ? [] : [{ action: 'Jawab undangan', href: answerUrl }]),
    ...(message.kind === 'removed' ? [] : [{ action: 'Buka kunjungan', href: facts.pageUrl }]),
  ];
  return {
    subject,
    ...layOutLetter({ title: `${subjects[message.kind]}: ${title}`, name: message.name, blocks }),
  };
}

const timeOf = ({ startsAt, endsAt }: Shown, zone: CalendarZone): string =>
  formatDateTimeRange(new Date(startsAt), new Date(endsAt), zone);

function factLines({ shown, timeZone, reference, reason }: InvitationFacts): (readonly [string, string])[] {
  return [
    ['Waktu', timeOf(shown, timeZone)],
    ['Tempat', shown.place],
    ['Tujuan', shown.purpose],
    ['Narahubung', shown.contact],
    ['Alasan', reason],
    ['Nomor kunjungan', reference],
  ];
}

function changes(before: Shown, now: Shown, zone: CalendarZone): string[] {
  const lines: [string, string, string][] = [
    ['Waktu', timeOf(before, zone), timeOf(now, zone)],
    ['Tempat', before.place, now.place],
    ['Judul', before.title, now.title],
    ['Tujuan', before.purpose, now.purpose],
    ['Narahubung', before.contact, now.contact],
  ];
  return lines
    .filter(([, old, current]) => old !== current)
    .map(([label, old, current]) => `${label}: ${current || 'dikosongkan'} (semula ${old || 'kosong'})`);
}
