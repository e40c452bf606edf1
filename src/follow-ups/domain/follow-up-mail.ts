import { formatCalendarDate } from '../../platform/text/dates.js';
import { layOutLetter, type LetterBlock, type LetterBody } from '../../platform/text/letter.js';
import { dueWords } from './due-words.js';

/** A follow-up as mails show it. */
export interface MailedFollowUp {
  what: string;
  personName: string;
  unitName: string;
  /** Calendar date `YYYY-MM-DD`. */
  dueOn: string;
  visitReference: string;
  visitTitle: string;
  pageUrl: string;
}

type Mail = LetterBody & { subject: string };

const factsOf = (followUp: MailedFollowUp): [string, string][] => [
  ['Yang dijanjikan', followUp.what],
  ['Penanggung jawab', `${followUp.personName}, ${followUp.unitName}`],
  ['Paling lambat', formatCalendarDate(followUp.dueOn)],
  ['Dari kunjungan', `${followUp.visitTitle} (${followUp.visitReference})`],
];

function letter(
  subject: string,
  name: string,
  { visitReference }: MailedFollowUp,
  blocks: LetterBlock[],
): Mail {
  return { subject: `${subject} (${visitReference})`, ...layOutLetter({ title: subject, name, blocks }) };
}

/** Reminds of what is due, or was; `today` is the recipient's own date. */
export function followUpReminder(name: string, followUp: MailedFollowUp, today: string): Mail {
  const isLate = followUp.dueOn < today;
  const when = dueWords(followUp.dueOn, today);
  return letter(`Tindak lanjut ${when}`, name, followUp, [
    {
      text: isLate
        ? 'Tindak lanjut berikut sudah melewati tanggalnya. Mohon tandai selesai dengan buktinya, tunda dengan alasan, atau hentikan bila tidak diteruskan.'
        : 'Tindak lanjut berikut mendekati tanggalnya. Bila sudah dikerjakan, mohon tandai selesai dengan buktinya; bila perlu waktu lagi, tunda dengan alasan.',
    },
    { facts: factsOf(followUp) },
    { action: 'Buka tindak lanjut', href: followUp.pageUrl },
  ]);
}

/** Asks the other unit and the regional offices whether what was done is a copied practice. */
export function confirmationWanted(
  name: string,
  followUp: MailedFollowUp & { evidence: string; fromUnitName: string },
): Mail {
  const { fromUnitName, unitName, evidence } = followUp;
  return letter('Mohon konfirmasi replikasi', name, followUp, [
    {
      text: `${unitName} telah menyelesaikan tindak lanjut berikut. Bila yang dikerjakan meniru praktik ${fromUnitName}, mohon konfirmasi sebagai replikasi: praktik mana, sejak kapan, dan apa hasilnya.`,
    },
    { facts: [...factsOf(followUp), ['Bukti', evidence]] },
    { action: 'Periksa dan konfirmasi', href: followUp.pageUrl },
  ]);
}
