import { datelineTown } from './prose.js';
import type { PressContent, PressKind } from './press-kinds.js';
import type { PressFacts, PressOffice } from './press-facts.js';
import {
  aboutAndWhy,
  closing,
  firstDay,
  followUpSentences,
  learnedSentences,
  legSentence,
  outcomeOf,
  partySentences,
  programSentence,
  quoteOf,
  resultSentences,
  seenSentences,
  titleOf,
  whoAndWhen,
} from './press-parts.js';
import { reportBody, reportTitle } from './draft-report.js';

/** Paragraphs with an empty line between them; those that say nothing are left out. */
const paragraphs = (...parts: readonly (string | readonly string[])[]): string =>
  parts
    .map((part) => (typeof part === 'string' ? part : part.filter(Boolean).join(' ')).trim())
    .filter(Boolean)
    .join('\n\n');

/** Where people met; a meeting by video is told from the own office. */
function dateline(facts: PressFacts): string {
  const { mode, host, office } = facts;
  const at = mode === 'online' ? office : host;
  return [at.place && datelineTown(at.place), firstDay(facts)].filter(Boolean).join(', ');
}

const lead = (facts: PressFacts): string =>
  `${dateline(facts)} – ${[whoAndWhen(facts), aboutAndWhy(facts)].filter(Boolean).join(' ')}`;

/** The heads who are quoted: the own one first, then host and leading guest. */
function quotedOffices({ office, host, guests: [guest] }: PressFacts): PressOffice[] {
  const others = [host, guest].filter(({ code }) => code !== office.code);
  return [office, ...others];
}

const longBody = (facts: PressFacts): string => {
  const [own, ...others] = quotedOffices(facts).map((office) => quoteOf(facts, office));
  return paragraphs(
    lead(facts),
    [...partySentences(facts), legSentence(facts)],
    seenSentences(facts),
    outcomeOf(facts),
    own ?? '',
    learnedSentences(facts),
    resultSentences(facts),
    ...others,
    [programSentence(facts)],
    followUpSentences(facts),
    closing(facts),
  );
};

/** The first sentence of a text. */
const firstOf = (text: string): string => text.match(/^.*?[.!?](?=\s|$)/su)?.[0] ?? text;

const shortBody = (facts: PressFacts): string => {
  const { office, quotes } = facts;
  const isQuoted = quotes.some((quote) => quote.office === office.code);
  return paragraphs(
    lead(facts),
    [firstOf(outcomeOf(facts)), resultSentences(facts)[0] ?? '', programSentence(facts)],
    isQuoted ? quoteOf(facts, office) : '',
    followUpSentences(facts).slice(0, 1),
    closing(facts),
  );
};

/** Writes a text of a visit anew from what is known; it says nothing else. */
export function draftPress(kind: PressKind, facts: PressFacts): PressContent {
  switch (kind) {
    case 'panjang':
      return { title: titleOf(facts), body: longBody(facts), photos: [] };
    case 'pendek':
      return { title: titleOf(facts), body: shortBody(facts), photos: [] };
    case 'laporan-wa':
      return { title: reportTitle(facts), body: reportBody(facts), photos: [] };
  }
}
