import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { Site } from '../../platform/security/access-guard.js';
import { localDate } from '../../platform/text/dates.js';
import { OfficeReaders } from '../../people/index.js';
import { UnitFacts } from '../../units/index.js';
import { digestMail } from '../domain/digest-mail.js';
import { digestWeek, isEmptyDigest, regionDigest, type RegionDigest } from '../domain/region-digest.js';
import { RegionWeek } from '../queries/region-week.js';

/** Tells every regional office, once a week, what goes on between its units; nothing when nothing does. */
@Injectable()
export class SendDigests {
  constructor(
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly site: Site,
    private readonly units: UnitFacts,
    private readonly readers: OfficeReaders,
    private readonly region: RegionWeek,
  ) {}

  async execute(): Promise<void> {
    const now = this.clock.now();
    const isHoliday = await this.units.holidaysAround(now);
    const digests = new Map<string, RegionDigest>();
    for (const { office, officeName, zone, name, email } of await this.readers.execute()) {
      const monday = digestWeek(now, zone, isHoliday);
      if (monday === null) continue;
      const key = `digest:${office}:${monday}:${email}`;
      if (await this.outbox.knows(key)) continue;
      const digest =
        digests.get(office) ??
        regionDigest(
          await this.region.visits(office, now),
          await this.region.overdue(office, localDate(now, zone)),
          { monday, now, isHoliday },
        );
      digests.set(office, digest);
      if (isEmptyDigest(digest)) continue;
      const letter = digestMail({ name, officeName }, digest, monday, `${this.site.publicUrl}/kunjungan`);
      await this.outbox.post({ key, stream: null, to: { name, email }, ...letter });
    }
  }
}
