import { Body, Get, Param, Post, Query, Res } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, IsOptional, Min } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { IsText } from '../../platform/http/fields.js';
import { Forms, type SentForm } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import type { Actor } from '../../platform/security/actor.js';
import { allows } from '../../platform/security/capabilities.js';
import { LONGEST_TERM, MOST_TERMS } from '../domain/synonym.js';
import { KeepSynonyms } from '../use-cases/keep-synonyms.js';
import { SynonymsPage, type RefusedSynonym } from './synonyms-page.js';

const lines = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.split(/[\r\n;]+/).filter((line) => line.trim() !== '') : value;
const asNumber = ({ value }: { value: unknown }): unknown => Number(value);

class NewSynonymForm {
  /** One a line, or parted by semicolons. */
  @Transform(lines)
  @IsArray()
  @ArrayMaxSize(MOST_TERMS)
  @IsText(LONGEST_TERM, { each: true })
  terms: string[] = [];
}

class RemoveSynonymForm {
  /** Comes along from the same form; what was typed does not matter. */
  @IsOptional()
  terms?: unknown;

  @Transform(asNumber)
  @IsInt()
  @Min(1)
  version: number;
}

class SynonymForm extends NewSynonymForm {
  /** The version that was shown. */
  @Transform(asNumber)
  @IsInt()
  @Min(1)
  version: number;
}

const PATH = '/pengelolaan/sinonim';

/** The synonyms of the search, as the administrator keeps them. */
@PageController('pengelolaan/sinonim')
@Allow(allows('notes.keep-synonyms'))
export class SynonymPages {
  constructor(
    private readonly forms: Forms,
    private readonly keep: KeepSynonyms,
  ) {}

  @Get()
  async show(
    @CurrentActor() actor: Actor,
    @Query() query: SentForm,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const groups = await this.keep.list(actor);
    await html(reply, SynonymsPage({ actor, groups, info: query['info'] }));
  }

  @Post()
  async add(
    @CurrentActor() actor: Actor,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const taken = await this.forms.take(NewSynonymForm, sent, ({ terms }) => this.keep.add(actor, terms));
    if (taken.faults) return this.refuse(reply, actor, { id: null, sent, faults: taken.faults });
    await seeOther(reply, `${PATH}?info=tersimpan`);
  }

  @Post(':id')
  async change(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const taken = await this.forms.take(SynonymForm, sent, ({ version, terms }) =>
      this.keep.change(actor, id, version, terms),
    );
    if (taken.faults) return this.refuse(reply, actor, { id, sent, faults: taken.faults });
    await seeOther(reply, `${PATH}?info=tersimpan`);
  }

  @Post(':id/hapus')
  async remove(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const taken = await this.forms.take(RemoveSynonymForm, sent, ({ version }) =>
      this.keep.remove(actor, id, version),
    );
    if (taken.faults) return this.refuse(reply, actor, { id, sent, faults: taken.faults });
    await seeOther(reply, `${PATH}?info=terhapus`);
  }

  private async refuse(reply: FastifyReply, actor: Actor, refused: RefusedSynonym): Promise<void> {
    const groups = await this.keep.list(actor);
    const standing = refused.faults.isOutdated ? { page: SynonymsPage({ actor, groups }) } : null;
    await html(reply, SynonymsPage({ actor, groups, refused }), refused.faults.status, standing);
  }
}
