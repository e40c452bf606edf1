import { Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe } from '@nestjs/common';
import { Allow } from '../../platform/security/access.js';
import { allows } from '../../platform/security/capabilities.js';
import { ListApiTokens } from '../queries/list-api-tokens.js';
import { ApiTokens } from '../use-cases/api-tokens.js';
import { presentToken } from './people.presenter.js';
import type { TokenList } from './people.view.js';

/** Other people's API tokens, for administrators: which there are, and away with them. */
@Controller('api/people/:id/tokens')
@Allow(allows('people.keep-tokens'))
export class PersonTokensController {
  constructor(
    private readonly tokens: ApiTokens,
    private readonly live: ListApiTokens,
  ) {}

  @Get()
  async list(@Param('id', ParseUUIDPipe) id: string): Promise<TokenList> {
    return { items: (await this.live.execute(id)).map(presentToken) };
  }

  @Delete(':tokenId')
  @HttpCode(204)
  async revoke(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('tokenId', ParseUUIDPipe) tokenId: string,
  ): Promise<void> {
    await this.tokens.revoke(id, tokenId);
  }
}
