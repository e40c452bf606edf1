import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { whereWords } from '../domain/visit-mode.js';
import { newId } from '../../platform/text/tokens.js';
import { noticeMail, type NoticeFacts } from '../domain/notice-mail.js';
import { noticeOf, type Notice } from '../domain/visit-notices.js';
import { isEntered, withWay } from '../domain/answer-ways.js';
import { answeredFor, askingOffice, enteredFor, unanswerable } from '../domain/absent-host-words.js';
import { isHostAsked } from '../domain/visit-states.js';
import { hasTrait } from '../domain/visit-state-traits.js';
import { missingApprovals } from '../domain/approvals.js';
import { NoticeReaders, type NoticeReader } from '../queries/notice-readers.js';
import { VisitFactsQuery, type VisitFacts } from '../queries/visit-facts.js';
import { VisitHistory, type HistoryLine } from '../queries/visit-history.js';
import type { VisitNotice } from './visit-announcements.js';
import { hostLinkMail } from './issue-host-link.js';
import { VisitLinks } from './visit-links.js';

/** Tells the people of both units and the regional offices of a step, once each; never the one who took it. */
@Injectable()
export class NotifyUnits {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly visits: VisitFactsQuery,
    private readonly history: VisitHistory,
    private readonly readers: NoticeReaders,
    private readonly links: VisitLinks,
  ) {}

  async execute({ visitId, version, only }: VisitNotice): Promise<void> {
    await this.database.transaction(async () => {
      const visit = await this.visits.byId(visitId);
      const line = (await this.history.execute(visitId)).find((entry) => entry.version === version);
      if (!visit || !line || isOvertaken(visit, line)) return;
      const notice = noticeOf(line.action, line.fromState, visit.arrangedBy === null ? null : line.toState);
      if (!notice) return;
      const missing = missingApprovals(visit.approvalsNeeded, visit.approvals);
      const told = audience(notice, visit, line, missing);
      const readers = await this.readers.execute(visit, told, notice.tellsActor ? null : line.actorId);
      for (const reader of readers) {
        if (reader.takesPart && notice.reachesCalendars) continue;
        if (only === 'asked-host' && !isAskedHost(reader, visit)) continue;
        await this.post(notice, reader, visit, { line, missing });
      }
    });
  }

  /**
   * Asks a host without accounts once more, with a link of its own: that of the mail which was given up was taken out.
   *
   * @returns whether the address is the host's, and something still waits for its answer
   */
  async askAgain(visitId: string, email: string): Promise<boolean> {
    return this.database.transaction(async () => {
      const visit = await this.visits.byId(visitId);
      if (!visit || !isHostAsked(visit)) return false;
      const line = (await this.history.execute(visitId)).findLast(asksForTime);
      const notice = line && noticeOf(line.action, line.fromState);
      const told = { units: [visit.hostUnit], regionalOffices: [] };
      const readers = notice ? await this.readers.execute(visit, told, null) : [];
      const reader = readers.find((each) => each.email === email && isAskedHost(each, visit));
      if (!reader || !notice) return false;
      const missing = missingApprovals(visit.approvalsNeeded, visit.approvals);
      await this.post(notice, reader, visit, { line, missing, again: `:${newId()}` });
      return true;
    });
  }

  private async post(
    notice: Notice,
    reader: NoticeReader,
    visit: VisitFacts,
    { line, missing, again = '' }: { line: HistoryLine; missing: readonly string[]; again?: string },
  ): Promise<void> {
    const answer = isAskedHost(reader, visit) ? await this.links.answer(visit) : null;
    const facts: NoticeFacts = {
      ...visit,
      place: whereWords(reader.isAdministrator ? { ...visit, meetingLink: null } : visit, visit.place),
      answer,
      instead: insteadOf(reader, visit, line),
      actorName: withWay(line.actorName, line.cameBy),
      reason: line.reason,
      pageUrl: this.links.page(visit),
      approvalAsked:
        asksForTime(line) && reader.regionalOffice !== null && missing.includes(reader.regionalOffice),
    };
    await this.outbox.post({
      key: `visit-notice:${visit.id}:${line.version}:${reader.email}${again}`,
      stream: visit.id,
      to: { name: reader.name, email: reader.email },
      ...(answer ? hostLinkMail : {}),
      ...noticeMail(notice, reader.name, facts),
    });
  }
}

/** Whether it is the own address of a host where nobody has an account, and something waits for its answer. */
const isAskedHost = ({ addressOf }: NoticeReader, visit: VisitFacts): boolean =>
  addressOf === visit.hostUnit && isHostAsked(visit);

/** What a reader is told first where nobody at the host has an account; null for the usual words. */
function insteadOf(reader: NoticeReader, visit: VisitFacts, line: HistoryLine): string | null {
  if (isEntered(line.cameBy)) return enteredFor(visit);
  if (visit.hostUsesSambang) return null;
  if (reader.addressOf === visit.hostUnit && line.cameBy === 'regional') return answeredFor(visit);
  if (!asksForTime(line) || !isHostAsked(visit)) return null;
  if (reader.isAdministrator) return unanswerable(visit);
  return reader.regionalOffice !== null && reader.regionalOffice === visit.hostRegionalOffice
    ? askingOffice(visit)
    : null;
}

/** Of what was called off nobody is told any more how it came about. */
const isOvertaken = ({ state }: VisitFacts, { toState }: HistoryLine): boolean =>
  hasTrait(state, 'calledOff') && toState !== state;

/** Whether a step asks for a time, which an office may have to approve. */
const asksForTime = ({ action }: HistoryLine): boolean =>
  ['submit', 'arrange', 'propose', 'reschedule'].includes(action);

/** The unit of the visit for which somebody acted: of one that merged, its successor's people do. */
const actingUnit = (visit: VisitFacts, { side, cameBy, actorUnit }: HistoryLine): string | null =>
  cameBy === null && side === 'guest'
    ? visit.guestUnit
    : cameBy === null && side === 'host'
      ? visit.hostUnit
      : actorUnit;

/**
 * Units and regional offices to tell; `other` is the side that did not act. Who has to approve a time is asked. Guests that
 * joined are told with the one that leads them.
 */
function audience(
  { units, regional, joined = false, arranger = false }: Notice,
  visit: VisitFacts,
  line: HistoryLine,
  missing: readonly string[],
): { units: string[]; regionalOffices: (string | null)[]; administrators: boolean } {
  const both = [visit.guestUnit, visit.hostUnit];
  const isAbsent = !visit.hostUsesSambang && isHostAsked(visit);
  // Who answered by a link has seen on its page that it counts.
  const own = line.cameBy === 'link' ? visit.hostUnit : actingUnit(visit, line);
  const sides = {
    guest: [visit.guestUnit],
    host: [visit.hostUnit],
    both,
    other: both.filter((unit) => unit !== own),
  };
  return {
    units: [...sides[units], ...(joined ? visit.joinedGuests : [])],
    regionalOffices:
      regional || line.cameBy !== null
        ? [visit.guestRegionalOffice, visit.hostRegionalOffice, visit.arrangedBy, ...visit.joinedOffices]
        : [
            ...(asksForTime(line) ? missing : []),
            ...(asksForTime(line) && isAbsent ? [visit.hostRegionalOffice] : []),
            ...(arranger ? [visit.arrangedBy] : []),
          ],
    // Nobody is left who could answer, but for whoever gives accounts.
    administrators: isAbsent && asksForTime(line) && !visit.hostOfficeUsesSambang,
  };
}
