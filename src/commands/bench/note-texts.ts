import { readFile } from 'node:fs/promises';

/** What is read of the notes and queries by which the search's quality is measured. */
interface CorpusNote {
  title: string;
  context: string;
  whatWasDone: string;
  result: string;
  howToCopy: string;
  topics: string[];
}

/** The texts of one written note. */
export interface NoteTexts extends CorpusNote {
  resources: string;
}

const read = async <Content>(name: string): Promise<Content> =>
  JSON.parse(await readFile(`test/search/${name}.json`, 'utf8')) as Content;

export const benchQueries = async (): Promise<string[]> =>
  (await read<{ query: string }[]>('queries')).map(({ query }) => query);

const OWN_WORDS = 40_000;
const syllables =
  'ba be bi bu ca da di du ga gu ja ka ke ku la li lu ma mi mu na ni pa pu ra ri ru sa si su ta ti tu wa ya'.split(
    ' ',
  );
const endings = ['', '', '', 'n', 'ng', 'r', 's', 'k', 't', 'm'];

/** The same numbers between 0 and 1 each time (mulberry32). */
export function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A word of no meaning, the same for the same rank: the commoner, the shorter. */
function ownWord(rank: number): string {
  let left = rank + 100;
  let word = '';
  while (left > 0) {
    word += syllables[left % syllables.length];
    left = Math.floor(left / syllables.length);
  }
  return word + endings[rank % endings.length];
}

/**
 * Writes notes whose words are as frequent as in real texts: of a note's words about a half are drawn from 40,000 by
 * Zipf's law, a third follow one another as in the notes of the corpus, the rest are whole sentences of the note of
 * the corpus that it is about.
 */
export async function noteWriter(chance: () => number): Promise<() => NoteTexts> {
  const themes = await read<CorpusNote[]>('notes');
  const pick = <Item>(of: readonly Item[]): Item => of[Math.floor(chance() * of.length)] as Item;
  const own = Array.from({ length: OWN_WORDS }, (_, rank) => ownWord(rank));
  const drawn = (): string => own[Math.floor(OWN_WORDS ** chance()) - 1] as string;
  const followers = new Map<string, string[]>();
  for (const theme of themes) {
    const words = `${theme.context} ${theme.whatWasDone} ${theme.result} ${theme.howToCopy}`.split(' ');
    words.forEach((word, at) => {
      followers.set(word, [...(followers.get(word) ?? []), words[at + 1] ?? pick(words)]);
    });
  }
  const starts = [...followers.keys()];
  const sentence = (theme: CorpusNote, section: keyof Omit<CorpusNote, 'topics'>): string => {
    if (chance() < 0.12) return theme[section];
    const words: string[] = [];
    let last = pick(starts);
    for (let left = 8 + chance() * 10; left > 0; left -= 1) {
      last = pick(followers.get(last) ?? starts);
      words.push(chance() < 0.8 ? drawn() : last);
    }
    return `${words.join(' ')}.`;
  };
  const text = (theme: CorpusNote, section: keyof Omit<CorpusNote, 'topics'>, sentences: number): string =>
    Array.from({ length: sentences }, () => sentence(theme, section)).join(' ');
  return () => {
    const theme = pick(themes);
    const title = pick(themes).title.split(' ');
    const at = Math.floor(chance() * title.length);
    return {
      title: [...theme.title.split(' ').slice(0, 3), drawn(), ...title.slice(at, at + 2), drawn()].join(' '),
      context: text(theme, 'context', 2),
      whatWasDone: text(theme, 'whatWasDone', 5),
      result: text(theme, 'result', 2),
      howToCopy: text(theme, 'howToCopy', 3),
      resources: text(theme, 'howToCopy', 1),
      topics: theme.topics,
    };
  };
}
