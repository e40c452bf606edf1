import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { decodeCursor, toPage, type Page } from '../../platform/http/cursor.js';
import type { Actor } from '../../platform/security/actor.js';
import { lookedForBy } from '../domain/found-words.js';
import { rank } from '../domain/note-ranking.js';
import { planSearch, withWords, type SearchPlan } from '../domain/search-plan.js';
import { readSearch, typedAgain, type WantedWords } from '../domain/search-words.js';
import { FoundNotes, type FoundNote } from './found-notes.js';
import { MatchNotes, type Matches } from './match-notes.js';
import { ReadMeantWords } from './meant-words.js';
import type { NoteFilter } from './note-conditions.js';
import { ReadSearchFacts } from './search-facts.js';

/** A page of what was found. */
export interface FoundPage extends Page<FoundNote> {
  /** How many were found in all; at the least, when there are more than are ranked. */
  total: number;
  isTotalCut: boolean;
  /** What was looked for in place of words that no note has: "Mungkin maksud Anda: …". */
  corrected: string | null;
}

interface Matched extends Matches {
  plan: SearchPlan;
  corrected: string | null;
}

const NOTHING: FoundPage = { items: [], nextCursor: null, total: 0, isTotalCut: false, corrected: null };

/** The rank at which a page begins: what is ranked anew for each page has no key to go on from. */
function startOf(cursor: string | undefined): number {
  if (!cursor) return 0;
  const [start] = decodeCursor(cursor, ['integer']);
  return start;
}

const hasTerm = ({ matches }: Matches, term: number): boolean =>
  matches.some(({ strengths }) => strengths[term] !== undefined);

/** Full-text search over the notes that somebody may read, the best first. */
@Injectable()
export class FindNotes {
  constructor(
    private readonly clock: Clock,
    private readonly facts: ReadSearchFacts,
    private readonly match: MatchNotes,
    private readonly found: FoundNotes,
    private readonly meant: ReadMeantWords,
  ) {}

  /** In three statements, or in five or six when a word is misspelt. */
  async execute(
    actor: Actor,
    typed: string,
    { limit, cursor, ...filter }: NoteFilter & { limit: number; cursor?: string | undefined },
  ): Promise<FoundPage> {
    const start = startOf(cursor);
    const wanted = readSearch(typed);
    if (wanted.length === 0) return NOTHING;
    const { plan, matches, notes, isCut, corrected } = await this.matched(actor, wanted, filter);
    const ranked = rank(matches, { terms: plan.terms.length, notes, now: this.clock.now() });
    const page = toPage(
      ranked.slice(start, start + limit + 1),
      limit,
      ({ id }) => id,
      () => [start + limit],
    );
    const items = page.items.length > 0 ? await this.found.execute(page.items, lookedForBy(plan)) : [];
    return { items, nextCursor: page.nextCursor, total: ranked.length, isTotalCut: isCut, corrected };
  }

  /** What matches; when no note has one of the words, once more with the words that may be meant. */
  private async matched(actor: Actor, wanted: WantedWords[], filter: NoteFilter): Promise<Matched> {
    const first = await this.ask(actor, wanted, filter);
    const missed = first.plan.terms.filter((_, i) => !hasTerm(first, i));
    const meant = await this.meant.execute(missed);
    if (meant.size === 0) return { ...first, corrected: null };
    const second = await this.ask(actor, withWords(wanted, meant), filter);
    const found = second.plan.terms
      .filter((_, i) => hasTerm(second, i))
      .flatMap(({ shown }) => shown.split(' '));
    // A word of a note that the actor may not read is not told.
    const told = new Map([...meant].filter(([, word]) => found.includes(word)));
    if (told.size === 0) return { ...first, corrected: null };
    return { ...second, corrected: typedAgain(withWords(wanted, told)) };
  }

  private async ask(
    actor: Actor,
    wanted: readonly WantedWords[],
    filter: NoteFilter,
  ): Promise<Matches & { plan: SearchPlan }> {
    const words = [...new Set(wanted.flatMap((part) => part.words))];
    const plan = planSearch(wanted, await this.facts.execute(words));
    return { ...(await this.match.execute(actor, plan, filter)), plan };
  }
}
