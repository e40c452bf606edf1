import { Module } from '@nestjs/common';
import { FeedbackModule } from '../feedback/index.js';
import { UnitsModule } from '../units/index.js';
import { VisitsModule } from '../visits/index.js';
import { HostsController } from './http/hosts.controller.js';
import { HostPages } from './pages/hosts.controller.js';
import { ComparedPractice } from './queries/compared-practice.js';
import { FindWorthyHosts } from './queries/find-worthy-hosts.js';
import { HostTimesQuery } from './queries/host-times.js';
import { KnownTopics } from './queries/known-topics.js';
import { CompareHosts } from './use-cases/compare-hosts.js';
import { LookAhead } from './use-cases/host-outlook.js';
import { RankHosts } from './use-cases/rank-hosts.js';

@Module({
  imports: [UnitsModule, VisitsModule, FeedbackModule],
  controllers: [HostsController, HostPages],
  providers: [
    ComparedPractice,
    FindWorthyHosts,
    HostTimesQuery,
    KnownTopics,
    CompareHosts,
    LookAhead,
    RankHosts,
  ],
})
export class HostsModule {}
