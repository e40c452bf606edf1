import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { formatCalendarDate } from '../../platform/text/dates.js';
import { Hangs, MOST_THINGS, type Handover } from '../../people/index.js';
import { OwnedFollowUps } from '../queries/owned-follow-ups.js';
import { FollowUpRepository } from '../storage/follow-up-repository.js';

/** Follow-ups that wait for somebody who goes: a colleague owns them, and is reminded. */
@Injectable()
export class HandOverFollowUps implements OnModuleInit {
  constructor(
    private readonly hangs: Hangs,
    private readonly clock: Clock,
    private readonly owned: OwnedFollowUps,
    private readonly followUps: FollowUpRepository,
  ) {}

  onModuleInit(): void {
    this.hangs.register({
      kind: 'follow-ups.owned',
      order: 50,
      title: 'Tindak lanjut yang belum selesai',
      words: 'Penerima menjadi penanggung jawabnya dan mendapat pengingatnya.',
      columns: ['follow_up.person_id'],
      fate: 'handed-over',
      find: async (person, reader) => {
        const ids = await this.owned.ids(person.id);
        const shown = ids.length > 0 ? await this.owned.shownTo(reader, person.id, MOST_THINGS) : [];
        const things = shown.map(({ id, what, dueOn }) => ({
          title: what,
          detail: `paling lambat ${formatCalendarDate(dueOn)}`,
          href: `/tindak-lanjut/${id}`,
        }));
        return { count: ids.length, things };
      },
      handOver: (handover) => this.execute(handover),
    });
  }

  private async execute({ actor, from, to }: Handover): Promise<void> {
    for (const id of await this.owned.ids(from.id)) {
      const before = await this.followUps.lock(id);
      if (!before) continue;
      const changedAt = this.clock.now();
      const row = { ...before, personId: to.id, personName: to.name, version: before.version + 1, changedAt };
      await this.followUps.save(row);
      await this.followUps.remember(row, {
        actorId: actor.personId,
        actorName: actor.name,
        action: 'changed',
        before,
        reason: `Diserahkan dari ${from.name} kepada ${to.name}.`,
      });
    }
  }
}
