import { Injectable, type OnModuleInit } from '@nestjs/common';
import { WaitingTasks, type WaitingTask } from '../../platform/pages/waiting-tasks.js';
import type { Actor } from '../../platform/security/actor.js';
import { arrangedUnits } from '../../platform/security/capabilities.js';
import { endingAt, endOfDate } from '../../platform/text/deadline.js';
import { readerTimeLine, type TimeReader } from '../../platform/text/reader-time.js';
import { answerDue } from '../domain/answer-deadline.js';
import { reviewEnd } from '../domain/recorded-visit.js';
import { hasTrait } from '../domain/visit-state-traits.js';
import { AwaitedReviewsQuery, type AwaitedReviews, type DisputedVisit } from '../queries/awaited-reviews.js';
import { GuestInvitations, type AwaitedInvitation } from '../queries/guest-invitations.js';
import { AwaitedVisits, type AwaitedVisit } from '../queries/awaited-visits.js';

/** Puts what visits wait for on the start page: drafts to send, requests, proposals and invitations to answer, approvals. */
@Injectable()
export class VisitTasks implements OnModuleInit {
  constructor(
    private readonly tasks: WaitingTasks,
    private readonly awaited: AwaitedVisits,
    private readonly reviews: AwaitedReviewsQuery,
    private readonly invitations: GuestInvitations,
  ) {}

  onModuleInit(): void {
    this.tasks.register(async (actor, now) =>
      (await this.awaited.execute(actor)).map((visit) => taskOf(visit, { timeZone: actor.timeZone, now })),
    );
    this.tasks.register(async (actor, now) => {
      const check = await this.reviews.toCheck(actor, now);
      const disputed = await this.reviews.disputed(actor);
      return [...(check ? [checkTask(check, actor)] : []), ...disputed.map(disputeTask)];
    });
    this.tasks.register(async (actor, now) => {
      const own = arrangedUnits(actor);
      const invitations = own.length === 0 ? [] : await this.invitations.awaitedOf(own);
      return invitations.map((one) => invitationTask(one, { timeZone: actor.timeZone, now }));
    });
  }
}

/** One task for all that others entered: an import may bring hundreds. */
function checkTask({ count, id, title, since }: AwaitedReviews, actor: Actor): WaitingTask {
  return {
    href: count === 1 ? `/kunjungan/${id}` : '/kunjungan?tab=dicatat',
    icon: 'visit',
    title: count === 1 ? 'Periksa kunjungan yang dicatat' : `Periksa ${count} kunjungan yang dicatat`,
    detail: count === 1 ? title : `${title}, dan ${count - 1} lainnya`,
    due: endingAt(reviewEnd(since), actor.timeZone),
  };
}

const disputeTask = ({ id, title, objectorName }: DisputedVisit): WaitingTask => ({
  href: `/kunjungan/${id}`,
  icon: 'visit',
  title: `Selesaikan keberatan ${objectorName}`,
  detail: title,
  due: null,
});

const invitationTask = (invitation: AwaitedInvitation, reader: TimeReader): WaitingTask => ({
  href: `/kunjungan/${invitation.visitId}`,
  icon: 'people',
  title: `Jawab ajakan ${invitation.guestUnitName} ke ${invitation.hostUnitName}`,
  detail: `${invitation.title} · ${readerTimeLine(invitation, reader)}`,
  due: endOfDate(invitation.dueOn, invitation.dueZone),
});

function taskOf(visit: AwaitedVisit, reader: TimeReader): WaitingTask {
  const { id, title, state } = visit;
  const zone = visit.timeZone;
  const isAsked = hasTrait(state, 'awaitsAnswer');
  return {
    href: `/kunjungan/${id}`,
    icon: hasTrait(state, 'unsent') ? 'pencil' : 'visit',
    title: orderOf(visit),
    detail: `${title} · ${readerTimeLine(visit, reader)}`,
    due: isAsked ? answerDue({ ...visit, timeZone: zone }) : null,
  };
}

function orderOf(visit: AwaitedVisit): string {
  const { isOwn, standsIn, isLeft, state, proposedBy, askedParty, guestUnitName, hostUnitName } = visit;
  if (standsIn) return `Jawab atas nama ${hostUnitName}: permintaan ${guestUnitName}`;
  if (isLeft) return `Belum ada yang dapat menjawab permintaan ${guestUnitName} ke ${hostUnitName}`;
  if (!isOwn) return `Setujui kunjungan ${guestUnitName} ke ${hostUnitName}`;
  if (hasTrait(state, 'guestsTurn'))
    return `Jawab kunjungan yang diatur Kanwil: ${guestUnitName} ke ${hostUnitName}`;
  if (hasTrait(state, 'unsent')) return `Ajukan draf kunjungan ke ${hostUnitName}`;
  if (hasTrait(state, 'hostsTurn')) return `Jawab permintaan ${guestUnitName}`;
  const proposer = proposedBy === 'host' ? hostUnitName : guestUnitName;
  if (proposedBy === null) return `Jawab izin ${askedParty ?? ''} peserta ${guestUnitName}`;
  return hasTrait(state, 'standing')
    ? `Jawab usulan jadwal baru ${proposer}`
    : `Jawab usulan waktu ${proposer}`;
}
