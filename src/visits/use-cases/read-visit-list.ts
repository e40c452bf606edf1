import { Injectable } from '@nestjs/common';
import type { Page } from '../../platform/http/cursor.js';
import type { Actor } from '../../platform/security/actor.js';
import { ListVisits, type VisitFilter, type VisitLine } from '../queries/list-visits.js';
import { VisitWholes, type VisitWhole } from './visit-wholes.js';

export interface VisitList {
  page: Page<VisitLine>;
  /** What visits of the page are parts of. */
  wholes: ReadonlyMap<string, readonly VisitWhole[]>;
}

/** A page of the list of visits, with what they are parts of. */
@Injectable()
export class ReadVisitList {
  constructor(
    private readonly list: ListVisits,
    private readonly wholes: VisitWholes,
  ) {}

  async execute(actor: Actor, filter: VisitFilter): Promise<VisitList> {
    const page = await this.list.execute(actor, filter);
    return { page, wholes: await this.wholes.ofVisits(page.items.map(({ id }) => id)) };
  }
}
