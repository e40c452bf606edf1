import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { TableFormat } from '../../platform/documents/document-format.js';
import { exportList, type ListColumn } from '../../platform/documents/list-export.js';
import type { Download } from '../../platform/http/download.js';
import type { Actor } from '../../platform/security/actor.js';
import { localDate } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import { followUpStateNames, replicationWords } from '../domain/follow-up-state-names.js';
import type { FollowUpFact } from '../queries/follow-up-facts.js';
import type { FollowUpFilter } from '../queries/follow-up-filter.js';
import { ListFollowUps, type FollowUpSort } from '../queries/list-follow-ups.js';

interface Listed extends FollowUpFilter {
  sort?: FollowUpSort | undefined;
  order?: 'asc' | 'desc' | undefined;
}

/** @param zone of the reader, whose calendar says on which day something was done */
const columnsIn = (zone: Zone): ListColumn<FollowUpFact>[] => [
  { title: 'Tindak lanjut', kind: 'text', cell: ({ what }) => what },
  { title: 'UPT', kind: 'text', cell: ({ unitName }) => unitName },
  { title: 'Penanggung jawab', kind: 'text', cell: ({ personName }) => personName },
  { title: 'Jatuh tempo', kind: 'date', cell: ({ dueOn }) => dueOn },
  { title: 'Kali ditunda', kind: 'number', cell: ({ postponedCount }) => postponedCount },
  { title: 'Keadaan', kind: 'text', cell: ({ state }) => followUpStateNames[state] },
  { title: 'Selesai pada', kind: 'date', cell: ({ doneAt }) => doneAt && localDate(doneAt, zone) },
  { title: 'Bukti', kind: 'text', cell: ({ evidence }) => evidence || null },
  { title: 'Tautan bukti', kind: 'text', cell: ({ evidenceUrl }) => evidenceUrl || null },
  { title: 'Alasan', kind: 'text', cell: ({ reason }) => reason || null },
  { title: 'Replikasi', kind: 'text', cell: replicationWords },
  { title: 'Praktik', kind: 'text', cell: (row) => row.replication?.practice ?? row.noteTitle },
  { title: 'Nomor kunjungan', kind: 'text', cell: ({ visitReference }) => visitReference },
  { title: 'Kunjungan', kind: 'text', cell: ({ visitTitle }) => visitTitle },
  { title: 'Tamu', kind: 'text', cell: ({ guestUnitName }) => guestUnitName },
  { title: 'Tuan rumah', kind: 'text', cell: ({ hostUnitName }) => hostUnitName },
];

/** The list of follow-ups as a file. */
@Injectable()
export class ExportFollowUps {
  constructor(
    private readonly clock: Clock,
    private readonly list: ListFollowUps,
  ) {}

  execute(actor: Actor, filter: Listed, format: TableFormat): Promise<Download> {
    return exportList(
      {
        name: 'tindak-lanjut',
        title: 'Tindak lanjut',
        columns: columnsIn(actor.timeZone),
        read: (page) => this.list.execute(actor, { ...filter, ...page }),
      },
      format,
      { now: this.clock.now(), zone: actor.timeZone },
    );
  }
}
