import {
  AgendaEntity,
  AgendaItemEntity,
  AgendaRecipientEntity,
  AgendaRevisionEntity,
} from './agenda.entity.js';
import { ParticipantSessionEntity } from './participant-session.entity.js';
import { SessionQuestionEntity } from './session-question.entity.js';

/** The tables of this feature. */
export const agendasEntities = [
  AgendaEntity,
  AgendaItemEntity,
  AgendaRecipientEntity,
  AgendaRevisionEntity,
  ParticipantSessionEntity,
  SessionQuestionEntity,
];
