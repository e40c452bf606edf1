import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Forms, typed, type SentForm, type Taken } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import type { Actor } from '../../platform/security/actor.js';
import { KeepResults } from '../use-cases/keep-results.js';
import { ReadResults, type ResultPlace } from '../use-cases/read-results.js';
import { asProduct, asResult, ProductForm, ResultForm } from './results-form.js';
import { ResultsPage, type RefusedResult } from './results-page.js';

const notices: Readonly<Record<string, string>> = {
  disimpan: 'Tersimpan.',
  dihapus: 'Sudah dihapus.',
};

/** Whose results are asked about, and what was sent. */
export interface ResultRequest {
  actor: Actor;
  section: 'kunjungan' | 'praktik-baik';
  id: string;
  sent?: SentForm | undefined;
  reply: FastifyReply;
}

const placeOf = ({ section, id }: ResultRequest): ResultPlace =>
  section === 'kunjungan' ? { visitId: id, noteId: null } : { visitId: null, noteId: id };
const pathOf = ({ section, id }: ResultRequest): string => `/${section}/${id}/hasil`;
const versionOf = (sent: SentForm | undefined): number => Number(typed(sent, 'version'));

/** What the pages of results do, whosever they are. */
@Injectable()
export class ResultsForms {
  constructor(
    private readonly forms: Forms,
    private readonly read: ReadResults,
    private readonly keep: KeepResults,
  ) {}

  async show(asked: ResultRequest, info: unknown): Promise<void> {
    const notice = typeof info === 'string' ? notices[info] : undefined;
    await html(asked.reply, await this.page(asked, { notice }));
  }

  /** @param rowId of the row that is changed; null for a new one */
  async putResult(asked: ResultRequest, rowId: string | null): Promise<void> {
    const taken = await this.forms.take(ResultForm, asked.sent, (form) => {
      const seen = rowId === null ? null : { id: rowId, version: form.version };
      return this.keep.putResult(asked.actor, placeOf(asked), seen, asResult(form));
    });
    await this.answer(asked, taken, rowId ?? 'hasil');
  }

  async putProduct(asked: ResultRequest, rowId: string | null): Promise<void> {
    const taken = await this.forms.take(ProductForm, asked.sent, (form) => {
      const seen = rowId === null ? null : { id: rowId, version: form.version };
      return this.keep.putProduct(asked.actor, placeOf(asked), seen, asProduct(form));
    });
    await this.answer(asked, taken, rowId ?? 'produk');
  }

  async removeResult(asked: ResultRequest, id: string): Promise<void> {
    const seen = { id, version: versionOf(asked.sent) };
    const taken = await this.forms.press(() => this.keep.removeResult(asked.actor, placeOf(asked), seen));
    await this.answer(asked, taken, id, 'dihapus');
  }

  async removeProduct(asked: ResultRequest, id: string): Promise<void> {
    const seen = { id, version: versionOf(asked.sent) };
    const taken = await this.forms.press(() => this.keep.removeProduct(asked.actor, placeOf(asked), seen));
    await this.answer(asked, taken, id, 'dihapus');
  }

  private async answer(
    asked: ResultRequest,
    { faults }: Taken<unknown>,
    form: string,
    info = 'disimpan',
  ): Promise<void> {
    if (!faults) return seeOther(asked.reply, `${pathOf(asked)}?info=${info}`);
    const standing = faults.isOutdated ? { page: await this.page(asked, {}) } : null;
    const page = await this.page(asked, { refused: { form, sent: asked.sent ?? {}, faults } });
    await html(asked.reply, page, faults.status, standing);
  }

  private async page(asked: ResultRequest, shown: { notice?: string | undefined; refused?: RefusedResult }) {
    const { actor } = asked;
    const { around, ...results } = await this.read.execute(actor, placeOf(asked));
    return ResultsPage({ actor, around, results, ...shown });
  }
}
