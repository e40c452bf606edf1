import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { readerTimeLine } from '../../platform/text/reader-time.js';
import { Hangs, MOST_THINGS, type Handover } from '../../people/index.js';
import { byAccount, ChangeVisit } from '../../visits/index.js';
import { published, withItems } from '../domain/agenda.js';
import { withSuccessor } from '../domain/rename-person.js';
import { LedSessions } from '../queries/led-sessions.js';
import { AgendaRepository } from '../storage/agenda-repository.js';
import { RecordPublication } from './record-publication.js';

/** Sessions that name somebody who goes: a colleague is named instead, and what was public is published anew. */
@Injectable()
export class HandOverSessions implements OnModuleInit {
  constructor(
    private readonly hangs: Hangs,
    private readonly clock: Clock,
    private readonly sessions: LedSessions,
    private readonly changeVisit: ChangeVisit,
    private readonly agendas: AgendaRepository,
    private readonly record: RecordPublication,
  ) {}

  onModuleInit(): void {
    this.hangs.register({
      kind: 'agendas.sessions',
      order: 40,
      title: 'Sesi yang dipimpin atau diisi',
      words: 'Nama penerima menggantikannya pada susunan acara; yang sudah terbit diterbitkan kembali.',
      columns: [],
      fate: 'handed-over',
      find: async (person, reader) => {
        const [all, shown] = [await this.sessions.of(person), await this.sessions.shownTo(person, reader)];
        const time = { timeZone: reader.timeZone, now: this.clock.now() };
        const things = shown.slice(0, MOST_THINGS).map((session) => ({
          title: `${session.title}, ${session.visitTitle}`,
          detail: readerTimeLine({ ...session, ownHours: null }, time),
          href: `/kunjungan/${session.visitId}/acara`,
        }));
        return { count: all.length, things };
      },
      handOver: (handover) => this.execute(handover),
    });
  }

  private async execute(handover: Handover): Promise<void> {
    const sessions = await this.sessions.of(handover.from);
    for (const visitId of [...new Set(sessions.map((session) => session.visitId))].sort()) {
      await this.rename(visitId, handover);
    }
  }

  private rename(visitId: string, { actor, from, to }: Handover): Promise<void> {
    return this.changeVisit.execute(
      actor,
      visitId,
      'hand-over',
      async (visit) => {
        const standing = await this.agendas.ofVisit(visitId);
        const now = this.clock.now();
        const named = withItems(standing, withSuccessor(standing.items, from.name, to.name), now);
        const agenda = standing.state === 'published' ? published(named, now) : named;
        if (agenda.state === 'published') await this.record.execute(agenda);
        await this.agendas.save(agenda);
        const reason = `Sesi: ${from.name} kepada ${to.name}.`;
        return { visit, result: undefined, reason, beside: ['agenda'] };
      },
      byAccount,
    );
  }
}
