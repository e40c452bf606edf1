import { formatTimeRange } from '../../platform/text/dates.js';
import { countWords } from '../../platform/text/number-words.js';
import type { PaperBlock } from '../../platform/text/paper.js';
import { wasThere } from '../../visits/domain/index.js';
import type { PaperFacts, PaperVisit } from './paper-facts.js';
import {
  besideSigner,
  documentation,
  linesAsBlock,
  linesOrBlank,
  orBlank,
  placeAndDate,
  promiseTable,
  visitFacts,
} from './paper-parts.js';
import { minutesParts, minutesWords, saysMinutes, type SessionMinutes } from './session-minutes.js';

/** Notula: what was said, concluded and promised, session by session. */
export function minutesBlocks({ letter, visits: [visit] }: PaperFacts): PaperBlock[] {
  const { chair, minuteTaker } = letter.details;
  return [
    { kind: 'title', text: 'NOTULA', number: letter.number || null },
    {
      kind: 'facts',
      lines: [
        ...visitFacts(visit),
        ['Pimpinan rapat', orBlank(chair)],
        ['Peserta', presentOf(visit)],
        ['Notulis', orBlank(minuteTaker)],
      ],
    },
    { kind: 'heading', text: 'A. Jalannya pembahasan' },
    ...sessionsOf(visit, letter.minutes),
    { kind: 'heading', text: 'B. Simpulan' },
    linesAsBlock(visit.outcome?.decisions ?? ''),
    { kind: 'heading', text: 'C. Tindak lanjut' },
    promiseTable(visit.promises),
    {
      kind: 'signatures',
      left: besideSigner('Pimpinan rapat', chair, { above: [' '] }),
      right: besideSigner('Notulis', minuteTaker, { above: [placeAndDate(letter)] }),
    },
    ...documentation([visit]),
  ];
}

/** How many of each side were there, or come where nobody said. */
function presentOf({ attendees, guests, host }: PaperVisit): string[] | string {
  const isMarked = attendees.some(({ attendance }) => attendance !== null);
  const there = attendees.filter(
    ({ attendance }) => !isMarked || (attendance !== null && wasThere(attendance)),
  );
  const count = (isHost: boolean): number => there.filter(({ side }) => (side === 'host') === isHost).length;
  if (there.length === 0) return orBlank('');
  return [
    `${guests.map(({ name }) => name).join(', ')}: ${countWords(count(false), 'orang')}`,
    `${host.name}: ${countWords(count(true), 'orang')}`,
  ];
}

/** Sessions of the agenda in their order, and what was kept of others; one without a name where there is no agenda. */
function sessionsOf(visit: PaperVisit, minutes: readonly SessionMinutes[]): PaperBlock[] {
  const known = visit.sessions.map((session) => ({
    title: `${session.title} (pukul ${formatTimeRange(session.startsAt, session.endsAt, visit.zone)})`,
    minutes: minutes.find((each) => each.session === session.id) ?? null,
  }));
  const others = minutes
    .filter((each) => saysMinutes(each) && !visit.sessions.some(({ id }) => id === each.session))
    .map((each) => ({ title: each.title, minutes: each }));
  const all = [...known, ...others];
  const told = all.length > 0 ? all : [{ title: 'Pembahasan', minutes: null }];
  return told.flatMap(({ title, minutes: said }, index): PaperBlock[] => [
    { kind: 'heading', text: `${index + 1}. ${title}` },
    {
      kind: 'facts',
      lines: minutesParts.map((part) => [minutesWords[part], linesOrBlank(said?.[part] ?? '')]),
    },
  ]);
}
