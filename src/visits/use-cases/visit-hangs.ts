import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Hangs, type Hang, type Hanging } from '../../people/index.js';
import type { Actor } from '../../platform/security/actor.js';
import { readerTimeLine } from '../../platform/text/reader-time.js';
import { HeldVisits } from '../queries/held-visits.js';
import { ParticipantRepository } from '../storage/participant-repository.js';
import { HandOverVisits } from './hand-over-visits.js';

/** What of visits hangs on a person: places in those to come, being the one to ask, drafts. */
@Injectable()
export class VisitHangs implements OnModuleInit {
  constructor(
    private readonly hangs: Hangs,
    private readonly clock: Clock,
    private readonly held: HeldVisits,
    private readonly handOver: HandOverVisits,
    private readonly participants: ParticipantRepository,
  ) {}

  onModuleInit(): void {
    this.hangs.register(this.places(), this.contacts(), this.drafts());
  }

  private places(): Hang {
    return {
      kind: 'visits.places',
      order: 10,
      title: 'Tempat dalam kunjungan yang akan datang',
      words:
        'Penerima menggantikannya dengan peran yang sama (pimpinan, notulis, narasumber, anggota) dan mendapat undangan.',
      columns: ['visit_participant.person_id'],
      fate: 'handed-over',
      find: async (person, reader) => this.named(await this.held.takingPart(person), reader),
      handOver: (handover) => this.handOver.places(handover),
      moved: async (person, placeName) =>
        this.participants.nameOffice(await this.held.takingPart(person), person.email, placeName),
    };
  }

  private contacts(): Hang {
    return {
      kind: 'visits.contacts',
      order: 20,
      title: 'Narahubung kunjungan yang akan datang',
      words: 'Nama, telepon, dan surel penerima tampil sebagai narahubung.',
      columns: [],
      fate: 'handed-over',
      find: async (person, reader) => this.named(await this.held.asContact(person), reader),
      handOver: (handover) => this.handOver.contacts(handover),
    };
  }

  private drafts(): Hang {
    return {
      kind: 'visits.drafts',
      order: 30,
      title: 'Draf kunjungan yang belum diajukan',
      words: 'Draf tetap terbuka bagi seluruh UPT; penerima tercatat sebagai penulisnya.',
      columns: ['visit.created_by'],
      fate: 'handed-over',
      find: async (person, reader) => this.named(await this.held.drafts(person), reader),
      handOver: (handover) => this.handOver.drafts(handover),
    };
  }

  private async named(ids: readonly string[], reader: Actor): Promise<Hanging> {
    if (ids.length === 0) return { count: 0, things: [] };
    const time = { timeZone: reader.timeZone, now: this.clock.now() };
    const visits = await this.held.named(ids, reader);
    const things = visits.map((visit) => ({
      title: visit.title,
      detail: readerTimeLine(visit, time),
      href: `/kunjungan/${visit.id}`,
    }));
    return { count: ids.length, things };
  }
}
