import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AddressChanges } from '../../visits/index.js';
import { KnownSenderRepository } from '../storage/known-sender-repository.js';

/** Lets nobody speak for a participant who is another person now, or whose address was wrong. */
@Injectable()
export class ForgetSenders implements OnModuleInit {
  constructor(
    private readonly changes: AddressChanges,
    private readonly senders: KnownSenderRepository,
  ) {}

  onModuleInit(): void {
    this.changes.register(async ({ participantId, reason }) => {
      if (reason !== 'moved') await this.senders.forgetOf(participantId);
      return [];
    });
  }
}
