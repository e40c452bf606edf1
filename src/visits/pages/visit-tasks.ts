import { Injectable, type OnModuleInit } from '@nestjs/common';
import { WaitingTasks, type WaitingTask } from '../../platform/pages/waiting-tasks.js';
import type { Actor } from '../../platform/security/actor.js';
import { can } from '../../platform/security/capabilities.js';
import { formatForReader } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import { answerDeadline } from '../domain/answer-deadline.js';
import { hasTrait } from '../domain/visit-state-traits.js';
import { AwaitedVisits, type AwaitedVisit } from '../queries/awaited-visits.js';

/** Puts what visits wait for on the start page: drafts to send, requests and proposals to answer, approvals. */
@Injectable()
export class VisitTasks implements OnModuleInit {
  constructor(
    private readonly tasks: WaitingTasks,
    private readonly awaited: AwaitedVisits,
  ) {}

  onModuleInit(): void {
    this.tasks.register(async (actor) =>
      (await this.awaited.execute(actor)).map((visit) => taskOf(visit, actor)),
    );
  }
}

function taskOf(visit: AwaitedVisit, actor: Actor): WaitingTask {
  const { id, title, state, startsAt, endsAt, shortestNoticeDays } = visit;
  const zone = visit.timeZone as Zone;
  const isAsked = hasTrait(state, 'awaitsAnswer');
  return {
    href: `/kunjungan/${id}`,
    icon: hasTrait(state, 'unsent') ? 'pencil' : 'visit',
    title: orderOf(visit, actor),
    detail: `${title} · ${formatForReader(startsAt, endsAt, zone, actor.timeZone)}`,
    dueAt: isAsked ? answerDeadline(startsAt, shortestNoticeDays, zone) : null,
  };
}

function orderOf(visit: AwaitedVisit, actor: Actor): string {
  const { state, proposedBy, guestUnitName, hostUnitName } = visit;
  if (can(actor, 'visits.oversee')) return `Setujui kunjungan ${guestUnitName} ke ${hostUnitName}`;
  if (hasTrait(state, 'unsent')) return `Ajukan draf kunjungan ke ${hostUnitName}`;
  if (hasTrait(state, 'hostsTurn')) return `Jawab permintaan ${guestUnitName}`;
  const proposer = proposedBy === 'host' ? hostUnitName : guestUnitName;
  return hasTrait(state, 'standing')
    ? `Jawab usulan jadwal baru ${proposer}`
    : `Jawab usulan waktu ${proposer}`;
}
