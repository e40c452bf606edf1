import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { onlyOf, type Candidate, type SweepRange } from '../../platform/jobs/sweep.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { Site } from '../../platform/security/access-guard.js';
import { answerDigestMail, type AnswerNews } from '../domain/answer-digest.js';
import { DueDigests } from '../queries/due-digests.js';
import { NoticeReaders } from '../queries/notice-readers.js';
import { VisitFactsQuery, type VisitFacts } from '../queries/visit-facts.js';
import { AnswerNewsRepository } from '../storage/answer-news-repository.js';

/** Mails the officers of a unit what their own participants said. */
@Injectable()
export class PostAnswerDigest {
  constructor(
    private readonly outbox: Outbox,
    private readonly site: Site,
    private readonly readers: NoticeReaders,
  ) {}

  async execute(visit: VisitFacts, unit: string, news: readonly AnswerNews[]): Promise<void> {
    const last = news.at(-1);
    if (!last) return;
    const pageUrl = `${this.site.publicUrl}/kunjungan/${visit.id}`;
    const shown = { ...visit, pageUrl };
    for (const { name, email } of await this.readers.execute(
      visit,
      { units: [unit], regionalOffices: [] },
      null,
    )) {
      await this.outbox.post({
        key: `answers:${visit.id}:${last.id}:${email}`,
        stream: visit.id,
        to: { name, email },
        ...answerDigestMail(name, shown, news),
      });
    }
  }
}

/** Tells the officers of each side, and of each guest that joined, together and in good time, what their own participants said. */
@Injectable()
export class TellAnswers {
  constructor(
    private readonly database: Database,
    private readonly digests: DueDigests,
    private readonly visits: VisitFactsQuery,
    private readonly news: AnswerNewsRepository,
    private readonly post: PostAnswerDigest,
  ) {}

  async find(range: SweepRange): Promise<Candidate[]> {
    return (await this.digests.execute(range)).map(({ id, isDue }) => ({
      key: id,
      due: () => (isDue() ? [] : null),
    }));
  }

  /** Tells what is due of a visit; of one that is off or over it is only cleared away. */
  async one(visitId: string): Promise<void> {
    const [digest] = await this.digests.execute(onlyOf(visitId));
    if (!digest?.isDue()) return;
    await this.database.transaction(async () => {
      const visit = await this.visits.byId(visitId);
      const news = await this.news.take(visitId);
      if (!visit || !digest.isAhead) return;
      const of = (other: AnswerNews['side']) => news.filter(({ side }) => side !== other);
      await this.post.execute(visit, visit.guestUnit, of('host'));
      await this.post.execute(visit, visit.hostUnit, of('guest'));
      for (const joined of visit.joinedGuests) {
        await this.post.execute(
          visit,
          joined,
          news.filter(({ broughtBy }) => broughtBy === joined),
        );
      }
    });
  }
}
