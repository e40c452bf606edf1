import { Injectable } from '@nestjs/common';
import { Outbox } from '../../platform/mail/outbox.js';
import { Site } from '../../platform/security/access-guard.js';
import type { Actor } from '../../platform/security/actor.js';
import { importedMail } from '../domain/imported-mail.js';
import { ImportFacts } from '../queries/import-facts.js';

/** Tells units and regional offices of visits that an import entered: one mail each, however many there are. */
@Injectable()
export class TellImported {
  constructor(
    private readonly outbox: Outbox,
    private readonly site: Site,
    private readonly facts: ImportFacts,
  ) {}

  async execute(importId: string, actor: Actor): Promise<void> {
    for (const { unit, regionalOffice, count } of await this.facts.recorded(importId)) {
      for (const { name, email } of await this.facts.readers(unit, regionalOffice)) {
        if (email === actor.email) continue;
        const tab = unit === null ? 'semua' : 'dicatat';
        const href = `${this.site.publicUrl}/kunjungan?tab=${tab}`;
        const by = `${actor.name}${actor.placeName ? ` (${actor.placeName})` : ''}`;
        await this.outbox.post({
          key: `import:${importId}:${email}`,
          stream: null,
          to: { name, email },
          ...importedMail(name, { count, by, href }),
        });
      }
    }
  }
}
