import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { onlyOf, type Candidate, type SweepRange } from '../../platform/jobs/sweep.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { Site } from '../../platform/security/access-guard.js';
import { localDate } from '../../platform/text/dates.js';
import type { IsHoliday } from '../../platform/text/working-days.js';
import { OfficeReaders } from '../../people/index.js';
import { UnitFacts } from '../../units/index.js';
import { digestMail } from '../domain/digest-mail.js';
import { digestWeek, isEmptyDigest, lateDigestWeek, regionDigest } from '../domain/region-digest.js';
import { RegionWeek } from '../queries/region-week.js';
import { WeeklyDigests } from '../storage/weekly-digests.js';

/** Mails one office's digest of a week to its people; nothing when there is nothing to tell. */
@Injectable()
export class PostDigest {
  constructor(
    private readonly outbox: Outbox,
    private readonly site: Site,
    private readonly region: RegionWeek,
  ) {}

  async execute(
    { office, officeName, zone, readers }: OfficeWithReaders,
    monday: string,
    { now, isHoliday }: { now: Date; isHoliday: IsHoliday },
  ): Promise<void> {
    const visits = await this.region.visits(office, now);
    const overdue = await this.region.overdue(office, localDate(now, zone));
    const digest = regionDigest(visits, overdue, { monday, now, isHoliday });
    if (isEmptyDigest(digest)) return;
    const mails = readers.map(({ name, email }) => ({
      key: mailKey(office, monday, email),
      stream: null,
      bulk: 'digest' as const,
      to: { name, email },
      ...digestMail({ name, officeName }, digest, monday, `${this.site.publicUrl}/kunjungan`),
    }));
    await this.outbox.postAll(mails);
  }
}

/** Tells every regional office, once a week, what goes on between its units; nothing when nothing does. */
@Injectable()
export class SendDigests {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly digests: WeeklyDigests,
    private readonly units: UnitFacts,
    private readonly readers: OfficeReaders,
    private readonly mail: PostDigest,
  ) {}

  async find(range: SweepRange): Promise<Candidate[]> {
    const now = this.clock.now();
    const isHoliday = await this.units.holidaysAround(now);
    const offices = await this.readers.execute(range);
    const late = offices.flatMap(({ zone }) => lateDigestWeek(now, zone, isHoliday) ?? []);
    const made = await this.digests.made(
      offices.map(({ office }) => office),
      [...new Set(late)],
    );
    return offices.map(({ office, zone, readers }) => ({
      key: office,
      due: () => {
        const monday = digestWeek(now, zone, isHoliday);
        if (monday !== null) return readers.map(({ email }) => mailKey(office, monday, email));
        const missed = lateDigestWeek(now, zone, isHoliday);
        return missed === null || made.has(`${office} ${missed}`) ? null : [];
      },
    }));
  }

  async one(code: string): Promise<void> {
    await this.database.transaction(async () => {
      const now = this.clock.now();
      const isHoliday = await this.units.holidaysAround(now);
      const [found] = await this.readers.execute(onlyOf(code));
      const monday = found && (await this.weekOf(found, now, isHoliday));
      if (!found || !monday) return;
      await this.digests.remember(code, monday);
      await this.mail.execute(found, monday, { now, isHoliday });
    });
  }

  /** The week whose digest is due for an office; one whose day is over only where it was not made then. */
  private async weekOf(
    { office, zone }: OfficeWithReaders,
    now: Date,
    isHoliday: IsHoliday,
  ): Promise<string | null> {
    const monday = digestWeek(now, zone, isHoliday);
    if (monday !== null) return monday;
    const late = lateDigestWeek(now, zone, isHoliday);
    if (late === null) return null;
    return (await this.digests.made([office], [late])).size > 0 ? null : late;
  }
}

type OfficeWithReaders = Awaited<ReturnType<OfficeReaders['execute']>>[number];

const mailKey = (office: string, monday: string, email: string): string =>
  `digest:${office}:${monday}:${email}`;
