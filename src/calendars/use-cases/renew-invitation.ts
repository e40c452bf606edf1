import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { RenewableMail } from '../../platform/mail/mail-renewals.js';
import { repeated } from '../domain/invitation-plan.js';
import { INVITATIONS, PostInvitation } from './post-invitation.js';
import { StandingInvitations } from './refresh-invitation.js';

/** Invites somebody once more, as the visit stands now, whose last invitation did not arrive. */
@Injectable()
export class RenewInvitation {
  constructor(
    private readonly database: Database,
    private readonly standing: StandingInvitations,
    private readonly post: PostInvitation,
  ) {}

  /** @returns false for who is no longer invited, or to what does not stand */
  execute({ topic, stream: visitId, email }: RenewableMail): Promise<boolean> {
    return this.database.transaction(async () => {
      const found = await this.standing.latest(visitId, topic.slice(INVITATIONS.length), email);
      if (!found || found.attendee.isSuspended) return false;
      const { last, attendee, occasion } = found;
      await this.post.execute(repeated(last, attendee), attendee, occasion);
      return true;
    });
  }
}
