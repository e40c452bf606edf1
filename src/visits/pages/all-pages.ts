import { VisitPages } from './visits.controller.js';
import { VisitStepPages } from './visit-steps.controller.js';
import { NipLookPages } from './nip-looks.controller.js';
import { VisitEditPages } from './visit-edit.controller.js';
import { ParticipantAddressPages } from './participant-address.controller.js';
import { ParticipantLinkPages } from './participant-link.controller.js';
import { VisitParticipantPages } from './visit-participants.controller.js';
import { PastedParticipantPages } from './pasted-participants.controller.js';
import { VisitPartyPages } from './visit-party.controller.js';
import { ReachPages } from './reach.controller.js';
import { VisitGuestPages } from './visit-guests.controller.js';
import { VisitFilePages } from './visit-files.controller.js';
import { HostAnswerPages } from './host-answer.controller.js';
import { EnteredAnswerPages } from './entered-answer.controller.js';
import { InviteHeadPages } from './invite-head.controller.js';

/** Every page of this feature, for its module. */
export const visitPages = [
  VisitPages,
  VisitStepPages,
  NipLookPages,
  VisitEditPages,
  ParticipantAddressPages,
  ParticipantLinkPages,
  PastedParticipantPages,
  VisitParticipantPages,
  VisitPartyPages,
  ReachPages,
  VisitGuestPages,
  VisitFilePages,
  HostAnswerPages,
  EnteredAnswerPages,
  InviteHeadPages,
];
