import { Injectable } from '@nestjs/common';
import type { VNode } from 'preact';
import { Clock } from '../../platform/clock/clock.js';
import type { Actor } from '../../platform/security/actor.js';
import { localDate } from '../../platform/text/dates.js';
import { allowedVerbs, otherUnit } from '../domain/follow-up-policies.js';
import { FollowUpChoices } from '../queries/follow-up-choices.js';
import { ReadFollowUp } from '../use-cases/read-follow-up.js';
import { FollowUpPage } from './follow-up-page.js';
import type { RefusedForm } from './follow-up-story.js';

/** The page of one follow-up, also after a form of it was refused. */
@Injectable()
export class FollowUpView {
  constructor(
    private readonly clock: Clock,
    private readonly read: ReadFollowUp,
    private readonly choices: FollowUpChoices,
  ) {}

  async page(actor: Actor, id: string, refused?: RefusedForm): Promise<VNode> {
    const fact = await this.read.execute(actor, id);
    const verbs = allowedVerbs(fact, actor);
    const practices = verbs.some((verb) => verb === 'confirm-replication' || verb === 'change')
      ? await this.choices.practices(actor, [otherUnit(fact)], fact.visit)
      : [];
    const owners = verbs.includes('change') ? await this.choices.owners([fact.unit]) : [];
    const today = localDate(this.clock.now(), actor.timeZone);
    return FollowUpPage({ actor, fact, practices, owners, today, ...(refused ? { refused } : {}) });
  }
}
