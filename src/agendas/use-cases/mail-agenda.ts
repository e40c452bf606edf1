import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { nameList } from '../../platform/text/name-list.js';
import { Site } from '../../platform/security/access-guard.js';
import { hasTrait, PersonalLinks, VisitFactsQuery, whereWords, type VisitFacts } from '../../visits/index.js';
import type { Agenda } from '../domain/agenda.js';
import { agendaChanges } from '../domain/agenda-changes.js';
import type { AgendaItem } from '../domain/agenda-items.js';
import {
  agendaChangesLetter,
  agendaLetter,
  type AgendaLetter,
  type MailedVisit,
} from '../domain/agenda-mail.js';
import { AgendaRepository } from '../storage/agenda-repository.js';
import { RecipientRepository, type Recipient } from '../storage/recipient-repository.js';
import { AgendaMailParts } from './agenda-mail-parts.js';

/** Posts what each recipient has to be told, and remembers it. */
@Injectable()
export class PostAgenda {
  constructor(
    private readonly clock: Clock,
    private readonly site: Site,
    private readonly outbox: Outbox,
    private readonly recipients: RecipientRepository,
    private readonly parts: AgendaMailParts,
    private readonly personal: PersonalLinks,
  ) {}

  async execute(
    agenda: Agenda,
    visit: VisitFacts,
    behind: readonly Recipient[],
    known: ReadonlyMap<number, readonly AgendaItem[]>,
  ): Promise<void> {
    const revision = agenda.publicRevision ?? agenda.revision;
    for (const { names, email, knownRevision } of behind) {
      const name = nameList(names);
      const pages = await this.personal.at(visit.id, email);
      const mailed = { ...visit, place: whereWords(visit, visit.place), pages, url: this.urlOf(visit.id) };
      const letter = letterTo(name, mailed, agenda.publicItems, known.get(knownRevision ?? 0));
      const key = `agenda:${visit.id}:${revision}:${email}`;
      if (!letter) continue;
      const calendar = await this.parts.of(visit.id, email);
      await this.outbox.post({
        key,
        stream: visit.id,
        cause: 'participation',
        to: { name, email },
        ...letter,
        ...(calendar ? { calendar } : {}),
      });
    }
    const ids = behind.flatMap(({ participantIds }) => participantIds);
    await this.recipients.know(ids, visit.id, revision, this.clock.now());
  }

  private urlOf(visitId: string): string {
    return `${this.site.publicUrl}/kunjungan/${visitId}`;
  }
}

/**
 * Brings every participant with an address up to the public agenda: the whole of it to whoever knows none, else what
 * changed since the revision that the participant knows. Running it again mails nothing. Nobody is mailed about a
 * visit that is not settled; confirming it makes up for that.
 */
@Injectable()
export class MailAgenda {
  constructor(
    private readonly database: Database,
    private readonly visits: VisitFactsQuery,
    private readonly agendas: AgendaRepository,
    private readonly recipients: RecipientRepository,
    private readonly post: PostAgenda,
  ) {}

  async execute(visitId: string): Promise<void> {
    await this.database.transaction(async () => {
      await this.agendas.lock(visitId);
      const agenda = await this.agendas.ofVisit(visitId);
      if (agenda.publicRevision === null) return;
      const visit = await this.visits.byId(visitId);
      if (!visit || !hasTrait(visit.state, 'mailsAgenda')) return;
      const behind = await this.recipients.behind(visitId, agenda.publicRevision);
      if (behind.length === 0) return;
      const revisions = behind.flatMap(({ knownRevision }) => knownRevision ?? []);
      const known = await this.agendas.revisions(visitId, [...new Set(revisions)]);
      await this.post.execute(agenda, visit, behind, known);
    });
  }
}

function letterTo(
  name: string,
  visit: MailedVisit,
  items: readonly AgendaItem[],
  known: readonly AgendaItem[] | undefined,
): AgendaLetter | null {
  if (!known) return agendaLetter(visit, name, items);
  const changes = agendaChanges(known, items);
  return changes.any ? agendaChangesLetter(visit, name, changes) : null;
}
