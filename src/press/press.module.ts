import { Module } from '@nestjs/common';
import { AgendasModule } from '../agendas/index.js';
import { FollowUpsModule } from '../follow-ups/index.js';
import { EntitiesModule } from '../platform/database/entities.module.js';
import { ProblemsModule } from '../platform/errors/problem-catalog.js';
import { MailSamplesModule } from '../platform/mail/mail-samples.js';
import { ResultsModule } from '../results/index.js';
import { SummariesModule } from '../summaries/index.js';
import { TripsModule } from '../trips/index.js';
import { UnitsModule } from '../units/index.js';
import { VisitDaysModule } from '../visit-days/index.js';
import { VisitsModule } from '../visits/index.js';
import { pressMailSamples } from './domain/mail-samples.js';
import { PressTextsController } from './http/press-texts.controller.js';
import { pressProblems } from './http/problems.js';
import { PressDeedPages, PressPages } from './pages/press.controller.js';
import { PressForms } from './pages/press-forms.js';
import { PressParts } from './pages/press-parts.js';
import { QuoteLinkPages, QuotePages } from './pages/quotes.controller.js';
import { HeadAddresses } from './queries/head-addresses.js';
import { PressTexts } from './queries/press-texts.js';
import { pressEntities } from './storage/entities.js';
import { PressRepository } from './storage/press-repository.js';
import { QuoteRepository } from './storage/quote-repository.js';
import { AskQuote, MakeQuoteLink, NoteAskedQuote } from './use-cases/ask-quote.js';
import { FindWhatHappened, GatherPressFacts } from './use-cases/gather-press-facts.js';
import { KeepPress } from './use-cases/keep-press.js';
import { ReadPress } from './use-cases/read-press.js';
import { ReadyPress } from './use-cases/ready-press.js';
import { SayQuote } from './use-cases/say-quote.js';
import { TakePress } from './use-cases/take-press.js';

/** What offices write of a visit for the press and for their superiors. */
@Module({
  imports: [
    AgendasModule,
    EntitiesModule.forFeature(pressEntities),
    FollowUpsModule,
    MailSamplesModule.forFeature(pressMailSamples),
    ProblemsModule.forFeature(pressProblems),
    ResultsModule,
    SummariesModule,
    TripsModule,
    UnitsModule,
    VisitDaysModule,
    VisitsModule,
  ],
  controllers: [PressTextsController, QuotePages, PressPages, PressDeedPages, QuoteLinkPages],
  providers: [
    AskQuote,
    FindWhatHappened,
    GatherPressFacts,
    HeadAddresses,
    KeepPress,
    MakeQuoteLink,
    NoteAskedQuote,
    PressForms,
    PressParts,
    PressRepository,
    PressTexts,
    QuoteRepository,
    ReadPress,
    ReadyPress,
    SayQuote,
    TakePress,
  ],
})
export class PressModule {}
