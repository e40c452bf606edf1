import { endingAt } from '../../platform/text/deadline.js';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PageParts } from '../../platform/pages/page-parts.js';
import { WaitingTasks, type WaitingTask } from '../../platform/pages/waiting-tasks.js';
import type { Actor } from '../../platform/security/actor.js';
import { arrangedUnits } from '../../platform/security/capabilities.js';
import { OpenQuestions } from '../queries/open-questions.js';
import { QuestionsCard } from './questions-card.js';

/** Shows officers the mails that wait for their word: on the visit's page, and that there are some on the start page. */
@Injectable()
export class QuestionParts implements OnModuleInit {
  constructor(
    private readonly parts: PageParts,
    private readonly tasks: WaitingTasks,
    private readonly questions: OpenQuestions,
  ) {}

  onModuleInit(): void {
    this.parts.register('visit', 5, async ({ actor, visitId, timeZone }) => {
      const own = arrangedUnits(actor);
      const questions = own.length === 0 ? [] : await this.questions.ofVisit(visitId, own);
      return questions.length > 0 ? <QuestionsCard {...{ visitId, timeZone, questions }} /> : null;
    });
    this.tasks.register((actor) => this.tasksOf(actor));
  }

  private async tasksOf(actor: Actor): Promise<WaitingTask[]> {
    const own = arrangedUnits(actor);
    if (own.length === 0) return [];
    return (await this.questions.visitsOf(own)).map(({ id, title, count, endsAt }) => ({
      href: `/kunjungan/${id}#surat-masuk`,
      icon: 'mail',
      title: `Pastikan ${count} surat dari peserta`,
      detail: title,
      due: endingAt(endsAt, actor.timeZone),
    }));
  }
}
