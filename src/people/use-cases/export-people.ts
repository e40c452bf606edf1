import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { TableFormat } from '../../platform/documents/document-format.js';
import { exportList, type ListColumn } from '../../platform/documents/list-export.js';
import type { Download } from '../../platform/http/download.js';
import type { Actor } from '../../platform/security/actor.js';
import { localDate } from '../../platform/text/dates.js';
import { maskNip } from '../../platform/text/nip.js';
import type { Zone } from '../../platform/text/zones.js';
import { accountState, roleNames } from '../domain/account-words.js';
import type { AccountFacts } from '../queries/account-facts.js';
import { ListPeople, type PeopleFilter } from '../queries/list-people.js';

const columnsIn = (zone: Zone): ListColumn<AccountFacts>[] => [
  { title: 'Nama', kind: 'text', cell: ({ name }) => name },
  { title: 'Peran', kind: 'text', cell: ({ role }) => roleNames[role] },
  { title: 'UPT atau Kanwil', kind: 'text', cell: ({ placeName }) => placeName },
  { title: 'Jabatan', kind: 'text', cell: ({ position }) => position },
  { title: 'Surel', kind: 'text', cell: ({ email }) => email },
  { title: 'Telepon', kind: 'text', cell: ({ phone }) => phone },
  { title: 'NIP', kind: 'text', cell: ({ nip }) => nip && maskNip(nip) },
  { title: 'Keadaan akun', kind: 'text', cell: (account) => accountState(account).name },
  { title: 'Dibuat', kind: 'date', cell: ({ createdAt }) => localDate(createdAt, zone) },
];

/** The list of people as a file: those whom the reader sees, as the API shows them. */
@Injectable()
export class ExportPeople {
  constructor(
    private readonly clock: Clock,
    private readonly people: ListPeople,
  ) {}

  execute(
    actor: Actor,
    filter: Pick<PeopleFilter, 'unit' | 'words'>,
    format: TableFormat,
  ): Promise<Download> {
    return exportList(
      {
        name: 'orang',
        title: 'Orang',
        columns: columnsIn(actor.timeZone),
        read: (page) => this.people.execute(actor, { ...filter, ...page }),
      },
      format,
      { now: this.clock.now(), zone: actor.timeZone },
    );
  }
}
