import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { TableFormat } from '../../platform/documents/document-format.js';
import { exportList, type ListColumn } from '../../platform/documents/list-export.js';
import type { Download } from '../../platform/http/download.js';
import type { Actor } from '../../platform/security/actor.js';
import { formatMoment } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import { BY_OWN_LINK } from '../domain/taken-by.js';
import { ListExports, type ExportLine } from '../queries/list-exports.js';

const columnsIn = (zone: Zone): ListColumn<ExportLine>[] => [
  { title: 'Waktu', kind: 'text', cell: ({ takenAt }) => formatMoment(takenAt, zone) },
  { title: 'Diunduh oleh', kind: 'text', cell: ({ takenByName }) => takenByName ?? BY_OWN_LINK },
  { title: 'Berkas', kind: 'text', cell: ({ fileName }) => fileName },
  { title: 'Baris', kind: 'number', cell: ({ rowCount }) => rowCount },
  { title: 'Dari', kind: 'text', cell: ({ route }) => route },
  { title: 'Tentang', kind: 'text', cell: ({ about }) => about },
];

/** The list of what was taken away, as a file, which is written down in turn. */
@Injectable()
export class ExportExports {
  constructor(
    private readonly clock: Clock,
    private readonly exports: ListExports,
  ) {}

  execute(actor: Actor, filter: { person?: string | undefined }, format: TableFormat): Promise<Download> {
    return exportList(
      {
        ...{ name: 'berkas-diunduh', title: 'Berkas yang diunduh', columns: columnsIn(actor.timeZone) },
        read: (page) => this.exports.execute({ ...filter, ...page }),
      },
      format,
      { now: this.clock.now(), zone: actor.timeZone },
    );
  }
}
