import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { Site } from '../../platform/security/access-guard.js';
import type { Actor } from '../../platform/security/actor.js';
import { newId } from '../../platform/text/tokens.js';
import { PeopleError } from '../domain/error-codes.js';
import { handoverMail, type HandedOver } from '../domain/handover-mail.js';
import { successorOf, type Hang, type HoldingPerson, type Successors } from '../domain/hanging.js';
import { mayManage } from '../domain/policies.js';
import { Colleagues, type Colleague } from '../queries/colleagues.js';
import { PersonRepository } from '../storage/person-repository.js';
import { Hangs } from './hangs.js';

/** What a colleague took. */
export interface HandedOverKind {
  kind: string;
  count: number;
  successor: string;
}

/** Hands what hangs on somebody over to colleagues, all of it or none. */
@Injectable()
export class HandOver {
  constructor(
    private readonly database: Database,
    private readonly site: Site,
    private readonly people: PersonRepository,
    private readonly colleagues: Colleagues,
    private readonly hangs: Hangs,
    private readonly outbox: Outbox,
  ) {}

  /** @throws RequestError `not-found`, `not-allowed`; PeopleError `successor-unfit` */
  async execute(actor: Actor, id: string, successors: Successors): Promise<HandedOverKind[]> {
    return this.database.transaction(async () => {
      const person = found(await this.people.lock(id));
      if (!mayManage(actor, found(await this.people.postOf(person)))) throw new RequestError('not-allowed');
      return this.inTransaction(actor, person, successors);
    });
  }

  /**
   * In the open transaction of whoever judged that the actor may.
   *
   * @param person as the account was, at the place that is left
   * @throws PeopleError `successor-unfit` for who is no colleague there, or for what cannot be handed over
   */
  async inTransaction(
    actor: Actor,
    person: HoldingPerson,
    successors: Successors,
  ): Promise<HandedOverKind[]> {
    if (successors.all === null && successors.each.size === 0) return [];
    const takers = await this.takersOf(person, successors);
    const done: HandedOverKind[] = [];
    const told = new Map<string, HandedOver[]>();
    for (const hang of this.hangs.all) {
      const to = takers.get(successorOf(successors, hang.kind) ?? '');
      if (hang.fate !== 'handed-over' || !to) continue;
      const taken = await this.handOver(hang, { actor, from: person, to });
      if (taken.count === 0) continue;
      done.push({ kind: hang.kind, count: taken.count, successor: to.id });
      told.set(to.id, [...(told.get(to.id) ?? []), taken]);
    }
    for (const [id, taken] of told) await this.tell(actor, person, found(takers.get(id) ?? null), taken);
    return done;
  }

  /** Lets what stays with somebody who moved say where that is now. */
  async tellMoved(person: HoldingPerson): Promise<void> {
    const placeName = await this.colleagues.placeName(person);
    for (const { moved } of this.hangs.all) await moved?.(person, placeName);
  }

  private async handOver(
    hang: Extract<Hang, { fate: 'handed-over' }>,
    handover: { actor: Actor; from: HoldingPerson; to: Colleague },
  ): Promise<HandedOver> {
    const { title } = hang;
    const { count, things } = await hang.find(handover.from, readerOf(handover.actor, handover.to));
    if (count > 0) await hang.handOver(handover);
    return { title, count, things: things.map((thing) => `${thing.title} · ${thing.detail}`) };
  }

  private async takersOf(
    person: HoldingPerson,
    { all, each }: Successors,
  ): Promise<ReadonlyMap<string, Colleague>> {
    const colleagues = new Map((await this.colleagues.of(person)).map((each) => [each.id, each]));
    const handed = new Set(
      this.hangs.all.filter(({ fate }) => fate === 'handed-over').map(({ kind }) => kind),
    );
    const isFit = [all ?? [], ...each.values()].flat().every((id) => colleagues.has(id));
    if (!isFit || [...each.keys()].some((kind) => !handed.has(kind)))
      throw new PeopleError('successor-unfit');
    return colleagues;
  }

  private async tell(
    actor: Actor,
    from: HoldingPerson,
    to: Colleague,
    taken: readonly HandedOver[],
  ): Promise<void> {
    await this.outbox.post({
      key: `handover:${newId()}`,
      stream: null,
      to: { name: to.name, email: to.email },
      ...handoverMail({
        name: to.name,
        from: from.name,
        by: actor.name,
        taken,
        startUrl: `${this.site.publicUrl}/`,
      }),
    });
  }
}

/** The mail to a successor names what the successor may see. */
const readerOf = (actor: Actor, { id, name, email, role, unit, regionalOffice }: Colleague): Actor => ({
  ...actor,
  personId: id,
  ...{ name, email, role, unit, regionalOffice },
});
