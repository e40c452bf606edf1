import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { onlyOf, type Candidate, type SweepRange } from '../../platform/jobs/sweep.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { Site } from '../../platform/security/access-guard.js';
import { localDate } from '../../platform/text/dates.js';
import { OfficeReaders } from '../../people/index.js';
import { UnitFacts } from '../../units/index.js';
import { digestMail } from '../domain/digest-mail.js';
import { digestWeek, isEmptyDigest, regionDigest } from '../domain/region-digest.js';
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

  async find(range: SweepRange): Promise<Candidate[]> {
    const now = this.clock.now();
    const isHoliday = await this.units.holidaysAround(now);
    return (await this.readers.execute(range)).map(({ office, zone, readers }) => ({
      key: office,
      due: () => {
        const monday = digestWeek(now, zone, isHoliday);
        return monday === null ? null : readers.map(({ email }) => mailKey(office, monday, email));
      },
    }));
  }

  async one(code: string): Promise<void> {
    const now = this.clock.now();
    const isHoliday = await this.units.holidaysAround(now);
    const [found] = await this.readers.execute(onlyOf(code));
    const monday = found ? digestWeek(now, found.zone, isHoliday) : null;
    if (!found || monday === null) return;
    const { office, officeName, zone, readers } = found;
    const visits = await this.region.visits(office, now);
    const overdue = await this.region.overdue(office, localDate(now, zone));
    const digest = regionDigest(visits, overdue, { monday, now, isHoliday });
    if (isEmptyDigest(digest)) return;
    const mails = readers.map(({ name, email }) => ({
      key: mailKey(office, monday, email),
      stream: null,
      to: { name, email },
      ...digestMail({ name, officeName }, digest, monday, `${this.site.publicUrl}/kunjungan`),
    }));
    await this.outbox.postAll(mails);
  }
}

const mailKey = (office: string, monday: string, email: string): string =>
  `digest:${office}:${monday}:${email}`;
