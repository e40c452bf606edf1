import type { PaperBlock } from '../../platform/text/paper.js';
import type { PaperFacts } from './paper-facts.js';
import {
  activityOf,
  attachmentHead,
  copiesOf,
  correspondenceHead,
  guestNamesOf,
  kindOf,
  kindTitle,
  namesOrBlank,
  openingOf,
  orBlank,
  partyOf,
  partyTable,
  placeOf,
  signatureOf,
  timeLines,
  totalOf,
} from './paper-parts.js';

/** Surat permohonan: a guest asks the head of the host. */
export function requestBlocks({ letter, visits: [visit] }: PaperFacts): PaperBlock[] {
  const { host, questions, contact } = visit;
  const hasList = letter.snapshot.party.length > 0;
  const usual = {
    attachment: hasList ? '1 (satu) berkas' : '-',
    subject: `Permohonan ${kindTitle(visit)}`,
  };
  return [
    ...correspondenceHead(letter, usual, [host]),
    {
      kind: 'paragraph',
      text: `${openingOf(letter)} kami sampaikan bahwa ${guestNamesOf(visit)} bermaksud melaksanakan ${kindOf(visit)} di ${host.name}. Untuk itu kami mohon perkenan Saudara menerima kunjungan tersebut dengan rencana sebagai berikut:`,
    },
    {
      kind: 'facts',
      lines: [
        ['Kegiatan', activityOf(visit)],
        ['Maksud dan tujuan', orBlank(visit.purpose)],
        ['Topik', namesOrBlank(visit.topics)],
        ['Program', visit.programs.length > 1 ? visit.programs : orBlank(visit.programs[0])],
        ...timeLines(visit.time, visit.zone),
        ['Tempat', placeOf(visit)],
        ['Jumlah peserta', partyOf(visit)],
        ['Narahubung', `${orBlank(contact.name)}, telepon ${orBlank(contact.phone)}`],
      ],
    },
    ...(questions.length > 0 ? learning(questions) : []),
    {
      kind: 'paragraph',
      text: 'Demikian permohonan ini kami sampaikan. Atas perhatian dan perkenan Saudara, kami mengucapkan terima kasih.',
    },
    signatureOf(letter),
    copiesOf(letter),
    ...(hasList ? listOf(letter) : []),
  ];
}

const learning = (questions: readonly string[]): PaperBlock[] => [
  { kind: 'paragraph', text: 'Adapun hal-hal yang ingin kami pelajari adalah:' },
  { kind: 'points', items: questions },
];

/** Who comes; those who receive them need no NIP. */
const listOf = (letter: PaperFacts['letter']): PaperBlock[] => [
  attachmentHead('surat permohonan', letter),
  { kind: 'title', text: 'DAFTAR PESERTA', number: null },
  partyTable(letter, { nips: false }),
  totalOf(letter),
  signatureOf(letter),
];
