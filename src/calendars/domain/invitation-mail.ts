import { personalActions } from '../../visits/domain/index.js';
import { formatDate, formatDateTimeRange } from '../../platform/text/dates.js';
import { layOutLetter, type LetterBlock, type LetterBody } from '../../platform/text/letter.js';
import { shownLines, type PlannedMessage, type ToldEvent } from './invitation-plan.js';
import type { Zone } from '../../platform/text/zones.js';

/** What a mail says beside its calendar part. */
export interface InvitationFacts {
  reference: string;
  title: string;
  shown: ToldEvent;
  timeZone: Zone;
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

/** Where one of those who have an address answers. */
export interface AnswerLink {
  name: string;
  href: string;
}

/** An answer is to a time and a place: of another it says nothing. */
const ASKED_AGAIN =
  'Karena waktu atau tempatnya berubah, mohon jawab melalui tautan di bawah ini, juga bila Anda sudah pernah menjawab.';
const isElsewhere = (before: ToldEvent, now: ToldEvent): boolean =>
  before.startsAt !== now.startsAt || before.endsAt !== now.endsAt || before.place !== now.place;

const ONE = 'satu orang';

const sharedWords = (names: string): string =>
  `Alamat surel ini dipakai bersama oleh ${names}. Mohon jawab satu per satu melalui tautan masing-masing; tombol jawaban di kalender berlaku untuk semua yang belum menjawab sendiri.`;

/**
 * The mail that carries a calendar object, in Indonesian; an update tells only what changed.
 *
 * @param answers where each who has this address answers; none where there is nothing to answer
 * @param isUnanswered whether nobody there has answered to the time and place as they are
 */
export function invitationMail(
  message: Pick<PlannedMessage, 'kind' | 'name' | 'before' | 'people'>,
  facts: InvitationFacts,
  answers: readonly AnswerLink[],
  isUnanswered = false,
): LetterBody & { subject: string } {
  const { shown, timeZone, title } = facts;
  const subject = `${subjects[message.kind]}: ${title}, ${formatDate(new Date(shown.startsAt), timeZone)}`;
  const isAsked = message.kind === 'invitation' || message.kind === 'update';
  const blocks: LetterBlock[] = [
    { text: openings[message.kind] },
    ...(message.before && isUnanswered && isElsewhere(message.before, shown) ? [{ text: ASKED_AGAIN }] : []),
    ...(answers.length > 1 && message.kind !== 'cancelled' ? [{ text: sharedWords(message.name) }] : []),
    ...(message.kind === 'update' && message.before
      ? [
          {
            heading: 'Yang berubah',
            list: changes(
              message.before,
              { ...shown, ...(message.people && { people: message.people }) },
              timeZone,
            ),
          },
        ]
      : []),
    { facts: factLines(facts) },
    ...(isAsked && shown.meetingLink
      ? [{ action: 'Masuk rapat daring', href: shown.meetingLink, open: true }]
      : []),
    ...(message.kind === 'invitation' ? [{ heading: 'Ketentuan tuan rumah', list: facts.hostRules }] : []),
    ...(message.kind === 'cancelled'
      ? personalActions(answers)
      : answers.map(({ name, href }) => ({
          action: answers.length > 1 ? `Jawab untuk ${name}` : 'Jawab undangan',
          href,
          open: true,
        }))),
    ...(message.kind === 'removed' ? [] : [{ action: 'Buka kunjungan', href: facts.pageUrl }]),
  ];
  return {
    subject,
    ...layOutLetter({ title: `${subjects[message.kind]}: ${title}`, name: message.name, blocks }),
  };
}

const timeOf = ({ startsAt, endsAt, ownHours }: ToldEvent, zone: Zone): string =>
  formatDateTimeRange(
    { startsAt: new Date(startsAt), endsAt: new Date(endsAt), ownHours: ownHours ?? null },
    zone,
  );

function factLines({ shown, timeZone, reference, reason }: InvitationFacts): (readonly [string, string])[] {
  return [
    ['Waktu', timeOf(shown, timeZone)],
    ['Tempat', shown.place],
    ...shownLines.map(({ key, label }) => [label, shown[key] ?? ''] as const),
    ['Alasan', reason],
    ['Nomor kunjungan', reference],
  ];
}

function changes(before: ToldEvent, now: ToldEvent, zone: Zone): string[] {
  const lines: [string, string, string][] = [
    ['Waktu', timeOf(before, zone), timeOf(now, zone)],
    ['Tempat', before.place, now.place],
    ['Judul', before.title, now.title],
    ['Undangan di alamat ini untuk', before.people ?? ONE, now.people ?? ONE],
    ...shownLines.map(({ key, label }): [string, string, string] => [
      label,
      before[key] ?? '',
      now[key] ?? '',
    ]),
  ];
  return lines
    .filter(([, old, current]) => old !== current)
    .map(([label, old, current]) => `${label}: ${current || 'dikosongkan'} (semula ${old || 'kosong'})`);
}
