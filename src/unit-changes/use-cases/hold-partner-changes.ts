import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OrganisationHoldings } from '../../units/index.js';
import { UnitChangeRepository } from '../storage/unit-change-repository.js';

/** What became of outside partners, so that two entries of one can be put together. */
@Injectable()
export class HoldPartnerChanges implements OnModuleInit {
  constructor(
    private readonly holdings: OrganisationHoldings,
    private readonly changes: UnitChangeRepository,
  ) {}

  onModuleInit(): void {
    this.holdings.register({
      name: 'Catatan penutupan yang dihapus',
      order: 90,
      count: (code) => this.changes.countOf(code),
      // What goes on under another code was not closed.
      move: (_actor, from) => this.changes.forget(from.code),
    });
  }
}
