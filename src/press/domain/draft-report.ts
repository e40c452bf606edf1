import { formatDateTimeRange } from '../../platform/text/dates.js';
import { whereWords } from '../../visits/domain/index.js';
import type { PressFacts } from './press-facts.js';
import {
  closing,
  followUpSentences,
  guestNames,
  kindNames,
  learnedSentences,
  legSentence,
  missing,
  outcomeOf,
  programWords,
  resultSentences,
  topicWords,
} from './press-parts.js';
import { bare, headline, sentence, within } from './prose.js';

const joins = ({ kind }: PressFacts): string => (kind === 'coordination' ? 'dengan' : 'ke');

/** `Laporan Studi Tiru Bapas Kelas II Purwokerto ke Rutan Kelas IIB Banjarnegara`. */
export const reportTitle = (facts: PressFacts): string =>
  `Laporan ${headline(kindNames[facts.kind])} ${guestNames(facts)} ${joins(facts)} ${facts.host.name}`;

const timeOf = ({ time, zone }: PressFacts): string => formatDateTimeRange(time, zone);

/** Where, without the link of a meeting. */
function placeOf({ mode, place, host }: PressFacts): string {
  const room = bare(place);
  const onSite = room === '' || room.includes(host.name) ? room || host.name : `${room}, ${host.name}`;
  const where = whereWords({ mode, meetingLink: null }, onSite);
  return mode === 'online' ? 'secara daring' : `di ${where.replace('; daring', ' dan daring')}`;
}

/** Who led and how many came, a line a party. */
function partyLines({ parties, invited }: PressFacts): string[] {
  const lines = parties
    .filter(({ count, leader }) => count > 0 || leader !== null)
    .map(({ name, count, leader }) =>
      sentence([`${name}: ${count} orang`, leader && `dipimpin ${leader}`].filter(Boolean).join(', ')),
    );
  return invited > 0 ? [...lines, `Undangan dan mitra: ${invited} orang.`] : lines;
}

const bullets = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');

/** Sessions in their order, without breaks. */
const courseOf = ({ sessions }: PressFacts): string[] =>
  sessions
    .filter(({ kind }) => kind !== 'break')
    .map(({ kind, title }) => sentence(kind === 'field-tour' ? `Meninjau ${within(title)}` : bare(title)));

/** The numbered points, each under its name; those of which nothing is known and need not be are left out. */
function points(facts: PressFacts): [name: string, text: string][] {
  const course = courseOf(facts);
  const parties = partyLines(facts);
  const about = [topicWords(facts) && sentence(`Membahas ${topicWords(facts)}`), legSentence(facts)];
  const results = [outcomeOf(facts), ...learnedSentences(facts), ...resultSentences(facts)];
  const programs = programWords(facts).map(sentence);
  return [
    ['Waktu dan tempat', `${timeOf(facts)}, ${placeOf(facts)}.`],
    ['Pimpinan dan peserta', parties.length > 0 ? bullets(parties) : missing('Jumlah peserta belum ada')],
    ['Uraian kegiatan', [about.filter(Boolean).join(' '), bullets(course)].filter(Boolean).join('\n')],
    ['Hasil', results.join(' ')],
    ['Situasi', missing('Situasi belum diisi: tulis bagaimana kegiatan berlangsung')],
    ['Kaitan program', programs.length > 1 ? bullets(programs) : (programs[0] ?? '')],
    ['Tindak lanjut', bullets(followUpSentences(facts, ''))],
    ['Dokumentasi', facts.photos > 0 ? 'Foto kegiatan terlampir.' : missing('Foto kegiatan belum ada')],
  ].filter((point): point is [string, string] => point[1] !== '');
}

/** The report to superiors, in the marks of WhatsApp. */
export function reportBody(facts: PressFacts): string {
  const numbered = points(facts).map(
    ([name, text], index) => `${index + 1}. *${name}*${text.startsWith('- ') ? '\n' : ': '}${text}`,
  );
  return [
    timeOf(facts),
    `Mohon izin melaporkan pelaksanaan ${kindNames[facts.kind]} ${guestNames(facts)} ${joins(facts)} ${facts.host.name} sebagai berikut.`,
    ...numbered,
    'Demikian dilaporkan. Terima kasih.',
    closing(facts),
  ].join('\n\n');
}
