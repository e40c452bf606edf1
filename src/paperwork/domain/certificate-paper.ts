import { BLANK, type PaperBlock } from '../../platform/text/paper.js';
import type { PaperCertificate, PaperFacts, PaperVisit } from './paper-facts.js';
import {
  activityInSentence,
  guestNamesOf,
  momentOf,
  orBlank,
  placeAndDate,
  placeInSentence,
  signatureOf,
} from './paper-parts.js';

/** Piagam: a page for each who got one, with the code by which anybody checks it; a blank one before any was issued. */
export function certificateBlocks(facts: PaperFacts): PaperBlock[] {
  const issued: (PaperCertificate | null)[] =
    facts.certificates.length > 0 ? [...facts.certificates] : [null];
  return issued.flatMap((certificate, index): PaperBlock[] => [
    ...(index > 0 ? [{ kind: 'page', hasLetterhead: true } as const] : []),
    ...pageOf(facts, certificate),
  ]);
}

const centred = (text: string, size = 13, isBold = false): PaperBlock => {
  return { kind: 'centred', text, size, isBold };
};

function pageOf({ letter, visits: [visit] }: PaperFacts, certificate: PaperCertificate | null): PaperBlock[] {
  const post = [certificate?.position, certificate?.office ?? guestNamesOf(visit)].filter(Boolean).join(', ');
  const signature = signatureOf(letter, [placeAndDate(letter)]);
  return [
    centred('PIAGAM', 30, true),
    centred(`Nomor ${orBlank(letter.number)}`, 12),
    centred('diberikan kepada'),
    centred(certificate?.name ?? BLANK, 22, true),
    centred(certificate ? post : BLANK),
    centred(`atas keikutsertaannya sebagai ${letter.details.contribution || 'peserta'} ${deedOf(visit)}`),
    certificate ? { ...signature, check: { url: certificate.url, code: certificate.code } } : signature,
  ];
}

const deedOf = (visit: PaperVisit): string =>
  `${activityInSentence(visit)} ${placeInSentence(visit)} pada hari ${momentOf(visit)}.`;
