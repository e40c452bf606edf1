import { Injectable } from '@nestjs/common';
import type { VNode } from 'preact';
import { Clock } from '../../platform/clock/clock.js';
import type { Actor } from '../../platform/security/actor.js';
import { localDate } from '../../platform/text/dates.js';
import { NoteRevisions } from '../queries/note-revisions.js';
import { ReadNote } from '../use-cases/read-note.js';
import { ReadNoteContents } from '../use-cases/read-note-contents.js';
import type { NoteRefusal } from './note-page-props.js';
import { NotePage } from './note-page.js';
import { NoteSurroundings } from './note-surroundings.js';

/** Gathers what the page of a note shows. */
@Injectable()
export class ShowNote {
  constructor(
    private readonly clock: Clock,
    private readonly read: ReadNote,
    private readonly contents: ReadNoteContents,
    private readonly revisions: NoteRevisions,
    private readonly around: NoteSurroundings,
  ) {}

  async page(actor: Actor, id: string, shown: { info?: unknown; refusal?: NoteRefusal }): Promise<VNode> {
    const now = this.clock.now();
    const note = await this.read.execute(actor, id);
    const isOut = note.state === 'published' || note.state === 'archived';
    const [whole, last, programs, visit, parts] = await Promise.all([
      this.contents.of(actor, note),
      isOut ? null : this.revisions.last(id),
      this.around.programTitles(),
      this.around.visitOf(actor, note),
      this.around.parts(actor, note),
    ]);
    return NotePage({
      ...{ actor, whole, last, programs, visit, parts },
      today: localDate(now, actor.timeZone),
      now,
      info: shown.info,
      refusal: shown.refusal ?? null,
    });
  }
}
