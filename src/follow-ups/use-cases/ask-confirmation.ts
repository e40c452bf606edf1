import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { Site } from '../../platform/security/access-guard.js';
import { NoticeReaders } from '../../visits/index.js';
import { confirmationWanted } from '../domain/follow-up-mail.js';
import { otherUnit } from '../domain/follow-up-policies.js';
import { FollowUpFacts } from '../queries/follow-up-facts.js';

/** Tells the other unit and the regional offices that something was done, and asks whether it is a replication. */
@Injectable()
export class AskConfirmation {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly site: Site,
    private readonly facts: FollowUpFacts,
    private readonly readers: NoticeReaders,
  ) {}

  /** @param version the line of history that may have been the step to done; of any other nobody is told */
  async execute(id: string, version: number): Promise<void> {
    await this.database.transaction(async () => {
      const fact = await this.facts.byId(id);
      const line = (await this.facts.history(id)).find((entry) => entry.version === version);
      if (!fact || line?.action !== 'moved' || line.toState !== 'done') return;
      if (fact.state !== 'done' || fact.replication) return;
      const { guestRegionalOffice, hostRegionalOffice, hostUnit, hostUnitName, guestUnitName } = fact;
      const from = otherUnit(fact);
      const fromUnitName = from === hostUnit ? hostUnitName : guestUnitName;
      const places = { units: [from], regionalOffices: [guestRegionalOffice, hostRegionalOffice] };
      const pageUrl = `${this.site.publicUrl}/tindak-lanjut/${id}`;
      for (const { name, email } of await this.readers.execute({ id: fact.visit }, places, line.actorId)) {
        const key = `follow-up-done:${id}:${version}:${email}`;
        const letter = confirmationWanted(name, { ...fact, fromUnitName, pageUrl });
        await this.outbox.post({ key, stream: fact.visit, to: { name, email }, ...letter });
      }
    });
  }
}
