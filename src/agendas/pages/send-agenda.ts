import { Injectable } from '@nestjs/common';
import { IsInt, Max, Min } from 'class-validator';
import { Forms, type Taken } from '../../platform/pages/forms.js';
import { AgendaBody, given } from '../use-cases/agenda.dto.js';
import { PublishAgenda } from '../use-cases/publish-agenda.js';
import { SaveAgenda } from '../use-cases/save-agenda.js';
import { itemOf, type AgendaRow } from './agenda-rows.js';
import type { ShownAgenda } from './agenda-view.js';

/** The API's body; a form always says which version it is about. */
class AgendaForm extends AgendaBody {
  @IsInt()
  @Min(0)
  @Max(2_147_483_646)
  declare version: number;
}

/** Stores the rows of the editor, and publishes them when asked to. */
@Injectable()
export class SendAgenda {
  constructor(
    private readonly forms: Forms,
    private readonly save: SaveAgenda,
    private readonly publish: PublishAgenda,
  ) {}

  /** @param action `simpan`, `terbit`, or `ganti` to put the rows in place of what somebody else stored meanwhile */
  execute(
    { actor, visit, agenda, zone }: ShownAgenda,
    action: string,
    rows: readonly AgendaRow[],
    version: number,
  ): Promise<Taken<void>> {
    const replaces = action === 'ganti';
    const known = new Set([...agenda.items, ...agenda.publicItems].map(({ id }) => id));
    const items = rows
      .map((row) => (replaces && !known.has(row.id) ? { ...row, id: '' } : row))
      .map((row) => itemOf(row, zone));
    const sent = { version: replaces ? agenda.version : version, items };
    return this.forms.take(AgendaForm, sent, async (form) => {
      await this.save.execute(actor, visit.id, form.items.map(given), form.version);
      // Storing raises the version by one.
      if (action === 'terbit') await this.publish.execute(actor, visit.id, form.version + 1);
    });
  }
}
