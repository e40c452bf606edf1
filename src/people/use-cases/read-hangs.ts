import { Injectable } from '@nestjs/common';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import type { Hang, Hanging } from '../domain/hanging.js';
import { mayManage } from '../domain/policies.js';
import { Colleagues, type Colleague } from '../queries/colleagues.js';
import { PersonRepository } from '../storage/person-repository.js';
import { Hangs } from './hangs.js';

/** A kind with how much of it hangs. */
export type FoundHang = Omit<Hang, 'find' | 'handOver' | 'moved' | 'columns'> & Hanging;

export interface FoundHangs {
  hangs: FoundHang[];
  successors: Colleague[];
}

/** Shows those who look after an account what hangs on its holder, kinds without anything left out. */
@Injectable()
export class ReadHangs {
  constructor(
    private readonly people: PersonRepository,
    private readonly colleagues: Colleagues,
    private readonly hangs: Hangs,
  ) {}

  /** @throws RequestError `not-found`, `not-allowed` */
  async execute(actor: Actor, id: string): Promise<FoundHangs> {
    const person = found(await this.people.find(id));
    if (!mayManage(actor, found(await this.people.postOf(person)))) throw new RequestError('not-allowed');
    const hangs: FoundHang[] = [];
    for (const { kind, order, title, words, fate, find } of this.hangs.all) {
      const hanging = await find(person, actor);
      if (hanging.count > 0) hangs.push({ kind, order, title, words, fate, ...hanging });
    }
    return { hangs, successors: await this.colleagues.of(person) };
  }
}
