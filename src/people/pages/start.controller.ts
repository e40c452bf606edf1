import { Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { html } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { MaybeActor, Public } from '../../platform/security/access.js';
import type { Actor } from '../../platform/security/actor.js';
import { UnitFacts } from '../../units/index.js';
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
  constructor(private readonly units: UnitFacts) {}

  @Get()
  @Public('tells visitors what this is and where to sign in')
  async show(@MaybeActor() actor: Actor | null, @Res() reply: FastifyReply): Promise<void> {
    await html(reply, actor ? StartPage({ actor, place: await this.placeOf(actor) }) : VisitorPage());
  }

  /** The name of the own unit or regional office. */
  private async placeOf({ unit, regionalOffice }: Actor): Promise<string | null> {
    if (unit !== null) return (await this.units.byCode(unit))?.name ?? null;
    if (regionalOffice === null) return null;
    return (await this.units.regionalOfficeByCode(regionalOffice))?.shortName ?? null;
  }
}
