import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { hashSecret } from '../../platform/text/tokens.js';
import { UnitFacts } from '../../units/index.js';
import { hasTrait, VisitFactsQuery, type VisitFacts } from '../../visits/index.js';
import { PressError } from '../domain/error-codes.js';
import { headsParty } from '../domain/press-policies.js';
import { after } from '../domain/press-states.js';
import { quoteAfter, type QuoteAction } from '../domain/quote-states.js';
import { PressRepository, unapproved } from '../storage/press-repository.js';
import { QuoteRepository, type PressQuote } from '../storage/quote-repository.js';
import { noQuote } from './ask-quote.js';

/** What a head says of a visit. */
export interface SaidQuote {
  words: string;
  speaker: string;
  position: string;
  /** Whether it may be printed. */
  agrees: boolean;
  /** Whether the head gives none. */
  declines: boolean;
}

/** What whoever speaks for an office sees. */
export interface QuoteForm {
  visit: VisitFacts;
  officeName: string;
  organisation: string;
  /** As it stands; null where nobody asked and nobody said anything. */
  quote: PressQuote | null;
  /** Until when a link is good; null for whoever has an account. */
  expiresAt: Date | null;
}

/** Takes what heads say, by a link or with an account; what is said otherwise needs a new yes. */
@Injectable()
export class SayQuote {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly visits: VisitFactsQuery,
    private readonly units: UnitFacts,
    private readonly quotes: QuoteRepository,
    private readonly texts: PressRepository,
  ) {}

  /** @throws RequestError `not-found` for a link that is unknown; PressError `quote-closed` for one that is over */
  async readByLink(secret: string): Promise<QuoteForm> {
    const { visitId, organisation, expiresAt, isNewest } = found(await this.quotes.link(hashSecret(secret)));
    const form = await this.form(visitId, organisation);
    const stands = hasTrait(form.visit.state, 'takesSummary');
    if (!isNewest || !stands || this.clock.now() >= expiresAt) throw new PressError('quote-closed');
    return { ...form, expiresAt };
  }

  /** @throws RequestError `not-found` for those who do not head the office */
  async readAs(actor: Actor, visitId: string, organisation: string): Promise<QuoteForm> {
    if (!headsParty(organisation, actor)) throw new RequestError('not-found');
    const form = await this.form(visitId, organisation);
    if (!hasTrait(form.visit.state, 'takesSummary')) throw new RequestError('not-found');
    return form;
  }

  async byLink(secret: string, given: SaidQuote, version: number): Promise<void> {
    await this.database.transaction(async () => {
      const { visit, organisation } = await this.readByLink(secret);
      await this.say(visit.id, organisation, { given, version, saidBy: null });
    });
  }

  async as(
    actor: Actor,
    visitId: string,
    organisation: string,
    given: SaidQuote,
    version: number,
  ): Promise<void> {
    await this.database.transaction(async () => {
      await this.readAs(actor, visitId, organisation);
      await this.say(visitId, organisation, { given, version, saidBy: actor.personId });
    });
  }

  private async form(visitId: string, organisation: string): Promise<QuoteForm> {
    const visit = found(await this.visits.byId(visitId));
    const names = new Map([
      [visit.guestUnit, visit.guestUnitName],
      [visit.hostUnit, visit.hostUnitName],
    ]);
    const isJoined = visit.joinedGuests.includes(organisation);
    const joined = isJoined ? await this.units.byCode(organisation) : null;
    const officeName = found(names.get(organisation) ?? joined?.name);
    return {
      visit,
      officeName,
      organisation,
      quote: await this.quotes.one(visitId, organisation),
      expiresAt: null,
    };
  }

  private async say(
    visitId: string,
    organisation: string,
    { given, version, saidBy }: { given: SaidQuote; version: number; saidBy: string | null },
  ): Promise<void> {
    await this.quotes.lock(visitId);
    const standing = await this.quotes.one(visitId, organisation);
    const current = standing?.version ?? 0;
    if (version !== current) throw new PressError('quote-changed', { current: { version: current } });
    const action = actionOf(given);
    const state = found(quoteAfter(standing?.state ?? 'none', action));
    const said = action === 'decline' ? trimmed(given) : saidWords(given);
    const before = standing ?? { ...noQuote(visitId, organisation), state };
    if (standing && state === standing.state && isSame(standing, said)) return;
    await this.quotes.put({
      ...before,
      ...said,
      state,
      version: current + 1,
      saidBy,
      saidAt: this.clock.now(),
    });
    await this.unsettle(visitId, standing);
  }

  /** A text that is approved or ready and quotes what was changed has to be looked at again. */
  private async unsettle(visitId: string, changed: PressQuote | null): Promise<void> {
    if (changed?.state !== 'approved') return;
    for (const state of ['approved', 'ready'] as const) {
      for (const text of await this.texts.inState(visitId, state)) {
        const { body } = found(await this.texts.revision(text.id, text.version));
        if (!quotes(body, changed.words)) continue;
        await this.texts.put({ ...text, ...unapproved, state: found(after(state, 'unsettle')) });
      }
    }
  }
}

const letters = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const quotes = (body: string, words: string): boolean => letters(body).includes(letters(words));

const actionOf = ({ declines, agrees }: SaidQuote): QuoteAction => {
  if (declines) return 'decline';
  return agrees ? 'approve' : 'write';
};

const isSame = (standing: PressQuote, said: Pick<PressQuote, 'words' | 'speaker' | 'position'>): boolean =>
  standing.words === said.words && standing.speaker === said.speaker && standing.position === said.position;

const trimmed = ({ words, speaker, position }: Pick<SaidQuote, 'words' | 'speaker' | 'position'>) => ({
  ...{ words: words.trim(), speaker: speaker.trim(), position: position.trim() },
});

/** @throws PressError `quote-empty` */
function saidWords({
  words,
  speaker,
  position,
}: SaidQuote): Pick<PressQuote, 'words' | 'speaker' | 'position'> {
  const said = trimmed({ words, speaker, position });
  const empty = Object.entries(said).filter(([, value]) => value === '');
  if (empty.length === 0) return said;
  throw new PressError(
    'quote-empty',
    {},
    empty.map(([field]) => ({ field, message: 'mohon diisi' })),
  );
}
