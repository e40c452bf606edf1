import { Injectable } from '@nestjs/common';
import { Transform, type TransformFnParams } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsUUID, Min } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { IsListOf, IsText } from '../../platform/http/fields.js';
import { Forms, typed, type FormFaults, type SentForm, type Taken } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import type { Actor } from '../../platform/security/actor.js';
import {
  LONGEST_BODY,
  LONGEST_CAPTION,
  LONGEST_TITLE,
  MOST_PHOTOS,
  pressKinds,
} from '../domain/press-kinds.js';
import { found } from '../../platform/http/request-error.js';
import { KeepPress, type PressPlace } from '../use-cases/keep-press.js';
import { ReadPress } from '../use-cases/read-press.js';
import { ReadyPress } from '../use-cases/ready-press.js';
import { tickedPhotos } from './press-form.js';
import { PressTextPage } from './press-text-page.js';
import type { RefusedPress } from './refused-press.js';
import { pressNotices, textPath } from './press-words.js';

const asNumber = ({ value }: TransformFnParams): number => Number(value);

class CaptionField {
  @IsUUID()
  id: string;

  @IsText(LONGEST_CAPTION)
  caption: string;
}

class PressTextForm {
  @Transform(asNumber)
  @IsInt()
  @Min(0)
  version: number;

  @IsText(LONGEST_TITLE)
  title: string;

  @IsText(LONGEST_BODY)
  body: string;

  @IsArray()
  @ArrayMaxSize(MOST_PHOTOS)
  @IsUUID(undefined, { each: true })
  photos: string[] = [];

  @IsListOf(() => CaptionField, 200)
  captions: CaptionField[] = [];
}

class SaidPointForm {
  /** The version of the text that was looked at. */
  @Transform(asNumber)
  @IsInt()
  @Min(1)
  seen: number;

  @IsText(50)
  point: string;

  @IsIn(['ya', 'tidak'])
  says: string;

  @IsText(300)
  reason = '';
}

class ApprovalForm {
  /** The version of the text that is approved. */
  @Transform(asNumber)
  @IsInt()
  @Min(1)
  seen: number;

  @IsText(200)
  approver = '';
}

/** Which text is asked about, and what was sent. */
export interface PressRequest {
  actor: Actor;
  visitId: string;
  organisation: string;
  kind: string;
  sent?: SentForm | undefined;
  reply: FastifyReply;
}

const CAPTION = /^caption-([0-9a-f-]{36})$/;

/** What a browser sent, with the captions as a list. */
function read(sent: SentForm = {}): SentForm {
  const captions = Object.keys(sent).flatMap((name) => {
    const id = CAPTION.exec(name)?.[1];
    return id === undefined ? [] : [{ id, caption: typed(sent, name) }];
  });
  const others = Object.entries(sent).filter(([name]) => !CAPTION.test(name));
  return { ...Object.fromEntries(others), photos: tickedPhotos(sent), captions };
}

const versionOf = (sent: SentForm | undefined): number => Number(typed(sent, 'version'));

/** The place of a text; an unknown kind is a page that does not exist. */
const placeOf = ({ visitId, organisation, kind }: Omit<PressRequest, 'actor' | 'reply'>): PressPlace => ({
  visitId,
  organisation,
  kind: found(pressKinds.find((each) => each === kind)),
});

/** What the page of a text does with its forms. */
@Injectable()
export class PressForms {
  constructor(
    private readonly forms: Forms,
    private readonly read: ReadPress,
    private readonly keep: KeepPress,
    private readonly ready: ReadyPress,
  ) {}

  async show(asked: PressRequest, info: unknown): Promise<void> {
    const notice = typeof info === 'string' ? pressNotices[info] : undefined;
    await html(asked.reply, await this.page(asked, { notice }));
  }

  async save(asked: PressRequest): Promise<void> {
    const taken = await this.forms.take(PressTextForm, read(asked.sent), (form) => {
      const captions = new Map(form.captions.map(({ id, caption }) => [id, caption]));
      const photos = form.photos.map((id) => ({ id, caption: captions.get(id) ?? '' }));
      const content = { title: form.title, body: form.body, photos };
      return this.keep.save(asked.actor, placeOf(asked), content, form.version);
    });
    await this.answer(asked, taken, 'teks', 'disimpan');
  }

  async redraft(asked: PressRequest): Promise<void> {
    await this.press(asked, 'ditulis', () =>
      this.keep.redraft(asked.actor, placeOf(asked), versionOf(asked.sent)),
    );
  }

  async restore(asked: PressRequest): Promise<void> {
    const before = Number(typed(asked.sent, 'before'));
    await this.press(asked, 'dipulihkan', () =>
      this.keep.restore(asked.actor, placeOf(asked), before, versionOf(asked.sent)),
    );
  }

  async say(asked: PressRequest): Promise<void> {
    const taken = await this.forms.take(SaidPointForm, asked.sent, ({ seen, point, says, reason }) =>
      this.ready.say(asked.actor, placeOf(asked), seen, { point, says: says === 'ya', reason }),
    );
    await this.answer(asked, taken, 'periksa', 'ditandai');
  }

  async approve(asked: PressRequest): Promise<void> {
    const taken = await this.forms.take(ApprovalForm, asked.sent, ({ seen, approver }) =>
      this.ready.approve(asked.actor, placeOf(asked), seen, approver),
    );
    await this.answer(asked, taken, 'setujui', 'disetujui');
  }

  async makeReady(asked: PressRequest): Promise<void> {
    await this.press(asked, 'siap', () =>
      this.ready.makeReady(asked.actor, placeOf(asked), versionOf(asked.sent)),
    );
  }

  async takeBack(asked: PressRequest): Promise<void> {
    await this.press(asked, 'ditarik', () =>
      this.ready.takeBack(asked.actor, placeOf(asked), versionOf(asked.sent)),
    );
  }

  /** A button without fields. */
  private async press(asked: PressRequest, info: string, work: () => Promise<unknown>): Promise<void> {
    await this.answer(asked, await this.forms.press(work), 'langkah', info);
  }

  private async answer(
    asked: PressRequest,
    { faults }: Taken<unknown>,
    form: RefusedPress['form'],
    info: string,
  ): Promise<void> {
    const { visitId, organisation, kind } = placeOf(asked);
    if (!faults) return seeOther(asked.reply, `${textPath(visitId, organisation, kind)}?info=${info}`);
    await this.refuse(asked, form, faults);
  }

  private async refuse(asked: PressRequest, form: RefusedPress['form'], faults: FormFaults): Promise<void> {
    const isNew = form === 'periksa' || form === 'setujui';
    const standing = faults.isOutdated ? { page: isNew ? null : await this.page(asked, {}) } : null;
    const page = await this.page(asked, { refused: { form, sent: asked.sent ?? {}, faults } });
    await html(asked.reply, page, faults.status, standing);
  }

  private async page(
    { actor, visitId, organisation, kind }: PressRequest,
    shown: { notice?: string | undefined; refused?: RefusedPress },
  ) {
    const { text, ...room } = await this.read.one(actor, visitId, organisation, kind);
    return PressTextPage({ actor, room, text, ...shown });
  }
}
