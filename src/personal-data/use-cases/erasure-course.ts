import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { ParticipantRepository } from '../../visits/index.js';
import type { Subject } from '../domain/subject.js';
import { ErasureRepository, type ErasureRow } from '../storage/erasure-repository.js';
import { GatherSubject } from './gather-subject.js';
import { KeepErasureList } from './keep-erasure-list.js';

/** Beginning and end of an erasure: by what somebody is found is known in between alone. */
@Injectable()
export class ErasureCourse {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly erasures: ErasureRepository,
    private readonly participants: ParticipantRepository,
    private readonly gather: GatherSubject,
    private readonly list: KeepErasureList,
  ) {}

  async begin({ id, personId, participants, members }: ErasureRow): Promise<Subject> {
    const persons = personId === null ? [] : [personId];
    const subject = await this.gather.execute({ persons, participants, members });
    await this.database.transaction(async () => {
      await this.erasures.begin(id, subject);
      await this.participants.leaveAhead(participants, this.clock.now());
    });
    return subject;
  }

  async end(erasure: ErasureRow): Promise<void> {
    await this.list.keep(erasure);
    await this.erasures.end(erasure.id, this.clock.now());
  }
}
