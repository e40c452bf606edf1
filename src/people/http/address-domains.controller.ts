import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import type { Actor } from '../../platform/security/actor.js';
import { allows } from '../../platform/security/capabilities.js';
import { MoveDomain, type MovedBook } from '../use-cases/move-domain.js';
import { DomainMoveBody, DomainMoveQuery } from './address-domains.dto.js';
import type { MovedBookList } from './address-domains.view.js';

const shown = (books: readonly MovedBook[]): MovedBookList => ({
  items: books.map(({ title, count, examples, clashes }) => ({
    ...{ title, count, examples },
    clashes: clashes.map(({ address, why }) => ({ address, why })),
  })),
});

/** Every address of a domain moved to another, for administrators. */
@Controller('api/address-domains')
@Allow(allows('people.manage-above'))
export class AddressDomainsController {
  constructor(private readonly move: MoveDomain) {}

  /** What a move would do; nothing is changed. */
  @Get()
  async preview(@Query() domains: DomainMoveQuery): Promise<MovedBookList> {
    return shown(await this.move.preview(domains));
  }

  /** Moves all of them in one step. */
  @Post()
  @HttpCode(200)
  async execute(@CurrentActor() actor: Actor, @Body() domains: DomainMoveBody): Promise<MovedBookList> {
    return shown(await this.move.execute(actor, domains));
  }
}
