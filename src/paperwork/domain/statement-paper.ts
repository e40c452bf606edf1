import { BLANK, type PaperBlock } from '../../platform/text/paper.js';
import type { PaperFacts, PaperVisit } from './paper-facts.js';
import {
  activityInSentence,
  copiesOf,
  dateOrBlank,
  momentOf,
  orBlank,
  partyTable,
  placeInSentence,
  signatureOf,
  isHost,
} from './paper-parts.js';

/** Surat keterangan: an office states where its people were; a host states who came to it. */
export function statementBlocks({ letter, visits }: PaperFacts): PaperBlock[] {
  const { signer, office } = letter.snapshot;
  const [visit] = visits;
  return [
    { kind: 'title', text: 'SURAT KETERANGAN', number: orBlank(letter.number) },
    { kind: 'paragraph', text: 'Yang bertanda tangan di bawah ini:' },
    {
      kind: 'facts',
      lines: [
        ['Nama', orBlank(signer?.name)],
        ['NIP', orBlank(signer?.nip)],
        ['Pangkat/Golongan', orBlank(signer?.rank)],
        ['Jabatan', orBlank(signer?.position)],
      ],
    },
    { kind: 'paragraph', text: 'menerangkan bahwa:' },
    isHost(letter, visit) ? guestTable(visit) : partyTable(letter, { nips: true }),
    ...whatOf(visits),
    {
      kind: 'paragraph',
      text: 'Demikian surat keterangan ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.',
    },
    signatureOf(letter, [`${orBlank(office.place)}, ${dateOrBlank(letter.datedOn)}`]),
    copiesOf(letter),
  ];
}

function whatOf(visits: PaperFacts['visits']): PaperBlock[] {
  const [visit] = visits;
  if (visits.length === 1) return [{ kind: 'paragraph', text: `${deedOf(visit)}.` }];
  const items = visits.map((each, index) => `${deedOf(each)}${index < visits.length - 1 ? ';' : '.'}`);
  return [{ kind: 'points', items }];
}

/** What they did, or will do: nobody states what has not happened. */
function deedOf(visit: PaperVisit): string {
  const done = visit.tookPlace ? 'telah melaksanakan' : 'melaksanakan';
  return `${done} ${activityInSentence(visit)} ${placeInSentence(visit)} pada hari ${momentOf(visit)}`;
}

/** Those of the guests, without the NIP of other offices' people. */
function guestTable({ people, guests }: PaperVisit): PaperBlock {
  const rows = people.length > 0 ? people : [{ name: BLANK, rank: null, position: null, office: null }];
  return {
    kind: 'table',
    columns: [
      { title: 'No.', share: 7 },
      { title: 'Nama', share: 30 },
      { title: 'Pangkat/Golongan', share: 20 },
      { title: 'Jabatan', share: 21 },
      { title: 'Instansi', share: 22 },
    ],
    rows: rows.map(({ name, rank, position, office }, index) => [
      `${index + 1}.`,
      name,
      orBlank(rank),
      orBlank(position),
      office ?? guests[0].name,
    ]),
  };
}
