import { Injectable } from '@nestjs/common';
import type { VNode } from 'preact';
import { Clock } from '../../platform/clock/clock.js';
import { PageParts } from '../../platform/pages/page-parts.js';
import { Site } from '../../platform/security/access-guard.js';
import type { Actor } from '../../platform/security/actor.js';
import { ProblemCatalog } from '../../platform/errors/problem-catalog.js';
import { shareText, whatsAppLink } from '../domain/share-text.js';
import { mayEdit, mayRecord } from '../domain/visit-policies.js';
import { isHostAsked, speakingFor } from '../domain/visit-states.js';
import { hasTrait } from '../domain/visit-state-traits.js';
import { ReadVisit, type JointVisit } from '../use-cases/read-visit.js';
import { VisitBackground } from '../use-cases/visit-background.js';
import { AskedVisitPage } from './asked-visit-page.js';
import { blockedSteps } from './blocked-steps.js';
import { VisitPage, type VisitPageProps } from './visit-page.js';
import { linkedVisit } from './visit-slots.js';

/** What a visit's page shows beside the visit: what went well, or why something was refused. */
type Shown = Pick<VisitPageProps, 'notice' | 'refused' | 'fileFaults'>;

/** The page of a visit as it stands now, with the parts of all features. */
@Injectable()
export class ShowVisit {
  constructor(
    private readonly read: ReadVisit,
    private readonly background: VisitBackground,
    private readonly parts: PageParts,
    private readonly clock: Clock,
    private readonly site: Site,
    private readonly catalog: ProblemCatalog,
  ) {}

  /**
   * Of a visit that the reader's organisation was asked to join, what it decides by.
   *
   * @throws RequestError `not-found` also for those who may not see it
   */
  async page(actor: Actor, id: string, shown: Shown = {}): Promise<VNode> {
    const accepts = shown.refused?.step === 'accept';
    const { readable, beside } = await this.read.withGuestsBeside(actor, id, (visit) =>
      this.beside(actor, visit, accepts),
    );
    const { visit } = readable;
    const now = this.clock.now();
    if (!beside) {
      const programs = await this.background.programsOf(id);
      return AskedVisitPage({ actor, now, joint: readable, programs, ...shown });
    }
    return VisitPage({
      ...{ actor, now, readable, ...beside },
      receivers: accepts || readable.allowedActions.includes('accept') ? beside.receivers : null,
      blocked: blockedSteps(readable.blockedActions, this.catalog),
      shareHref: whatsAppLink(shareText(visit, new URL(`/kunjungan/${id}`, this.site.publicUrl).href)),
      ...shown,
    });
  }

  /** What stands around a visit on its page, asked all at once. */
  private async beside(actor: Actor, visit: JointVisit['visit'], accepts: boolean) {
    const linked = linkedVisit(visit);
    const may = { mayEdit: mayEdit(visit, actor), mayRecord: mayRecord(visit, actor) };
    const { state, timeZone, hostUnit } = linked;
    const { id: visitId, hostUnitType } = visit;
    const asksToLearn = visit.learningQuestions.length > 0;
    const told = { actor, visitId, visit, timeZone, state, hostUnit, hostUnitType, asksToLearn, ...may };
    const [background, parts, links, receivers] = await Promise.all([
      this.background.of(actor, visit),
      this.parts.render('visit', told),
      this.parts.render('visit-links', { actor, visit: linked, ...may }),
      accepts || receives(actor, visit) ? this.background.receiversOf(visit) : null,
    ]);
    return { background, parts, links, receivers };
  }
}

/** Whether the reader may say yes for the host to what is not agreed upon yet. */
const receives = (actor: Actor, visit: JointVisit['visit']): boolean =>
  !hasTrait(visit.state, 'standing') &&
  isHostAsked(visit) &&
  speakingFor(visit, actor, 'accept').includes('host');
