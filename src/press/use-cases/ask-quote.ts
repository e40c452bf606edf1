import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { Site } from '../../platform/security/access-guard.js';
import type { Actor } from '../../platform/security/actor.js';
import { hashSecret, newSecret } from '../../platform/text/tokens.js';
import { PressError } from '../domain/error-codes.js';
import { quoteMail, quoteMessage, type QuoteLink } from '../domain/quote-mail.js';
import { LINK_DAYS, LINKS_A_QUOTE, LINKS_AN_ADDRESS, quoteAfter } from '../domain/quote-states.js';
import { HeadAddresses } from '../queries/head-addresses.js';
import { QuoteRepository, type PressQuote } from '../storage/quote-repository.js';
import { ReadPress, type PressRoom } from './read-press.js';

const DAY_MS = 86_400_000;

/** A quote that nobody asked for yet. */
export const noQuote = (visitId: string, organisation: string): Omit<PressQuote, 'state'> => ({
  ...{ visitId, organisation, version: 0, speaker: '', position: '', words: '' },
  ...{ linkHash: null, askedBy: null, askedAt: null, saidAt: null, saidBy: null },
});

/** Makes links by which heads give quotes; each makes those before it useless. */
@Injectable()
export class MakeQuoteLink {
  constructor(
    private readonly clock: Clock,
    private readonly site: Site,
    private readonly quotes: QuoteRepository,
  ) {}

  /** @param email to which it goes; null for one that is given by hand. @throws PressError `quote-links-full` */
  async execute(
    actor: Actor,
    quote: Pick<PressQuote, 'visitId' | 'organisation'>,
    email: string | null,
  ): Promise<QuoteLink> {
    const now = this.clock.now();
    const { ofQuote, toAddress } = await this.quotes.madeSince(
      quote,
      email,
      new Date(now.getTime() - DAY_MS),
    );
    if (ofQuote >= LINKS_A_QUOTE || toAddress >= LINKS_AN_ADDRESS) throw new PressError('quote-links-full');
    const secret = newSecret();
    const { visitId, organisation } = quote;
    const expiresAt = new Date(now.getTime() + LINK_DAYS * DAY_MS);
    const link = { tokenHash: hashSecret(secret), visitId, organisation, email, madeBy: actor.personId };
    await this.quotes.addLink({ ...link, createdAt: now, expiresAt });
    await this.quotes.newest(link);
    return { url: `${this.site.publicUrl}/kutipan/${secret}`, expiresAt };
  }
}

/** Notes that a quote was asked for, in the open transaction. */
@Injectable()
export class NoteAskedQuote {
  constructor(
    private readonly clock: Clock,
    private readonly read: ReadPress,
    private readonly quotes: QuoteRepository,
  ) {}

  /** @returns whose it is. @throws RequestError `not-found`, `not-allowed` */
  async execute(actor: Actor, visitId: string, organisation: string) {
    await this.quotes.lock(visitId);
    const room = await this.read.execute(actor, visitId);
    const office = found(room.known.offices.get(organisation));
    if (room.writes.length === 0) throw new RequestError('not-allowed');
    const standing = await this.quotes.one(visitId, organisation);
    const state = found(quoteAfter(standing?.state ?? 'none', 'ask'));
    const before = standing ?? noQuote(visitId, organisation);
    const [askedBy, askedAt] = [actor.personId, this.clock.now()];
    await this.quotes.put({ ...before, state, version: Math.max(before.version, 1), askedBy, askedAt });
    return { room, office };
  }
}

/** Asks the heads of the parties for quotes: any party by mail, and the own office by a message too. */
@Injectable()
export class AskQuote {
  constructor(
    private readonly database: Database,
    private readonly asked: NoteAskedQuote,
    private readonly links: MakeQuoteLink,
    private readonly addresses: HeadAddresses,
    private readonly outbox: Outbox,
  ) {}

  /** @throws PressError `quote-unreachable`, `quote-links-full`; RequestError `not-found`, `not-allowed` */
  async byMail(actor: Actor, visitId: string, organisation: string): Promise<void> {
    await this.database.transaction(async () => {
      const { room, office } = await this.asked.execute(actor, visitId, organisation);
      const [head] = await this.addresses.of(organisation);
      if (!head) throw new PressError('quote-unreachable');
      const link = await this.links.execute(actor, { visitId, organisation }, head.email);
      await this.outbox.post({
        key: `press-quote:${hashSecret(link.url)}`,
        stream: visitId,
        topic: `press-quote:${organisation}`,
        to: head,
        ...quoteMail(head.name, office.name, room.visit, link),
      });
    });
  }

  /**
   * A message with a link, for the own head alone: whoever makes it could use it.
   *
   * @throws PressError `quote-links-full`; RequestError `not-found`, `not-allowed`
   */
  async byMessage(
    actor: Actor,
    visitId: string,
    organisation: string,
  ): Promise<{ room: PressRoom; text: string }> {
    return this.database.transaction(async () => {
      const { room, office } = await this.asked.execute(actor, visitId, organisation);
      if (!room.writes.includes(organisation)) throw new RequestError('not-allowed');
      const link = await this.links.execute(actor, { visitId, organisation }, null);
      return { room, text: quoteMessage(office.name, room.visit, link) };
    });
  }
}
