import { Get, Query, Res } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsOptional } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { IsText } from '../../platform/http/fields.js';
import { html } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { usageAsked } from '../../units/index.js';
import { ProgramChoices } from '../../visits/index.js';
import { KnownTopics } from '../queries/known-topics.js';
import { CompareHosts, FEWEST_COMPARED } from '../use-cases/compare-hosts.js';
import { RankHosts } from '../use-cases/rank-hosts.js';
import { ComparePage } from './compare-page.js';
import { WorthyHostsPage } from './worthy-hosts-page.js';

class MatterQuery {
  @IsOptional()
  @IsText(100)
  topik?: string;

  @IsOptional()
  @IsText(80)
  program?: string;

  @IsOptional()
  @IsText(10)
  pakai?: string;
}

class CompareQuery extends MatterQuery {
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? [value] : value))
  @IsText(80, { each: true })
  upt?: string[];
}

/** Which hosts are worth a visit, and how they compare. */
@PageController('upt')
@Allow(signedIn)
export class HostPages {
  constructor(
    private readonly rank: RankHosts,
    private readonly compare: CompareHosts,
    private readonly programs: ProgramChoices,
    private readonly topics: KnownTopics,
  ) {}

  @Get('layak-dikunjungi')
  async worthy(
    @CurrentActor() actor: Actor,
    @Query() { topik = '', program = '', pakai }: MatterQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const [programs, topics] = await Promise.all([this.programs.execute(), this.topics.execute()]);
    const known = programs.some(({ code }) => code === program) ? program : '';
    const matter = { topic: topik, program: known, usesSambang: usageAsked(pakai) };
    const hosts = await this.rank.execute(actor, matter);
    await html(reply, WorthyHostsPage({ actor, matter, hosts, programs, topics }));
  }

  @Get('bandingkan')
  async sideBySide(
    @CurrentActor() actor: Actor,
    @Query() { topik = '', program = '', upt = [] }: CompareQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const matter = { topic: topik, program };
    const compared = await this.compare.execute(actor, upt, matter);
    await html(reply, ComparePage({ actor, matter, compared, isEnough: compared.length >= FEWEST_COMPARED }));
  }
}
