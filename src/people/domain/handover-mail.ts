import { layOutLetter, type LetterBody } from '../../platform/text/letter.js';

/** What somebody takes over, kind by kind. */
export interface HandedOver {
  title: string;
  count: number;
  things: readonly string[];
}

interface HandoverMail {
  /** Whom it is for. */
  name: string;
  /** Whose it was. */
  from: string;
  /** Who handed it over. */
  by: string;
  taken: readonly HandedOver[];
  /** Where the reader goes on. */
  startUrl: string;
}

/** Tells somebody what is theirs from now on. */
export function handoverMail({
  name,
  from,
  by,
  taken,
  startUrl,
}: HandoverMail): LetterBody & { subject: string } {
  const subject = `Serah terima dari ${from}`;
  const lists = taken.map(({ title, count, things }) => ({
    heading: `${title} (${count})`,
    list: things.length < count ? [...things, `dan ${count - things.length} lainnya`] : things,
  }));
  const blocks = [
    { text: `Yang berikut sebelumnya dipegang ${from} dan kini diserahkan kepada Anda oleh ${by}.` },
    ...lists,
    { action: 'Buka Sambang', href: startUrl },
  ];
  return { subject, ...layOutLetter({ title: subject, name, blocks }) };
}
