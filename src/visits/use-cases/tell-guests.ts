import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { Site } from '../../platform/security/access-guard.js';
import { whereWords } from '../domain/visit-mode.js';
import { guestAudience, guestMail, guestReminder, type GuestMailFacts } from '../domain/guest-mails.js';
import { GuestInvitations, type ToldInvitation } from '../queries/guest-invitations.js';
import { NoticeReaders, type NoticeReader } from '../queries/notice-readers.js';
import { VisitFactsQuery, type VisitFacts } from '../queries/visit-facts.js';

/** Tells by mail, once each, where an organisation stands with a visit that it was asked to join. */
@Injectable()
export class TellGuests {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly site: Site,
    private readonly visits: VisitFactsQuery,
    private readonly invitations: GuestInvitations,
    private readonly readers: NoticeReaders,
  ) {}

  /** Tells of every invitation to a visit what was not told yet; nothing of a visit that was not sent. */
  async execute(visitId: string): Promise<void> {
    await this.database.transaction(async () => {
      const visit = await this.visits.byId(visitId);
      if (!visit) return;
      for (const invitation of await this.invitations.ofVisit(visitId)) await this.tell(visit, invitation);
    });
  }

  /** Reminds those who were asked; whoever calls has seen to it that they are reminded once. */
  async remind(visitId: string, organisation: string): Promise<void> {
    const visit = await this.visits.byId(visitId);
    const invitation = (await this.invitations.ofVisit(visitId)).find(
      (one) => one.organisation === organisation,
    );
    if (!visit || invitation?.answer !== 'asked') return;
    for (const reader of await this.toldOf(visit, { units: [organisation], regionalOffices: [] })) {
      const mail = guestReminder(reader.name, this.factsOf(visit, invitation));
      await this.post(`guest-reminder:${invitation.id}:${invitation.askedAt.getTime()}`, reader, visit, mail);
    }
  }

  private async tell(visit: VisitFacts, invitation: ToldInvitation): Promise<void> {
    const { id, answer, askedAt, answeredAt } = invitation;
    const at = (answer === 'asked' ? askedAt : (answeredAt ?? askedAt)).getTime();
    for (const reader of await this.toldOf(visit, audienceOf(visit, invitation))) {
      const mail = guestMail(answer, reader.name, this.factsOf(visit, invitation));
      await this.post(`guest:${id}:${answer}:${at}`, reader, visit, mail);
    }
  }

  private toldOf(visit: VisitFacts, places: Places): Promise<NoticeReader[]> {
    return this.readers.execute(visit, places, null);
  }

  private post(
    key: string,
    { name, email }: NoticeReader,
    visit: VisitFacts,
    mail: ReturnType<typeof guestMail>,
  ): Promise<void> {
    return this.outbox.post({ key: `${key}:${email}`, stream: visit.id, to: { name, email }, ...mail });
  }

  private factsOf(visit: VisitFacts, invitation: ToldInvitation): GuestMailFacts {
    // Those who are only asked to join are not told how to come into the meeting.
    const place = whereWords({ ...visit, meetingLink: null }, visit.place);
    return { ...visit, place, ...invitation, pageUrl: `${this.site.publicUrl}/kunjungan/${visit.id}` };
  }
}

interface Places {
  units: string[];
  regionalOffices: string[];
}

/** Units and regional offices that are told of an answer. */
function audienceOf(
  visit: VisitFacts,
  { organisation, regionalOffice, answer, askedByOffice }: ToldInvitation,
): Places {
  const offices = (...codes: (string | null)[]): string[] => codes.filter((code) => code !== null);
  switch (guestAudience(answer)) {
    case 'asked':
      return { units: [organisation], regionalOffices: [] };
    case 'askers':
      return { units: [visit.guestUnit], regionalOffices: offices(askedByOffice) };
    case 'everybody':
      return {
        units: [visit.guestUnit, visit.hostUnit],
        regionalOffices: offices(visit.guestRegionalOffice, regionalOffice),
      };
  }
}
