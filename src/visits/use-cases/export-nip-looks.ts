import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { TableFormat } from '../../platform/documents/document-format.js';
import { exportList, type ListColumn } from '../../platform/documents/list-export.js';
import type { Download } from '../../platform/http/download.js';
import type { Actor } from '../../platform/security/actor.js';
import { formatMoment } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import { ListNipLooks, type NipLook } from '../queries/list-nip-looks.js';

const columnsIn = (zone: Zone): ListColumn<NipLook>[] => [
  { title: 'Waktu', kind: 'text', cell: ({ lookedAt }) => formatMoment(lookedAt, zone) },
  { title: 'Dilihat oleh', kind: 'text', cell: ({ lookedByName }) => lookedByName },
  { title: 'NIP milik', kind: 'text', cell: ({ whose }) => whose },
  { title: 'Nomor kunjungan', kind: 'text', cell: ({ reference }) => reference },
  { title: 'Kunjungan', kind: 'text', cell: ({ visitTitle }) => visitTitle },
];

/** The list of who had whose NIP shown, as a file. */
@Injectable()
export class ExportNipLooks {
  constructor(
    private readonly clock: Clock,
    private readonly looks: ListNipLooks,
  ) {}

  execute(actor: Actor, format: TableFormat): Promise<Download> {
    return exportList(
      {
        name: 'nip-ditampilkan',
        title: 'NIP yang ditampilkan',
        columns: columnsIn(actor.timeZone),
        read: (page) => this.looks.execute(page),
      },
      format,
      { now: this.clock.now(), zone: actor.timeZone },
    );
  }
}
