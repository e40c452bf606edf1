import { Injectable, type OnModuleInit } from '@nestjs/common';
import { WaitingTasks, type WaitingTask } from '../../platform/pages/waiting-tasks.js';
import type { Actor } from '../../platform/security/actor.js';
import { endOfDate } from '../../platform/text/deadline.js';
import { localDate } from '../../platform/text/dates.js';
import { WaitingNotes, type WaitingNote } from '../queries/waiting-notes.js';

const orders: Readonly<Record<WaitingNote['what'], (title: string) => string>> = {
  publish: (title) => `Periksa praktik baik “${title}”`,
  review: (title) => `Tinjau praktik baik “${title}”`,
  answer: (title) => `Jawab pertanyaan tentang “${title}”`,
};

const details: Readonly<Record<WaitingNote['what'], string>> = {
  publish: 'menunggu diterbitkan',
  review: 'sudah dua belas bulan sejak terbit atau ditinjau',
  answer: 'menunggu jawaban penulis',
};

/** Puts on the start page which notes wait for somebody. */
@Injectable()
export class NoteTasks implements OnModuleInit {
  constructor(
    private readonly tasks: WaitingTasks,
    private readonly waiting: WaitingNotes,
  ) {}

  onModuleInit(): void {
    this.tasks.register(async (actor, now) =>
      (await this.waiting.execute(actor, localDate(now, actor.timeZone))).map((note) => taskOf(note, actor)),
    );
  }
}

const taskOf = ({ id, title, unitName, what, dueOn }: WaitingNote, actor: Actor): WaitingTask => ({
  href: `/praktik-baik/${id}${what === 'answer' ? '#tanya' : ''}`,
  icon: 'book',
  title: orders[what](title),
  detail: `${unitName} · ${details[what]}`,
  due: dueOn === null ? null : endOfDate(dueOn, actor.timeZone),
});
