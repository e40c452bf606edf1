import { Injectable } from '@nestjs/common';
import type { Actor } from '../../security/actor.js';
import type { TextPart } from '../../text/marked-text.js';
import type { IconName } from '../icon.js';

/** Something that was found. */
export interface SearchHit {
  href: string;
  title: string;
  /** What tells it from others of the same title. */
  detail: string;
  /** What was hit in it, when that tells more. */
  excerpt?: readonly TextPart[];
}

/** Where a feature is searched. */
export interface SearchSource {
  /** What is found here, as a heading: `UPT`, `Kunjungan`. */
  name: string;
  icon: IconName;
  /** Sources stand in ascending order. */
  order: number;
  /** The best hits that the actor may see, at most `limit`. */
  find(actor: Actor, words: string, limit: number): Promise<SearchHit[]>;
  /** The page with all of them, when there is one. */
  allHref?(words: string): string;
}

export interface SearchResult extends Pick<SearchSource, 'name' | 'icon'> {
  hits: SearchHit[];
  allHref: string | null;
}

/** Where features register what the search over everything looks through. */
@Injectable()
export class SearchSources {
  private readonly sources: SearchSource[] = [];

  register(source: SearchSource): void {
    this.sources.push(source);
    this.sources.sort((a, b) => a.order - b.order);
  }

  /** What each source found; those that found nothing are left out. */
  async find(actor: Actor, words: string, limit: number): Promise<SearchResult[]> {
    const results = await Promise.all(
      this.sources.map(async ({ name, icon, find, allHref }) => ({
        name,
        icon,
        hits: await find(actor, words, limit),
        allHref: allHref?.(words) ?? null,
      })),
    );
    return results.filter(({ hits }) => hits.length > 0);
  }
}
