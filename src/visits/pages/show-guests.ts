import { Injectable } from '@nestjs/common';
import type { VNode } from 'preact';
import { Clock } from '../../platform/clock/clock.js';
import { RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { mayAskGuests } from '../domain/guest-answers.js';
import { OrganisationChoices } from '../queries/organisation-choices.js';
import { ReadVisit } from '../use-cases/read-visit.js';
import { GuestsPage, type GuestsPageProps } from './guests-page.js';

/** The page where organisations are asked to join a visit, as it stands now. */
@Injectable()
export class ShowGuests {
  constructor(
    private readonly read: ReadVisit,
    private readonly choices: OrganisationChoices,
    private readonly clock: Clock,
  ) {}

  /**
   * @param words what is looked for among organisations
   * @throws RequestError `not-found` to who may not see the visit, `not-allowed` to who may not ask
   */
  async page(
    actor: Actor,
    id: string,
    words: string,
    shown: Pick<GuestsPageProps, 'notice' | 'refused'>,
  ): Promise<VNode> {
    const joint = await this.read.withGuests(actor, id);
    if (!mayAskGuests(joint.visit, actor)) throw new RequestError('not-allowed');
    const choices = await this.choices.execute(id, words);
    return GuestsPage({ actor, now: this.clock.now(), joint, words, choices, ...shown });
  }
}
