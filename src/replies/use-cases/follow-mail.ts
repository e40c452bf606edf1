import { Injectable } from '@nestjs/common';
import { ReturnAddresses } from '../../platform/mail/return-addresses.js';
import type { IncomingMail } from '../domain/incoming-mail.js';
import { FollowBounce } from './follow-bounce.js';
import { FollowReply, type Arrival, type Received } from './follow-reply.js';
import { FollowWords } from './follow-words.js';

/** The one way from a mail that came to what it changes: its evidence is gathered here, and each kind weighs it. */
@Injectable()
export class FollowMail {
  constructor(
    private readonly addresses: ReturnAddresses,
    private readonly reply: FollowReply,
    private readonly bounce: FollowBounce,
    private readonly words: FollowWords,
  ) {}

  async execute(arrival: Omit<Arrival, 'sentAt'>, mail: IncomingMail): Promise<Received> {
    const { senders, verification, tokens, replies, bounces, sentAt } = mail;
    const owners = tokens.length === 0 ? [] : await this.addresses.ownersOf(tokens);
    const evidence = { senders, verification, owners };
    const dated = { ...arrival, sentAt };
    if (replies.length > 0) return this.reply.execute(dated, replies, evidence);
    return bounces.length > 0
      ? this.bounce.execute(bounces, owners)
      : this.words.execute(dated, mail, evidence);
  }
}
