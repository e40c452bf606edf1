import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { ListApiTokens } from '../queries/list-api-tokens.js';
import { ApiTokens } from '../use-cases/api-tokens.js';
import { ApiTokenBody } from './people.dto.js';
import { presentNewToken, presentToken } from './people.presenter.js';
import type { NewTokenView, TokenList } from './people.view.js';

@Controller('api/tokens')
@Allow(signedIn)
export class TokensController {
  constructor(
    private readonly tokens: ApiTokens,
    private readonly live: ListApiTokens,
  ) {}

  @Get()
  async list(@CurrentActor() actor: Actor): Promise<TokenList> {
    return { items: (await this.live.execute(actor.personId)).map(presentToken) };
  }

  /** Makes a token for `Authorization: Bearer`; its secret is shown in this answer only. */
  @Post()
  async issue(@CurrentActor() actor: Actor, @Body() body: ApiTokenBody): Promise<NewTokenView> {
    return presentNewToken(await this.tokens.issue(actor, body.name, body.days));
  }

  @Delete(':id')
  @HttpCode(204)
  async revoke(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.tokens.revoke(actor.personId, id);
  }
}
