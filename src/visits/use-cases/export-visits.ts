import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { describedColumns } from '../../platform/documents/described-columns.js';
import type { TableFormat } from '../../platform/documents/document-format.js';
import { exportList, type ListColumn } from '../../platform/documents/list-export.js';
import type { Page } from '../../platform/http/cursor.js';
import type { Download } from '../../platform/http/download.js';
import type { Actor } from '../../platform/security/actor.js';
import { formatDateTimeRange, formatTime, localDate } from '../../platform/text/dates.js';
import { readLabel, type FieldDescription } from '../../platform/text/field-description.js';
import { wayWords, type AnswerWay } from '../domain/answer-ways.js';
import { visitFor, type Shown } from '../domain/contact-policy.js';
import { kindWords } from '../domain/reference.js';
import { visitFields, visitGroups, type VisitField } from '../domain/visit-fields.js';
import { visitStateWords } from '../domain/visit-state-words.js';
import { ListVisits, type VisitFilter } from '../queries/list-visits.js';
import { ProgramChoices } from '../queries/program-choices.js';
import { VisitsToExport, type VisitToExport } from '../queries/visits-to-export.js';

type Row = Shown<VisitToExport>;

const titleOf = (name: VisitField): string => {
  const field: FieldDescription & { group?: keyof typeof visitGroups } = visitFields[name];
  return field.group ? `${visitGroups[field.group]}: ${readLabel(field).toLowerCase()}` : readLabel(field);
};

const answers: Readonly<Record<string, string>> = {
  accept: 'diterima',
  decline: 'ditolak',
  propose: 'mengusulkan waktu lain',
};

/** `diterima lewat tautan`. */
const answerWords = (action: string, way: AnswerWay): string =>
  [answers[action] ?? action, way === 'account' ? 'lewat akun' : wayWords(way)].join(' ');

const columnsWith = (programs: ReadonlyMap<string, string>): ListColumn<Row>[] => [
  { title: 'Nomor', kind: 'text', cell: (visit) => visit.reference },
  { title: 'Keadaan', kind: 'text', cell: (visit) => visitStateWords[visit.state].name },
  { title: 'Jenis', kind: 'text', cell: (visit) => kindWords[visit.kind] },
  { title: 'Tamu', kind: 'text', cell: (visit) => visit.guestUnitName },
  { title: 'Tamu lain', kind: 'text', cell: (visit) => visit.joinedNames.join(', ') },
  { title: 'Tuan rumah', kind: 'text', cell: (visit) => visit.hostUnitName },
  { title: 'Tanggal mulai', kind: 'date', cell: (visit) => localDate(visit.startsAt, visit.timeZone) },
  { title: 'Pukul mulai', kind: 'text', cell: (visit) => formatTime(visit.startsAt, visit.timeZone) },
  { title: 'Tanggal selesai', kind: 'date', cell: (visit) => localDate(visit.endsAt, visit.timeZone) },
  { title: 'Pukul selesai', kind: 'text', cell: (visit) => formatTime(visit.endsAt, visit.timeZone) },
  {
    title: 'Jam tiap hari',
    kind: 'text',
    cell: (visit) => (visit.ownHours === null ? '' : formatDateTimeRange(visit, visit.timeZone)),
  },
  {
    title: 'Jawaban tuan rumah',
    kind: 'text',
    cell: ({ answerAction, answerCameBy }) =>
      answerAction === null ? '' : answerWords(answerAction, answerCameBy ?? 'account'),
  },
  { title: 'Penjawab', kind: 'text', cell: ({ answerName }) => answerName ?? '' },
  ...describedColumns(visitFields, (code) => programs.get(code) ?? code, titleOf),
];

/** The list of visits as a file: the same visits as its pages show, with all that the reader may know of each. */
@Injectable()
export class ExportVisits {
  constructor(
    private readonly clock: Clock,
    private readonly list: ListVisits,
    private readonly visits: VisitsToExport,
    private readonly programs: ProgramChoices,
  ) {}

  async execute(
    actor: Actor,
    filter: Omit<VisitFilter, 'limit' | 'cursor'>,
    format: TableFormat,
  ): Promise<Download> {
    const programs = new Map((await this.programs.execute()).map(({ code, title }) => [code, title]));
    const columns = columnsWith(programs);
    const read = (page: { limit: number; cursor: string | undefined }): Promise<Page<Row>> =>
      this.read(actor, { ...filter, ...page });
    return exportList({ name: 'kunjungan', title: 'Kunjungan', columns, read }, format, {
      now: this.clock.now(),
      zone: actor.timeZone,
    });
  }

  private async read(actor: Actor, filter: VisitFilter): Promise<Page<Row>> {
    const { items, nextCursor } = await this.list.execute(actor, filter);
    const visits = await this.visits.execute(items.map(({ id }) => id));
    return { items: visits.map((visit) => visitFor(visit, actor)), nextCursor };
  }
}
