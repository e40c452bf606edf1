import { Injectable } from '@nestjs/common';
import { IsIn, IsInt, IsOptional, IsUUID, Min } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { bodyOf } from '../../platform/http/described-body.js';
import { IsCode } from '../../platform/http/fields.js';
import { readFields } from '../../platform/pages/described-form.js';
import { Forms, typed, type SentForm, type Taken } from '../../platform/pages/forms.js';
import { sendDownload } from '../../platform/http/download.js';
import { html, seeOther } from '../../platform/pages/html.js';
import type { Actor } from '../../platform/security/actor.js';
import { valuesIn } from '../../platform/text/field-description.js';
import { letterFields } from '../domain/letter-fields.js';
import {
  letterDirections,
  letterKinds,
  type LetterDirection,
  type LetterKind,
} from '../domain/letter-kinds.js';
import { KeepLetters } from '../use-cases/keep-letters.js';
import { paperFormats, TakePaper } from '../use-cases/take-paper.js';
import { LookAtLetterNips, ReadLetters } from '../use-cases/read-letters.js';
import type { RefusedLetter } from './letter-form.js';
import { LettersPage } from './letters-page.js';

class LetterForm extends bodyOf(letterFields) {
  @IsOptional()
  @IsIn(['ya'])
  draws?: string;
}

class NewLetterForm extends LetterForm {
  @IsIn(letterKinds)
  kind: LetterKind;

  @IsIn(letterDirections)
  direction: LetterDirection;

  @IsOptional()
  @IsCode()
  organisation?: string;
}

class ChangeLetterForm extends LetterForm {
  @IsInt()
  @Min(1)
  version: number;

  @IsOptional()
  @IsIn(['ya'])
  renews?: string;
}

class LetterFilesForm {
  @IsInt()
  @Min(1)
  version: number;

  @IsOptional()
  @IsUUID()
  generatedFile?: string | null;

  @IsOptional()
  @IsUUID()
  signedFile?: string | null;
}

const notices: Readonly<Record<string, string>> = {
  dicatat: 'Surat tercatat.',
  disimpan: 'Surat tersimpan.',
  berkas: 'Berkas surat tersimpan.',
  salinan: 'Salinan bertanda tangan tersimpan.',
  'salinan-dihapus': 'Salinan bertanda tangan dihapus.',
  terkirim: 'Surat ditandai terkirim; pihak lain kini dapat membacanya.',
  dihapus: 'Surat dihapus dari register.',
};

/** Whose register is asked about, and what was sent. */
export interface LetterRequest {
  actor: Actor;
  /** `kunjungan` or `perjalanan`. */
  section: 'kunjungan' | 'perjalanan';
  id: string;
  sent?: SentForm | undefined;
  reply: FastifyReply;
}

/** Which form was sent, and what the register says once it was done. */
interface Asked {
  /** `new`, or the id of a letter. */
  form: string;
  info: string;
  /** It is that of the signed copy. */
  isCopy?: boolean;
}

const placeOf = ({ section, id }: LetterRequest) =>
  section === 'kunjungan' ? { visitId: id, tripId: null } : { visitId: null, tripId: id };
const pathOf = ({ section, id }: LetterRequest): string => `/${section}/${id}/surat`;
export const versionOf = (sent: SentForm | undefined): number => Number(typed(sent, 'version'));
const read = (sent: SentForm = {}): SentForm => ({
  ...readFields(letterFields, sent),
  ...(sent['version'] !== undefined && { version: versionOf(sent) }),
});

/** What the pages of registers do, whosever they are. */
@Injectable()
export class LetterForms {
  constructor(
    private readonly forms: Forms,
    private readonly letters: ReadLetters,
    private readonly keep: KeepLetters,
    private readonly look: LookAtLetterNips,
    private readonly papers: TakePaper,
  ) {}

  async show(asked: LetterRequest, info: unknown): Promise<void> {
    const notice = typeof info === 'string' ? notices[info] : undefined;
    await html(asked.reply, await this.page(asked, { notice }));
  }

  async add(asked: LetterRequest): Promise<void> {
    const { actor, sent } = asked;
    const taken = await this.forms.take(
      NewLetterForm,
      read(sent),
      ({ kind, direction, organisation, ...form }) =>
        this.keep.add(actor, placeOf(asked), {
          ...valuesIn(letterFields, form),
          ...{ kind, direction, organisation, draws: form.draws === 'ya' },
        }),
    );
    await this.answer(asked, taken, { form: 'new', info: 'dicatat' });
  }

  async change(asked: LetterRequest, id: string): Promise<void> {
    const { actor, sent } = asked;
    const taken = await this.forms.take(ChangeLetterForm, read(sent), ({ version, ...form }) =>
      this.keep.change(
        actor,
        placeOf(asked),
        { id, version },
        { ...valuesIn(letterFields, form), draws: form.draws === 'ya', renews: form.renews === 'ya' },
      ),
    );
    await this.answer(asked, taken, { form: id, info: 'disimpan' });
  }

  async attach(asked: LetterRequest, id: string): Promise<void> {
    const { actor, sent = {} } = asked;
    const given = {
      generatedFile: typed(sent, 'generatedFile') || null,
      signedFile: typed(sent, 'signedFile') || null,
    };
    const taken = await this.forms.take(
      LetterFilesForm,
      { ...given, version: versionOf(sent) },
      ({ version, ...files }) => this.keep.change(actor, placeOf(asked), { id, version }, files),
    );
    await this.answer(asked, taken, { form: id, info: 'berkas' });
  }

  async send(asked: LetterRequest, id: string): Promise<void> {
    await this.keep.send(asked.actor, placeOf(asked), { id, version: versionOf(asked.sent) });
    await seeOther(asked.reply, `${pathOf(asked)}?info=terkirim`);
  }

  async remove(asked: LetterRequest, id: string): Promise<void> {
    await this.keep.remove(asked.actor, placeOf(asked), { id, version: versionOf(asked.sent) });
    await seeOther(asked.reply, `${pathOf(asked)}?info=dihapus`);
  }

  /** The register with the NIP of one letter whole, which is noted down. */
  async showWhole(asked: LetterRequest, id: string): Promise<void> {
    await this.look.execute(asked.actor, id);
    await html(asked.reply, await this.page(asked, { shown: id }));
  }

  /** The paper of one letter as a file. @param format as a Word document, when it is none */
  async takePaper({ actor, reply }: LetterRequest, id: string, format: unknown): Promise<void> {
    const known = paperFormats.find((each) => each === format) ?? 'docx';
    void reply.header('cache-control', 'no-store');
    await sendDownload(reply, await this.papers.execute(actor, id, known));
  }

  /** After a form: the register with what became of it. */
  async answer(
    asked: LetterRequest,
    { faults }: Taken<unknown>,
    { form, info, isCopy = false }: Asked,
  ): Promise<void> {
    if (!faults) return seeOther(asked.reply, `${pathOf(asked)}?info=${info}`);
    const standing = faults.isOutdated ? { page: await this.page(asked, {}) } : null;
    const page = await this.page(asked, { refused: { form, sent: asked.sent ?? {}, faults, isCopy } });
    await html(asked.reply, page, faults.status, standing);
  }

  private async page(
    asked: LetterRequest,
    shown: { notice?: string | undefined; refused?: RefusedLetter; shown?: string },
  ) {
    const { actor, section, id } = asked;
    const register = await this.letters.execute(actor, placeOf(asked));
    return LettersPage({ actor, path: pathOf(asked), back: `/${section}/${id}`, register, ...shown });
  }
}
