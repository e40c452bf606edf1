import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OrganisationHoldings } from '../../units/index.js';
import { FollowUpRepository } from '../storage/follow-up-repository.js';

/** What outside partners promised, so that two entries of one can be put together. */
@Injectable()
export class HoldPartnerPromises implements OnModuleInit {
  constructor(
    private readonly holdings: OrganisationHoldings,
    private readonly followUps: FollowUpRepository,
  ) {}

  onModuleInit(): void {
    this.holdings.register({
      name: 'Tindak lanjut',
      order: 30,
      count: (code) => this.followUps.countOf(code),
      move: (_, from, into) => this.followUps.become(from.code, into.code),
    });
  }
}
