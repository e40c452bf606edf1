import { Injectable } from '@nestjs/common';
import type { VNode } from 'preact';
import { Clock } from '../../platform/clock/clock.js';
import type { Standing } from '../../platform/pages/html.js';
import type { Actor } from '../../platform/security/actor.js';
import { formatMoment, localDate } from '../../platform/text/dates.js';
import { allowedVerbs, otherUnit } from '../domain/follow-up-policies.js';
import { FollowUpChoices } from '../queries/follow-up-choices.js';
import { ReadFollowUp, type FollowUpWithStory } from '../use-cases/read-follow-up.js';
import { FollowUpPage } from './follow-up-page.js';
import type { RefusedForm } from './follow-up-story.js';

/** The page of one follow-up, also after a form of it was refused. */
@Injectable()
export class ShowFollowUp {
  constructor(
    private readonly clock: Clock,
    private readonly read: ReadFollowUp,
    private readonly choices: FollowUpChoices,
  ) {}

  /** What stands now, beside a form that somebody else was faster with; steps ask for something new. */
  async standing(actor: Actor, id: string, isContent: boolean): Promise<Standing> {
    if (!isContent) return { page: null };
    const fact = await this.read.execute(actor, id);
    const last = fact.history.at(-1);
    const by = last ? { name: last.actorName, when: formatMoment(last.at, actor.timeZone) } : null;
    return { page: await this.pageOf(actor, fact), by };
  }

  async page(actor: Actor, id: string, refused?: RefusedForm): Promise<VNode> {
    return this.pageOf(actor, await this.read.execute(actor, id), refused);
  }

  private async pageOf(actor: Actor, fact: FollowUpWithStory, refused?: RefusedForm): Promise<VNode> {
    const verbs = allowedVerbs(fact, actor);
    const practices = verbs.some((verb) => verb === 'confirm-replication' || verb === 'change')
      ? await this.choices.practices(actor, [otherUnit(fact)], fact.visit)
      : [];
    const owners = verbs.includes('change') ? await this.choices.owners([fact.unit]) : [];
    const today = localDate(this.clock.now(), actor.timeZone);
    return FollowUpPage({ actor, fact, practices, owners, today, ...(refused ? { refused } : {}) });
  }
}
