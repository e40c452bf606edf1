import { localDate } from '../../platform/text/dates.js';
import { groupedBy } from '../../platform/text/grouped.js';
import { numberWords } from '../../platform/text/number-words.js';
import type { VisitKind } from '../../visits/domain/index.js';
import type { PressFacts, PressOffice } from './press-facts.js';
import { bare, counted, dayWords, headline, listed, newsDays, sentence, shortName, within } from './prose.js';

/** Stands where something is not known yet; nobody makes it up. */
export const missing = (what: string): string => `[${what}]`;

/** What is still missing in a text. */
export const missingIn = (text: string): string[] => text.match(/\[[^\]]*\]/gu) ?? [];

/** What a visit of each kind is called. */
export const kindNames: Readonly<Record<VisitKind, string>> = {
  'study-visit': 'studi tiru',
  'working-visit': 'kunjungan kerja',
  coordination: 'koordinasi',
};

export const guestNames = ({ guests }: PressFacts): string => listed(guests.map(({ name }) => name));

/** `ketahanan pangan dan kehumasan`; empty where the visit names no topic. */
export const topicWords = ({ topics }: PressFacts): string => listed(topics.map(within));

/** The guests as a headline has them, those beyond two by their number. */
function guestsOfHeadline({ guests }: PressFacts): string {
  const names = guests.map(({ name }) => shortName(name));
  if (names.length <= 2) return listed(names);
  return `${names[0]} Bersama ${headline(counted(names.length - 1))} Kantor Lain`;
}

/** The headline: of the host's text what it gave, of the guests' what they came for. */
export function titleOf(facts: PressFacts): string {
  const { kind, host, office, topics } = facts;
  const [guests, hostName] = [guestsOfHeadline(facts), shortName(host.name)];
  const about = listed(topics.map((topic) => headline(bare(topic))));
  if (kind === 'coordination') return `${guests} dan ${hostName} Perkuat Koordinasi${about && ` ${about}`}`;
  const isHosts = office.code === host.code;
  if (kind === 'study-visit' && about) {
    return isHosts
      ? `${hostName} Berbagi Praktik ${about} dengan ${guests}`
      : `${guests} Belajar ${about} di ${hostName}`;
  }
  const tail = about && `, Bahas ${about}`;
  return isHosts ? `${hostName} Terima Kunjungan ${guests}${tail}` : `${guests} Kunjungi ${hostName}${tail}`;
}

const modeWords = {
  'on-site': '',
  online: ' secara daring',
  hybrid: ' secara tatap muka dan daring',
} as const;

/** Who, what, where and when, in one sentence. */
export function whoAndWhen(facts: PressFacts): string {
  const { kind, host, time, zone, mode, office } = facts;
  const [what, days] = [`${kindNames[kind]}${modeWords[mode]}`, newsDays(time, zone)];
  if (office.code === host.code) return `${host.name} menerima ${what} dari ${guestNames(facts)}, ${days}.`;
  const toward = kind === 'coordination' || mode === 'online' ? 'dengan' : 'ke';
  return `${guestNames(facts)} melaksanakan ${what} ${toward} ${host.name}, ${days}.`;
}

/** How a visit of each kind is told of what it is about. */
const aboutWords: Readonly<Record<VisitKind, string>> = {
  'study-visit': 'Studi tiru ini mendalami',
  'working-visit': 'Kunjungan kerja ini membahas',
  coordination: 'Koordinasi ini membahas',
};

/** About what and why; what the visit is called where nobody said. */
export function aboutAndWhy(facts: PressFacts): string {
  const about = topicWords(facts);
  const why = bare(facts.purpose);
  if (!about && !why) return `Kegiatan ini bertajuk ${bare(facts.title)}.`;
  return [about && `${aboutWords[facts.kind]} ${about}.`, why && purposeSentence(why)]
    .filter(Boolean)
    .join(' ');
}

function purposeSentence(why: string): string {
  if (/^untuk\s/iu.test(why)) return sentence(`Kegiatan ini dilaksanakan ${within(why)}`);
  if (/^(?:me|ber)\p{Ll}/iu.test(why)) return sentence(`Tujuannya ${within(why)}`);
  return sentence(`Tujuan kegiatan ini ialah ${within(why)}`);
}

/** Which visit of its trip it is. */
export const legSentence = ({ leg }: PressFacts): string =>
  leg === null
    ? ''
    : `Kunjungan ini yang ${ordinal(leg.place)} dari ${counted(leg.count)} kunjungan dalam satu perjalanan, yaitu ${within(leg.title)}.`;

const ordinal = (place: number): string => (place === 1 ? 'pertama' : `ke${numberWords(place)}`);

const sessionsOf = ({ sessions }: PressFacts, ...kinds: string[]): string[] =>
  sessions.filter(({ kind }) => kinds.includes(kind)).map(({ title }) => within(title));

const peopleOf = ({ count }: { count: number }): string => `${counted(count)} orang`;

/** How many came from where; empty where nobody is known. */
export function partySentences({ parties, invited, host, mode }: PressFacts): string[] {
  const guests = parties.filter(({ office, count }) => office !== host.code && count > 0);
  const hosts = parties.find(({ office, count }) => office === host.code && count > 0);
  const [only] = guests;
  if (!only) return [];
  const who = mode === 'online' ? 'Peserta dari pihak tamu' : 'Rombongan';
  const came =
    guests.length === 1
      ? `${who} berjumlah ${peopleOf(only)}${only.leader ? ` dan dipimpin ${only.leader}` : ''}.`
      : `Peserta terdiri atas ${listed(guests.map((party) => `${peopleOf(party)} dari ${party.name}`))}.`;
  const others = [
    hosts && `${peopleOf(hosts)} dari tuan rumah`,
    invited > 0 && `${counted(invited)} undangan`,
  ];
  const joined = listed(others.filter((each) => typeof each === 'string'));
  return [came, joined && `Hadir pula ${joined}.`].filter(Boolean);
}

/** What was seen and talked about, by the agenda. */
export function seenSentences(facts: PressFacts): string[] {
  const seen = sessionsOf(facts, 'field-tour');
  const told = sessionsOf(facts, 'presentation', 'discussion');
  const who = facts.mode === 'online' ? 'Peserta' : 'Rombongan';
  const begins = seen.length > 0 ? 'Dalam sesi berikutnya, peserta' : 'Peserta';
  const deepens = facts.kind === 'study-visit' ? 'mendalami' : 'membahas';
  return [
    seen.length > 0 ? `${who} meninjau ${listed(seen)}.` : '',
    told.length > 0 ? `${begins} ${deepens} ${listed(told)}.` : '',
  ].filter(Boolean);
}

/** What came of it as its summary tells; what nobody wrote is marked as missing. */
export const outcomeOf = ({ summary }: PressFacts): string =>
  summary?.outcomes.trim()
    ? sentence(summary.outcomes)
    : missing(
        'Hasil kunjungan belum ada: tulis apa yang dilihat dan dipelajari, atau terbitkan ringkasannya',
      );

/** What was answered of what the guests wanted to learn. */
export const learnedSentences = ({ learned }: PressFacts): string[] =>
  learned
    .filter(({ answer }) => answer.trim() !== '')
    .map(({ question, answer }) =>
      sentence(
        `Atas pertanyaan ${within(question.replace(/\?+\s*$/u, ''))}, diperoleh jawaban: ${within(answer)}`,
      ),
    );

/** What can be counted, day by day, and what is made. */
export function resultSentences({ results, products }: PressFacts): string[] {
  const counts = [...groupedBy(results, ({ on }) => on)].map(([on, those]) => {
    const amounts = those.map(({ what, amount }) => `${within(what)} ${amount}`);
    return `Hingga ${on} tercatat ${listed(amounts)}.`;
  });
  const goods = products.map(({ name, maker, price }) =>
    [within(name), maker && `buatan ${within(maker)}`, price && `(${price})`].filter(Boolean).join(' '),
  );
  return [...counts, ...(goods.length > 0 ? [`Produk yang dihasilkan antara lain ${listed(goods)}.`] : [])];
}

/** The head of an office, as far as the office alone tells. */
export const headOf = ({ name }: Pick<PressOffice, 'name'>): string => `Kepala ${name}`;

/** What the head of an office said; where nobody has approved a quote, its place is marked. */
export function quoteOf({ quotes }: PressFacts, office: PressOffice): string {
  const quote = quotes.find((each) => each.office === office.code);
  if (!quote) return missing(`Kutipan ${headOf(office)} belum ada: mintalah, lalu muat setelah disetujui`);
  const words = bare(quote.words).replaceAll(/["“”]/gu, '');
  const stop = /[!?…]$/u.test(words) ? '' : ',';
  return `“${words}${stop}” ujar ${[quote.position, quote.speaker].filter(Boolean).join(', ')}.`;
}

/** The points of the programs, framework by framework: `13 Program Akselerasi poin 2 (…) dan poin 3 (…)`. */
export function programWords({ programs }: PressFacts): string[] {
  const frameworks = [...new Set(programs.map(({ framework }) => framework))];
  return frameworks.map((framework) => {
    const named = programs
      .filter((program) => program.framework === framework)
      .map(({ number, title }) =>
        number === null ? `(${within(title)})` : `poin ${number} (${within(title)})`,
      );
    return `${framework} ${listed(named)}`;
  });
}

export function programSentence(facts: PressFacts): string {
  const words = programWords(facts);
  return words.length > 0 ? sentence(`Kegiatan ini mendukung ${listed(words)}`) : '';
}

/**
 * What was promised, a sentence each; nobody is named.
 *
 * @param opening what the first begins with
 */
export function followUpSentences({ followUps }: PressFacts, opening = 'Sebagai tindak lanjut, '): string[] {
  const byOffice = [...groupedBy(followUps, ({ office }) => office)];
  return byOffice
    .flatMap(([office, promised]) =>
      promised.map(({ what, dueOn }, index) => {
        const again = index > 0 ? ' juga' : '';
        return `${office}${again} ${willDo(within(what))} paling lambat ${dayWords(dueOn)}`;
      }),
    )
    .map((deed, index) => sentence(index === 0 ? `${opening}${deed}` : deed));
}

const willDo = (deed: string): string =>
  /^(?:me|ber)\p{Ll}/u.test(deed) ? `akan ${deed}` : `merencanakan ${deed}`;

/** The first day of the visit, `30 Oktober 2025`. */
export const firstDay = ({ time, zone }: PressFacts): string => dayWords(localDate(time.startsAt, zone));

export const closing = ({ office }: PressFacts): string => `(Humas ${office.name})`;
