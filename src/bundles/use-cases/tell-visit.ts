import { Injectable } from '@nestjs/common';
import { found } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { formatCalendarDate, formatDateTimeRange } from '../../platform/text/dates.js';
import { noPictures, type Paper } from '../../platform/text/paper.js';
import { PublishedSummary, type ToldContent } from '../../summaries/index.js';
import {
  attendanceWords,
  ReadVisit,
  whereWords,
  type ParticipantRow,
  type VisitFacts,
} from '../../visits/index.js';
import {
  attendancePaper,
  summaryPaper,
  type ListedPerson,
  type ListedVisit,
  type ToldSection,
} from '../domain/told-papers.js';

const sideWords: Readonly<Record<ParticipantRow['side'], string>> = {
  guest: 'Tamu',
  host: 'Tuan rumah',
  invited: 'Undangan',
};

/** Writes what is told of a visit as PDF. */
@Injectable()
export class TellVisit {
  constructor(
    private readonly read: ReadVisit,
    private readonly summaries: PublishedSummary,
  ) {}

  /** Who took part, without NIP and ways of contact. @throws RequestError `not-found` */
  async attendance(actor: Actor, visitId: string): Promise<Buffer> {
    const { visit, participants } = await this.read.withParticipants(actor, visitId);
    const people = participants.map(({ name, position, office, side, attendance }): ListedPerson => ({
      ...{ name, position, office, side: sideWords[side] },
      attendance: attendance === null ? 'belum dicatat' : attendanceWords[attendance],
    }));
    return pdfOf(attendancePaper(listed(visit), people));
  }

  /** The summary as it went out last. @throws RequestError `not-found` */
  async summary(actor: Actor, visitId: string): Promise<Buffer> {
    const { visit } = await this.read.withParticipants(actor, visitId);
    const { content } = found(await this.summaries.ofVisit(visitId));
    return pdfOf(summaryPaper(listed(visit), sectionsOf(content)));
  }
}

async function pdfOf(paper: Paper): Promise<Buffer> {
  const { writePaperPdf } = await import('../../platform/documents/paper-pdf.js');
  return writePaperPdf(paper, noPictures);
}

type Listed = Pick<
  VisitFacts,
  'title' | 'reference' | 'guestUnitName' | 'hostUnitName' | 'timeZone' | 'place' | 'mode'
> &
  Pick<VisitFacts, 'startsAt' | 'endsAt' | 'ownHours'>;

const listed = (visit: Listed): ListedVisit => ({
  ...{ title: visit.title, reference: visit.reference },
  ...{ guests: visit.guestUnitName, host: visit.hostUnitName },
  when: formatDateTimeRange(visit, visit.timeZone),
  place: whereWords({ ...visit, meetingLink: null }, visit.place || visit.hostUnitName),
});

const sectionsOf = (content: ToldContent): ToldSection[] => [
  { heading: 'Hasil', texts: [content.outcomes] },
  { heading: 'Keputusan', texts: [content.decisions] },
  {
    heading: 'Hal yang dipelajari',
    points: content.learning.map(({ question, answer }) => `${question} – ${answer || 'Belum dijawab.'}`),
  },
  {
    heading: 'Tindak lanjut',
    points: content.followUps.map(
      ({ what, unitName, person, dueOn }) =>
        `${what} – ${[person, unitName].filter(Boolean).join(', ')}, paling lambat ${formatCalendarDate(dueOn)}`,
    ),
  },
  { heading: 'Praktik baik', points: content.practices },
  { heading: 'Catatan', texts: [content.notes], points: content.dayNotes.map(({ text }) => text) },
];
