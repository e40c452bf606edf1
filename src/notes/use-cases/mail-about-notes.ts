import { Injectable } from '@nestjs/common';
import { Outbox } from '../../platform/mail/outbox.js';
import { Site } from '../../platform/security/access-guard.js';
import { answerMail, questionMail, type MailedNote } from '../domain/note-mail.js';
import { NoteQuestions, type NoteQuestion } from '../queries/note-questions.js';

/** Mails questions to those who wrote a note, and answers to those who asked; each once, however often it runs. */
@Injectable()
export class MailAboutNotes {
  constructor(
    private readonly outbox: Outbox,
    private readonly site: Site,
    private readonly questions: NoteQuestions,
  ) {}

  async asked(commentId: string): Promise<void> {
    const question = await this.questions.byId(commentId);
    if (question?.answer !== null) return;
    const by = [question.askerName, question.askerPlace].filter(Boolean).join(', ');
    for (const { personId, name, email } of await this.questions.authors(question.noteId)) {
      if (personId === question.askerId) continue;
      await this.outbox.post({
        key: `note-question:${commentId}:${email}`,
        stream: question.noteId,
        to: { name, email },
        ...questionMail(name, this.noteOf(question), { by, body: question.body }),
      });
    }
  }

  /** @param by who answered: nobody is told of an own answer */
  async answered(commentId: string, by: string): Promise<void> {
    const question = await this.questions.byId(commentId);
    if (question?.answer == null || question.isAskerGone || question.askerId === by) return;
    const { askerName: name, askerEmail: email, answer, answeredBy, answeredAt, body } = question;
    await this.outbox.post({
      key: `note-answer:${commentId}:${answeredAt?.toISOString()}`,
      stream: question.noteId,
      to: { name, email },
      ...answerMail(name, this.noteOf(question), { by: answeredBy ?? '', question: body, answer }),
    });
  }

  private noteOf({ noteId, title, unitName }: NoteQuestion): MailedNote {
    return { title, unitName, pageUrl: `${this.site.publicUrl}/praktik-baik/${noteId}` };
  }
}
