import { Get, Query, Res } from '@nestjs/common';
import { IsOptional } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { IsText } from '../../http/fields.js';
import { Allow, CurrentActor } from '../../security/access.js';
import { signedIn, type Actor } from '../../security/actor.js';
import { html } from '../html.js';
import { PageController } from '../page-controller.js';
import { SearchPage } from './search-page.js';
import { SearchSources } from './search-sources.js';

const MOST_HITS_A_SOURCE = 6;
const SHORTEST_WORDS = 2;

class SearchQuery {
  @IsOptional()
  @IsText(100)
  q?: string;
}

/** Search over everything that the features know. */
@PageController('cari')
@Allow(signedIn)
export class SearchPages {
  constructor(private readonly sources: SearchSources) {}

  @Get()
  async show(
    @CurrentActor() actor: Actor,
    @Query() { q: words = '' }: SearchQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const results =
      words.length < SHORTEST_WORDS ? null : await this.sources.find(actor, words, MOST_HITS_A_SOURCE);
    await html(reply, SearchPage({ actor, words, results }));
  }
}
