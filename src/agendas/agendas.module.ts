import { Module, type OnModuleInit } from '@nestjs/common';
import { EntitiesModule } from '../platform/database/entities.module.js';
import { ProblemsModule } from '../platform/errors/problem-catalog.js';
import { MailSamplesModule } from '../platform/mail/mail-samples.js';
import { PeopleModule } from '../people/index.js';
import { UnitsModule } from '../units/index.js';
import { VisitMoves, VisitsModule } from '../visits/index.js';
import { agendaMailSamples } from './domain/mail-samples.js';
import { AgendaTemplatesController } from './http/agenda-templates.controller.js';
import { AgendasController } from './http/agendas.controller.js';
import { AttendedSessionsController } from './http/attended-sessions.controller.js';
import { SessionQuestionsController } from './http/session-questions.controller.js';
import { agendaConstraints, agendaProblems } from './http/problems.js';
import { MailAgendaJob } from './jobs/mail-agenda.job.js';
import { AgendaLinks } from './pages/agenda-links.js';
import { AgendaPages } from './pages/agenda-pages.controller.js';
import { AgendaSection } from './pages/agenda-section.js';
import { ShowAgenda } from './pages/show-agenda.js';
import { SendAgenda } from './pages/send-agenda.js';
import { AgendaFacts } from './queries/agenda-facts.js';
import { LedSessions } from './queries/led-sessions.js';
import { ReadAttendedSessions } from './queries/read-attended-sessions.js';
import { ReadSessionQuestions } from './queries/read-session-questions.js';
import { UnpublishedAgendas } from './queries/unpublished-agendas.js';
import { agendasEntities } from './storage/entities.js';
import { AgendaRepository } from './storage/agenda-repository.js';
import { AttendedSessionRepository } from './storage/attended-session-repository.js';
import { SessionQuestions } from './storage/session-questions.js';
import { RecipientRepository } from './storage/recipient-repository.js';
import { AgendaMailParts } from './use-cases/agenda-mail-parts.js';
import { ChangeAgenda } from './use-cases/change-agenda.js';
import { ChooseSessions } from './use-cases/choose-sessions.js';
import { HandOverSessions } from './use-cases/hand-over-sessions.js';
import { LayOutAgenda } from './use-cases/lay-out-agenda.js';
import { MailAgenda, PostAgenda } from './use-cases/mail-agenda.js';
import { MoveAgenda } from './use-cases/move-agenda.js';
import { PublishAgenda } from './use-cases/publish-agenda.js';
import { ReadAgenda } from './use-cases/read-agenda.js';
import { RecordPublication } from './use-cases/record-publication.js';
import { PlaceQuestions } from './use-cases/place-questions.js';
import { ReadQuestions } from './use-cases/read-questions.js';
import { SaveAgenda } from './use-cases/save-agenda.js';

/** The sessions of a visit. */
@Module({
  imports: [
    EntitiesModule.forFeature(agendasEntities),
    UnitsModule,
    PeopleModule,
    VisitsModule,
    ProblemsModule.forFeature(agendaProblems, agendaConstraints),
    MailSamplesModule.forFeature(agendaMailSamples),
  ],
  controllers: [
    AgendasController,
    AttendedSessionsController,
    SessionQuestionsController,
    AgendaTemplatesController,
    AgendaPages,
  ],
  providers: [
    AgendaFacts,
    ReadAttendedSessions,
    AttendedSessionRepository,
    SessionQuestions,
    ReadSessionQuestions,
    ReadQuestions,
    PlaceQuestions,
    ChooseSessions,
    AgendaRepository,
    RecipientRepository,
    AgendaMailParts,
    AgendaSection,
    AgendaLinks,
    ShowAgenda,
    SendAgenda,
    UnpublishedAgendas,
    ChangeAgenda,
    HandOverSessions,
    LedSessions,
    LayOutAgenda,
    MailAgenda,
    MailAgendaJob,
    MoveAgenda,
    PostAgenda,
    PublishAgenda,
    ReadAgenda,
    RecordPublication,
    SaveAgenda,
  ],
  exports: [
    AgendaFacts,
    AgendaMailParts,
    LayOutAgenda,
    PublishAgenda,
    ReadAgenda,
    ReadSessionQuestions,
    SaveAgenda,
  ],
})
export class AgendasModule implements OnModuleInit {
  constructor(
    private readonly moves: VisitMoves,
    private readonly moveAgenda: MoveAgenda,
  ) {}

  onModuleInit(): void {
    this.moves.register((visitId, before, after) => this.moveAgenda.execute(visitId, before, after));
  }
}
