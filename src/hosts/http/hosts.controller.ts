import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { CompareHosts } from '../use-cases/compare-hosts.js';
import { RankHosts } from '../use-cases/rank-hosts.js';
import { CompareQuery, HostsQuery } from './hosts.dto.js';
import { presentCompared, presentHost } from './hosts.presenter.js';
import type { ComparedHostList, HostList } from './hosts.view.js';

@ApiTags('hosts')
@Controller('api/hosts')
@Allow(signedIn)
export class HostsController {
  constructor(
    private readonly rank: RankHosts,
    private readonly compare: CompareHosts,
  ) {}

  /** Units worth a visit on a topic or program, best first, each with its reasons in words. */
  @Get()
  async list(
    @CurrentActor() actor: Actor,
    @Query() { topic = '', program = '', usesSambang }: HostsQuery,
  ): Promise<HostList> {
    return { items: (await this.rank.execute(actor, { topic, program, usesSambang })).map(presentHost) };
  }

  /** Two or three units side by side, in the order named; unknown ones are left out. */
  @Get('compare')
  async sideBySide(
    @CurrentActor() actor: Actor,
    @Query() { unit, topic = '', program = '' }: CompareQuery,
  ): Promise<ComparedHostList> {
    const compared = await this.compare.execute(actor, unit, { topic, program });
    return { items: compared.map(presentCompared) };
  }
}
