import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { onlyOf, type Candidate, type SweepRange } from '../../platform/jobs/sweep.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { Site } from '../../platform/security/access-guard.js';
import { hashSecret, newSecret } from '../../platform/text/tokens.js';
import { workingMoment } from '../../platform/text/working-hours.js';
import { UnitFacts } from '../../units/index.js';
import { dueDay, openUntil, type CheckDay } from '../domain/learning-check.js';
import { learningMail } from '../domain/learning-mail.js';
import { LearningDue, type AskedLeader } from '../queries/learning-due.js';
import { LearningChecks } from '../storage/learning-checks.js';

/** Mails somebody the question, in the open transaction. */
@Injectable()
export class PostLearningMail {
  constructor(
    private readonly outbox: Outbox,
    private readonly site: Site,
  ) {}

  async execute(
    visit: AskedLeader,
    day: CheckDay,
    { secret, expiresAt }: { secret: string; expiresAt: Date },
  ): Promise<void> {
    const { visitId, name, email } = visit;
    const link = { pageUrl: `${this.site.publicUrl}/belajar/${secret}`, expiresAt };
    await this.outbox.post({
      key: `learning:${day}:${visitId}`,
      stream: visitId,
      cause: 'participation',
      bulk: 'reminder',
      to: { name, email },
      ...learningMail(name, visit, day, link),
    });
  }
}

/** The day about which a visit is to be asked now; null where it was, none is due, or the guest wants it left out. */
function dueFor({ endsAt, asked, wanted }: AskedLeader, now: Date): CheckDay | null {
  const day = dueDay(endsAt, now);
  return day !== null && wanted.includes(day) && !asked.includes(day) ? day : null;
}

/** Asks the guest's leader 30, 60 and 90 days after a visit what is done of what was learned, in working hours. */
@Injectable()
export class AskWhatIsDone {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly units: UnitFacts,
    private readonly due: LearningDue,
    private readonly checks: LearningChecks,
    private readonly mail: PostLearningMail,
  ) {}

  async find(range: SweepRange): Promise<Candidate[]> {
    const now = this.clock.now();
    const isHoliday = await this.units.holidaysAround(now);
    return (await this.due.execute(now, range)).map((visit) => ({
      key: visit.visitId,
      due: () => (dueFor(visit, now) !== null && workingMoment(now, visit.zone, isHoliday) ? [] : null),
    }));
  }

  async one(visitId: string): Promise<void> {
    const now = this.clock.now();
    const isHoliday = await this.units.holidaysAround(now);
    const [visit] = await this.due.execute(now, onlyOf(visitId));
    const day = visit ? dueFor(visit, now) : null;
    if (!visit || day === null || !workingMoment(now, visit.zone, isHoliday)) return;
    await this.database.transaction(() => this.ask(visit, day, now));
  }

  private async ask(visit: AskedLeader, day: CheckDay, now: Date): Promise<void> {
    const { visitId, participantId } = visit;
    const secret = newSecret();
    const expiresAt = openUntil(now);
    const check = { visitId, day, participantId, tokenHash: hashSecret(secret), askedAt: now, expiresAt };
    if (!(await this.checks.ask(check))) return;
    await this.mail.execute(visit, day, { secret, expiresAt });
  }
}
