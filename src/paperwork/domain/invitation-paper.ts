import type { PaperBlock } from '../../platform/text/paper.js';
import type { PaperFacts } from './paper-facts.js';
import {
  activityOf,
  copiesOf,
  correspondenceHead,
  guestNamesOf,
  kindTitle,
  linesOrBlank,
  officeContact,
  openingOf,
  placeOf,
  signatureOf,
  timeLines,
} from './paper-parts.js';

/** Undangan: the host invites the guests; whom a guest invites is filled in by hand. */
export function invitationBlocks({ letter, visits: [visit] }: PaperFacts): PaperBlock[] {
  const isHosts = letter.organisation === visit.host.code;
  const usual = { attachment: '-', subject: `Undangan ${kindTitle(visit)}` };
  return [
    ...correspondenceHead(letter, usual, isHosts ? visit.guests : []),
    { kind: 'paragraph', text: `${openingOf(letter)} kami mengundang Saudara untuk hadir pada:` },
    {
      kind: 'facts',
      lines: [
        ...timeLines(visit.time, visit.zone),
        ['Tempat', placeOf(visit)],
        ['Acara', activityOf(visit)],
        ['Tamu', guestNamesOf(visit)],
        ['Ketentuan', linesOrBlank(visit.conditions)],
        ['Narahubung', officeContact(letter)],
      ],
    },
    {
      kind: 'paragraph',
      text: 'Mengingat pentingnya acara tersebut, kami mengharapkan Saudara hadir tepat pada waktunya. Atas perhatian dan kehadiran Saudara, kami mengucapkan terima kasih.',
    },
    signatureOf(letter),
    copiesOf(letter),
  ];
}
