import { Injectable } from '@nestjs/common';
import type { Actor } from '../../security/actor.js';
import type { TextPart } from '../../text/marked-text.js';
import type { IconName } from '../icon.js';
import { PageSources } from '../page-sources.js';

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
  /** Set when it could not be searched: what to quote. */
  faultReference: string | null;
}

/** Where features register what the search over everything looks through. */
@Injectable()
export class SearchSources {
  private readonly sources: SearchSource[] = [];

  constructor(private readonly pageSources: PageSources) {}

  register(source: SearchSource): void {
    this.sources.push(source);
    this.sources.sort((a, b) => a.order - b.order);
  }

  /** What each source found; those that found nothing are left out, those that could not be asked say so. */
  async find(actor: Actor, words: string, limit: number): Promise<SearchResult[]> {
    const gathered = await this.pageSources.gatherAll(
      this.sources,
      async ({ name, icon, find, allHref }) => ({
        name,
        icon,
        hits: await find(actor, words, limit),
        allHref: allHref?.(words) ?? null,
      }),
    );
    const results = this.sources.map(({ name, icon }, index): SearchResult => {
      const { found, reference } = gathered[index] ?? {};
      return { name, icon, hits: [], allHref: null, ...found, faultReference: reference ?? null };
    });
    return results.filter(({ hits, faultReference }) => hits.length > 0 || faultReference !== null);
  }
}
