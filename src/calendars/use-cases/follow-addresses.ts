import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AddressChanges, type AddressChange } from '../../visits/index.js';
import { InvitationRepository } from '../storage/invitation-repository.js';

/**
 * Lets calendars follow a participant to another address: the new one is sent the invitation as it stands, and the old
 * one hears nothing, since it may be a stranger's. Who came in somebody's place is invited as anybody who is new.
 */
@Injectable()
export class FollowAddresses implements OnModuleInit {
  constructor(
    private readonly changes: AddressChanges,
    private readonly invitations: InvitationRepository,
  ) {}

  onModuleInit(): void {
    this.changes.register((change) => this.execute(change));
  }

  private async execute({ visitId, from, to, reason, isShared }: AddressChange): Promise<[]> {
    if (reason === 'succeeded' || from.email === null) return [];
    await this.invitations.lockVisit(visitId);
    if (to.email !== null) await this.invitations.carry(visitId, from.email, to.email);
    if (!isShared) await this.invitations.leave(visitId, from.email);
    return [];
  }
}
