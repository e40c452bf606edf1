import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { RequeueMails } from '../../platform/mail/requeue-mails.js';
import { againSince } from '../domain/sending-again.js';

/** Sends again everything that was given up lately, and tries at once what waits: the server has been mended. */
@Injectable()
export class ResendAllMails {
  constructor(
    private readonly requeue: RequeueMails,
    private readonly clock: Clock,
  ) {}

  /** @returns how many mails are back in the queue; those that are known to reach nobody stay given up */
  execute(): Promise<number> {
    return this.requeue.tryAllAgain(againSince(this.clock.now()));
  }
}
