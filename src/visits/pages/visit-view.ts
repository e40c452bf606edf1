import { Injectable } from '@nestjs/common';
import type { VNode } from 'preact';
import { Clock } from '../../platform/clock/clock.js';
import { PageParts } from '../../platform/pages/page-parts.js';
import { Site } from '../../platform/security/access-guard.js';
import type { Actor } from '../../platform/security/actor.js';
import { shareText, whatsAppLink } from '../domain/share-text.js';
import { mayEdit } from '../domain/visit-policies.js';
import { ReadVisit } from '../use-cases/read-visit.js';
import { VisitBackground } from '../use-cases/visit-background.js';
import { VisitPage, type VisitPageProps } from './visit-page.js';
import { linkedVisit } from './visit-slots.js';

/** What a visit's page shows beside the visit: what went well, or why something was refused. */
type Shown = Pick<VisitPageProps, 'notice' | 'refused' | 'fileFaults'>;

/** The page of a visit as it stands now, with the parts of all features. */
@Injectable()
export class VisitView {
  constructor(
    private readonly read: ReadVisit,
    private readonly background: VisitBackground,
    private readonly parts: PageParts,
    private readonly clock: Clock,
    private readonly site: Site,
  ) {}

  /** @throws RequestError `not-found` also for those who may not see it */
  async page(actor: Actor, id: string, shown: Shown = {}): Promise<VNode> {
    const readable = await this.read.execute(actor, id);
    const { visit } = readable;
    const linked = linkedVisit(visit);
    const editable = mayEdit(visit, actor);
    const { state, timeZone, hostUnit } = linked;
    const { hostUnitType } = visit;
    const told = { actor, visitId: id, timeZone, state, hostUnit, hostUnitType, mayEdit: editable };
    return VisitPage({
      actor,
      now: this.clock.now(),
      readable,
      background: await this.background.of(actor, visit),
      parts: await this.parts.render('visit', told),
      links: await this.parts.render('visit-links', { actor, visit: linked, mayEdit: editable }),
      shareHref: whatsAppLink(shareText(visit, new URL(`/kunjungan/${id}`, this.site.publicUrl).href)),
      ...shown,
    });
  }
}
