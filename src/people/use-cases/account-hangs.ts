import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { WaitingTasks } from '../../platform/pages/waiting-tasks.js';
import type { Actor } from '../../platform/security/actor.js';
import { MOST_THINGS, type Hang, type Hanging, type HoldingPerson } from '../domain/hanging.js';
import { Colleagues } from '../queries/colleagues.js';
import { ListApiTokens } from '../queries/list-api-tokens.js';
import { Hangs } from './hangs.js';

/** What of the account itself hangs on a person, and what waits for a place and would wait for who is left there. */
@Injectable()
export class AccountHangs implements OnModuleInit {
  constructor(
    private readonly hangs: Hangs,
    private readonly clock: Clock,
    private readonly tokens: ListApiTokens,
    private readonly tasks: WaitingTasks,
    private readonly colleagues: Colleagues,
  ) {}

  onModuleInit(): void {
    this.hangs.register(this.apiTokens(), this.waiting());
  }

  private apiTokens(): Hang {
    return {
      kind: 'people.api-tokens',
      order: 85,
      title: 'Token API',
      words: 'Berakhir: program yang memakainya berhenti sampai rekan membuat token sendiri.',
      columns: ['api_token.person_id'],
      fate: 'ends',
      find: async ({ id }) => {
        const live = (await this.tokens.execute(id)).filter(({ expiresAt }) => expiresAt > this.clock.now());
        return { count: live.length, things: [] };
      },
    };
  }

  private waiting(): Hang {
    return {
      kind: 'people.waiting',
      order: 90,
      title: 'Yang menunggu di tempat tugasnya',
      words: 'Dikerjakan bersama: permintaan, persetujuan, dan tinjauan ini tetap menunggu rekan-rekannya.',
      columns: [],
      fate: 'shared',
      find: (person, reader) => this.waitingFor(person, reader),
    };
  }

  /** By name only for who works at the same place: drafts are among what waits. */
  private async waitingFor({ id, unit, regionalOffice }: HoldingPerson, reader: Actor): Promise<Hanging> {
    const holder = await this.colleagues.asActor(id);
    if (!holder) return { count: 0, things: [] };
    const { tasks } = await this.tasks.of(holder, this.clock.now());
    const isColleague =
      unit === null ? reader.unit === null && reader.regionalOffice === regionalOffice : reader.unit === unit;
    const things = isColleague ? tasks.slice(0, MOST_THINGS) : [];
    return {
      count: tasks.length,
      things: things.map(({ title, detail, href }) => ({ title, detail, href })),
    };
  }
}
