import { Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow } from '../../platform/security/access.js';
import { allows } from '../../platform/security/capabilities.js';
import { ApiTokens } from '../use-cases/api-tokens.js';

/** The button beside each of somebody else's API tokens. */
@PageController('pengelolaan/orang/:id/token')
@Allow(allows('people.keep-tokens'))
export class PersonTokenPages {
  constructor(private readonly tokens: ApiTokens) {}

  /** Ends a token of somebody whose program must not go on. */
  @Post(':tokenId/cabut')
  async revoke(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('tokenId', ParseUUIDPipe) tokenId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.tokens.revoke(id, tokenId);
    await seeOther(reply, `/pengelolaan/orang/${id}?info=dicabut`);
  }
}
