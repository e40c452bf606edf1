import { BLANK, type PaperBlock, type PaperLine } from '../../platform/text/paper.js';
import type { HostWord, PaperFacts, PaperLetter, PaperVisit } from './paper-facts.js';
import {
  activityOf,
  copiesOf,
  correspondenceHead,
  dateOrBlank,
  guestNamesOf,
  kindOf,
  kindTitle,
  linesOrBlank,
  momentOf,
  officeContact,
  orBlank,
  partyOf,
  placeOf,
  signatureOf,
  timeLines,
} from './paper-parts.js';

const subjects: Readonly<Record<HostWord, string>> = {
  accepts: 'Persetujuan',
  proposes: 'Usul waktu lain untuk',
  declines: 'Jawaban atas permohonan',
  open: 'Jawaban atas permohonan',
};

/** Surat balasan: what the host says to a request, as the visit stands. */
export function replyBlocks({ letter, visits: [visit] }: PaperFacts): PaperBlock[] {
  const subject = `${subjects[visit.word]} ${kindTitle(visit)}`;
  const { number, datedOn } = visit.request;
  return [
    ...correspondenceHead(letter, { attachment: '-', subject }, [visit.guests[0]]),
    {
      kind: 'paragraph',
      text: `Menunjuk surat Saudara nomor ${orBlank(number)} tanggal ${dateOrBlank(datedOn)} hal permohonan ${kindOf(visit)}, dengan hormat kami sampaikan bahwa ${decisions[visit.word](visit, letter)}`,
    },
    ...bodies[visit.word](visit, letter),
    {
      kind: 'paragraph',
      text: 'Demikian kami sampaikan. Atas perhatian dan kerja sama Saudara, kami mengucapkan terima kasih.',
    },
    signatureOf(letter),
    copiesOf(letter),
  ];
}

type Said<Value> = Readonly<Record<HostWord, (visit: PaperVisit, letter: PaperLetter) => Value>>;

/** What is asked for, in a sentence. */
const asked = (visit: PaperVisit): string =>
  `${kindOf(visit)} dari ${guestNamesOf(visit)} pada hari ${momentOf(visit)}`;

const decisions: Said<string> = {
  accepts: (visit) =>
    `kami dapat menerima ${kindOf(visit)} dari ${guestNamesOf(visit)} dengan ketentuan sebagai berikut:`,
  proposes: (visit) =>
    `kami belum dapat menerima ${asked(visit)}. Sebagai gantinya kami mengusulkan waktu sebagai berikut:`,
  declines: (visit, { snapshot }) =>
    `${snapshot.office.name} belum dapat menerima ${asked(visit)}, dengan alasan sebagai berikut:`,
  open: (visit) => `atas permohonan ${asked(visit)}, ${BLANK}${BLANK}${BLANK}.`,
};

const bodies: Said<PaperBlock[]> = {
  accepts: (visit, letter) => [
    {
      kind: 'facts',
      lines: [
        ['Kegiatan', activityOf(visit)],
        ...timeLines(visit.time, visit.zone),
        ['Tempat', placeOf(visit)],
        ['Jumlah peserta', partyOf(visit)],
        ['Ketentuan', linesOrBlank(visit.conditions)],
        contactLine(letter),
      ],
    },
  ],
  proposes: (visit, letter) => [
    {
      kind: 'facts',
      lines: [
        ['Kegiatan', activityOf(visit)],
        ...timeLines(visit.proposed ?? visit.time, visit.zone),
        ['Tempat', placeOf(visit)],
        contactLine(letter),
      ],
    },
    { kind: 'paragraph', text: 'Kami menunggu tanggapan Saudara atas usulan waktu tersebut.' },
  ],
  declines: (visit) => [{ kind: 'paragraph', text: orBlank(visit.reason) }],
  open: () => [],
};

const contactLine = (letter: PaperLetter): PaperLine => ['Narahubung', officeContact(letter)];
