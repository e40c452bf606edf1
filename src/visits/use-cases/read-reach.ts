import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { isReachUrgent, mayReach, mayReachPerson, reachGapOf, type ReachGap } from '../domain/reach.js';
import { actorSides } from '../domain/visit-policies.js';
import { ReadVisit, type ReadableVisit } from './read-visit.js';

/** Somebody who may not have heard of a visit as it stands. */
export interface Unreached {
  participant: ReadableVisit['participants'][number];
  because: ReachGap;
}

export interface ReachList {
  /** Those nobody has told yet first. */
  people: Unreached[];
  /** Whether the visit is off or moved, so that they would come in vain. */
  isUrgent: boolean;
}

/** Those of a visit whom somebody has to call, but for that one; nobody for those who do not call. */
export function reachListOf({ visit, participants }: ReadableVisit, actor: Actor, now: Date): ReachList {
  const people = mayReach(visit, actor)
    ? participants.flatMap((participant) => {
        const because = participant.email === actor.email ? null : reachGapOf(visit, participant, now);
        return because && mayReachPerson(visit, participant, actor) ? [{ participant, because }] : [];
      })
    : [];
  const isOpen = ({ participant }: Unreached): boolean => !participant.reachedAt;
  const inOrder = [...people.filter(isOpen), ...people.filter((each) => !isOpen(each))];
  return { people: inOrder, isUrgent: isReachUrgent(visit) };
}

/** Reads whom somebody has to call. */
@Injectable()
export class ReadReach {
  constructor(
    private readonly read: ReadVisit,
    private readonly clock: Clock,
  ) {}

  /** @throws RequestError `not-found`; `not-allowed` to mere readers of the visit */
  async execute(actor: Actor, visitId: string): Promise<ReachList & { visit: ReadableVisit['visit'] }> {
    const readable = await this.read.execute(actor, visitId);
    const { visit } = readable;
    if (actorSides(visit, actor).every((side) => side === 'regional')) throw new RequestError('not-allowed');
    return { visit, ...reachListOf(readable, actor, this.clock.now()) };
  }
}
