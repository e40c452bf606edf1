import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Rows } from '../../platform/database/rows.js';
import { KnownSenderEntity } from './known-sender.entity.js';

/** Other addresses of participants, by the word of officers. */
@Injectable()
export class KnownSenderRepository {
  constructor(@InjectRepository(KnownSenderEntity) private readonly senders: Rows<KnownSenderEntity>) {}

  /** Forgets for whom others spoke in the place that somebody else has now. */
  async forgetOf(participantId: string): Promise<void> {
    await this.senders.delete({ participantId });
  }

  async remember(known: KnownSenderEntity): Promise<void> {
    await this.senders.insertMissing(known);
  }
}
