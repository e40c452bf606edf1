import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { SeeToSetup } from '../use-cases/see-to-setup.js';
import type { SetupList } from './setup.view.js';

/** What the caller has yet to set up. */
@Controller('api/me/setup')
@Allow(signedIn)
export class SetupController {
  constructor(private readonly setup: SeeToSetup) {}

  /** What is left; what is done, and what was put away, is not among it. */
  @Get()
  async list(@CurrentActor() actor: Actor): Promise<SetupList> {
    const items = await this.setup.items(actor);
    return {
      items: items.map(({ item, total, done, left, title, detail, href }) => ({
        ...{ item, total, done, left, title, detail, href },
      })),
    };
  }

  /** Puts an item away for good. */
  @Post(':item/dismissal')
  @HttpCode(204)
  async dismiss(@CurrentActor() actor: Actor, @Param('item') item: string): Promise<void> {
    await this.setup.dismiss(actor, item);
  }
}
