import { Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Environment } from '../../../config/environment.js';
import { html } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import type { Actor } from '../../platform/security/actor.js';
import { allows } from '../../platform/security/capabilities.js';
import { retention, type RetentionKind } from '../domain/retention.js';
import { RetentionRuns } from '../queries/retention-runs.js';
import { RetentionPage } from './retention-page.js';

/** How long what is kept, and what went. */
@PageController('pengelolaan/masa-simpan')
@Allow(allows('system.watch'))
export class RetentionPages {
  constructor(
    private readonly environment: Environment,
    private readonly runs: RetentionRuns,
  ) {}

  @Get()
  async show(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const months = Object.fromEntries(
      Object.entries(retention).map(([kind, { setting }]) => [kind, this.environment[setting]]),
    ) as Record<RetentionKind, number>;
    await html(reply, RetentionPage({ actor, months, runs: await this.runs.execute() }));
  }
}
