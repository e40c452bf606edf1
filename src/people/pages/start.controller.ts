import { Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Clock } from '../../platform/clock/clock.js';
import { html } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { PageParts } from '../../platform/pages/page-parts.js';
import { WaitingTasks } from '../../platform/pages/waiting-tasks.js';
import { MaybeActor, Public } from '../../platform/security/access.js';
import type { Actor } from '../../platform/security/actor.js';
import { StartPage, VisitorPage } from './start-page.js';

declare module '../../platform/pages/page-parts.js' {
  interface PageSlots {
    /** The start page of somebody signed in: what comes next, and what is new. */
    start: { actor: Actor; now: Date };
  }
}

/** The first page. */
@PageController()
export class StartPages {
  constructor(
    private readonly clock: Clock,
    private readonly tasks: WaitingTasks,
    private readonly parts: PageParts,
  ) {}

  @Get()
  @Public('tells visitors what this is and where to sign in')
  async show(@MaybeActor() actor: Actor | null, @Res() reply: FastifyReply): Promise<void> {
    if (!actor) return html(reply, VisitorPage());
    const now = this.clock.now();
    const [waiting, parts] = await Promise.all([
      this.tasks.of(actor, now),
      this.parts.render('start', { actor, now }),
    ]);
    await html(reply, StartPage({ actor, now, waiting, parts }));
  }
}
