import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { TableFormat } from '../../platform/documents/document-format.js';
import { exportList, type ListColumn } from '../../platform/documents/list-export.js';
import type { Download } from '../../platform/http/download.js';
import { mailStateNames, problemOf } from '../../platform/mail/delivery-words.js';
import type { Actor } from '../../platform/security/actor.js';
import { formatTime, localDate } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import { ListMails, type MailFilter } from '../queries/list-mails.js';
import type { MailLine } from '../queries/mail-selection.js';

/** An address that the reader may not know is already left out of a line. */
const columnsIn = (zone: Zone): ListColumn<MailLine>[] => [
  { title: 'Tanggal', kind: 'date', cell: ({ createdAt }) => localDate(createdAt, zone) },
  { title: 'Pukul', kind: 'text', cell: ({ createdAt }) => formatTime(createdAt, zone) },
  { title: 'Kepada', kind: 'text', cell: ({ toName }) => toName },
  { title: 'Alamat', kind: 'text', cell: ({ toEmail }) => toEmail },
  { title: 'Perihal', kind: 'text', cell: ({ subject }) => subject },
  { title: 'Keadaan', kind: 'text', cell: ({ state }) => mailStateNames[state] },
  { title: 'Terkirim tanggal', kind: 'date', cell: ({ sentAt }) => sentAt && localDate(sentAt, zone) },
  { title: 'Terkirim pukul', kind: 'text', cell: ({ sentAt }) => sentAt && formatTime(sentAt, zone) },
  { title: 'Kali dicoba', kind: 'number', cell: ({ tries }) => tries },
  { title: 'Masalah', kind: 'text', cell: (mail) => problemOf(mail) },
  { title: 'Kata server', kind: 'text', cell: ({ lastError }) => lastError },
  { title: 'Nomor kunjungan', kind: 'text', cell: ({ visitReference }) => visitReference },
];

/** The list of mails as a file, without what they say. */
@Injectable()
export class ExportMails {
  constructor(
    private readonly clock: Clock,
    private readonly mails: ListMails,
  ) {}

  execute(
    actor: Actor,
    filter: Omit<MailFilter, 'limit' | 'cursor'>,
    format: TableFormat,
  ): Promise<Download> {
    return exportList(
      {
        name: 'surat',
        title: 'Surat',
        columns: columnsIn(actor.timeZone),
        read: (page) => this.mails.execute(actor, { ...filter, ...page }),
      },
      format,
      { now: this.clock.now(), zone: actor.timeZone },
    );
  }
}
