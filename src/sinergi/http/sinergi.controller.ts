import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Clock } from '../../platform/clock/clock.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import type { Actor } from '../../platform/security/actor.js';
import { localDate } from '../../platform/text/dates.js';
import { overRegions, scopeOf } from '../domain/scope.js';
import { AnswerTimes } from '../queries/answer-times.js';
import { LearningNetworks } from '../queries/learning-network.js';
import { VisitPairs } from '../queries/visit-pairs.js';
import { ReadSinergiFigures } from '../use-cases/read-sinergi-figures.js';
import { MostQuery, ScopeQuery } from './sinergi.dto.js';
import { presentFigures, presentScope } from './sinergi.presenter.js';
import type {
  AnswerTimesView,
  LearningNetworkView,
  SinergiFiguresView,
  VisitMatrixView,
} from './sinergi.view.js';

/** The figures of Sinergi, for regional offices over their region and administrators over all. */
@ApiTags('sinergi')
@Controller('api/sinergi')
@Allow(overRegions)
export class SinergiController {
  constructor(
    private readonly clock: Clock,
    private readonly read: ReadSinergiFigures,
    private readonly pairs: VisitPairs,
    private readonly networks: LearningNetworks,
    private readonly answers: AnswerTimes,
  ) {}

  /** All figures, each with that of the period of the same length before. */
  @Get('figures')
  async figures(@CurrentActor() actor: Actor, @Query() asked: ScopeQuery): Promise<SinergiFiguresView> {
    const now = this.clock.now();
    const scope = scopeOf(actor, asked, now);
    return presentFigures(await this.read.execute(scope, now, localDate(now, actor.timeZone)));
  }

  /** Who visited whom, how often: visits that were agreed upon, the most frequent pairs first. */
  @Get('matrix')
  async matrix(
    @CurrentActor() actor: Actor,
    @Query() { most, ...asked }: MostQuery,
  ): Promise<VisitMatrixView> {
    const scope = scopeOf(actor, asked, this.clock.now());
    return { scope: presentScope(scope), pairs: await this.pairs.execute(scope, most) };
  }

  /** Who learns from whom, by program, with the places of the units where they are known. */
  @Get('network')
  async network(
    @CurrentActor() actor: Actor,
    @Query() { most, ...asked }: MostQuery,
  ): Promise<LearningNetworkView> {
    const scope = scopeOf(actor, asked, this.clock.now());
    const { units, edges, edgeCount } = await this.networks.execute(scope, most);
    return { scope: presentScope(scope), units, edges, edgeCount };
  }

  /** How long each host took to answer, in whole hours, the slowest first. */
  @Get('answer-times')
  async answerTimes(@CurrentActor() actor: Actor, @Query() asked: ScopeQuery): Promise<AnswerTimesView> {
    const scope = scopeOf(actor, asked, this.clock.now());
    const lines = await this.answers.execute(scope);
    return {
      scope: presentScope(scope),
      hosts: lines.flatMap(({ host, hostName, count, medianHours }) =>
        host === null ? [] : [{ host, hostName, count, medianHours }],
      ),
    };
  }
}
