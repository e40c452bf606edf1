import { ClsPluginTransactional } from '@nestjs-cls/transactional';
import { TransactionalAdapterTypeOrm } from '@nestjs-cls/transactional-adapter-typeorm';
import { Global, Module, type DynamicModule, type Provider } from '@nestjs/common';
import { APP_FILTER, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import { ClsModule } from 'nestjs-cls';
import { dataSourceOptions } from '../../config/data-source.js';
import { Environment } from '../../config/environment.js';
import { Clock } from './clock/clock.js';
import { Database } from './database/database.js';
import { EntitiesModule } from './database/entities.module.js';
import { Lanes } from './database/lanes.js';
import { Readiness } from './database/readiness.js';
import { jobLimits, SessionLimits, webLimits } from './database/time-limits.js';
import { IncidentLog } from './errors/incident-log.js';
import { ProblemsModule } from './errors/problem-catalog.js';
import { fileProblems } from './files/file-error.js';
import { FileStore } from './files/file-store.js';
import { LooseFiles } from './files/loose-files.js';
import { ObjectStores } from './files/object-stores.js';
import { ReleaseFileJob } from './files/release-file.job.js';
import { Spool } from './files/spool.js';
import { StoredFileEntity } from './files/stored-file.entity.js';
import { StoredFileRepository } from './files/stored-file-repository.js';
import { RemoveLooseFilesJob, RemoveOldPartsJob } from './files/sweep-files.job.js';
import { FileUploads } from './http/file-upload.js';
import { HealthController } from './http/health.controller.js';
import { DownloadRecord } from './http/record-downloads.js';
import { ProblemFilter } from './http/problem-filter.js';
import { httpProblems } from './http/problems.js';
import { validationPipe } from './http/validation.js';
import { Announcer } from './jobs/announcer.js';
import { DatabaseUrl } from './jobs/database-url.js';
import { DeadJobs } from './jobs/dead-jobs.js';
import { JobCounts } from './jobs/job-counts.js';
import { JobQueue } from './jobs/job-queue.js';
import { JobRegistry } from './jobs/job-registry.js';
import { JobStates } from './jobs/job-states.js';
import { JobStore } from './jobs/job-store.js';
import { RunJob } from './jobs/run-job.js';
import { SettleJobs } from './jobs/settle-jobs.js';
import { Sweeps } from './jobs/sweeps.js';
import { Wake } from './jobs/wake.js';
import { WorkJobs } from './jobs/work-jobs.js';
import { AddressFaults } from './mail/address-faults.js';
import { MailRefusals } from './mail/mail-refusals.js';
import { MailRenewals } from './mail/mail-renewals.js';
import { RequeueMails } from './mail/requeue-mails.js';
import { AddressBooks } from './mail/address-books.js';
import { OvertakenMails } from './mail/overtaken-mails.js';
import { ReturnedMails } from './mail/returned-mails.js';
import { DeliverMailsJob } from './mail/deliver-mails.job.js';
import { DeliverMails } from './mail/deliver-mails.js';
import { mailEntities } from './mail/entities.js';
import { JudgeDeliveries } from './mail/judge-deliveries.js';
import { MailOutages } from './mail/mail-outages.js';
import { MailQueue } from './mail/mail-queue.js';
import { MailUpkeep } from './mail/mail-upkeep.js';
import { Outbox } from './mail/outbox.js';
import { ReturnAddresses } from './mail/return-addresses.js';
import { mailTransportProvider } from './mail/transport.js';
import { CheckMailJob } from './mail-checks/check-mail.job.js';
import { DomainProbes } from './mail-checks/domain-probes.js';
import { MailCheckEntity } from './mail-checks/mail-check.entity.js';
import { MailCheckRepository } from './mail-checks/mail-check-repository.js';
import { MailChecks } from './mail-checks/mail-checks.js';
import { NameResolver, SystemResolver } from './mail-checks/name-resolver.js';
import { SmtpProbe } from './mail-checks/smtp-probe.js';
import { Metrics } from './metrics/metrics.js';
import { AssetsController } from './pages/assets.controller.js';
import { PageParts } from './pages/page-parts.js';
import { PageSources } from './pages/page-sources.js';
import { ForgetSentFormsJob } from './pages/forget-sent-forms.job.js';
import { Forms } from './pages/forms.js';
import { SentFormEntity } from './pages/sent-form.entity.js';
import { SentForms } from './pages/sent-forms.js';
import { WaitingTasks } from './pages/waiting-tasks.js';
import { LookPages } from './pages/look.controller.js';
import { SearchPages } from './pages/search/search.controller.js';
import { SearchSources } from './pages/search/search-sources.js';
import { Site } from './security/access-guard.js';
import { SessionCookie } from './security/session-cookie.js';

/** What pages are made with. */
const pages = [Forms, SentForms, PageParts, PageSources, SearchSources, WaitingTasks];

/** What a process is made with: its settings, its database and its clock. */
export interface PlatformParts {
  environment: Environment;
  databaseUrl: string;
  clock: Clock;
  /** Whom the statements are for: people who wait for a page, unless the process works the jobs alone. */
  work?: 'web' | 'jobs';
}

/** What stores and works jobs; the first is what features use. */
const offeredJobs = [JobCounts, DeadJobs, JobQueue, Announcer, Wake];
const jobs = [Sweeps, JobRegistry, JobStore, JobStates, RunJob, WorkJobs, SettleJobs, ...offeredJobs];

/** What posts and sends mails; the first is what features use. */
const offeredMails = [
  ...[AddressBooks, Outbox, RequeueMails, OvertakenMails, MailRenewals, ReturnedMails],
  ...[ReturnAddresses, AddressFaults, MailRefusals, MailOutages],
];
const mails = [
  ...offeredMails,
  ...[MailQueue, MailUpkeep, JudgeDeliveries, DeliverMails, DeliverMailsJob],
  mailTransportProvider,
];

/** Where documents lie; the first is what features use. */
const offeredFiles = [FileStore, FileUploads, LooseFiles, ObjectStores, Spool, StoredFileRepository];
const files = [...offeredFiles, ReleaseFileJob, RemoveLooseFilesJob, RemoveOldPartsJob];

/** What looks whether mails can be sent and read. */
const mailChecks = [
  ...[MailCheckRepository, SmtpProbe, DomainProbes, MailChecks, CheckMailJob],
  { provide: NameResolver, useClass: SystemResolver },
];

/** What every feature stands on; it knows none of them. */
@Global()
@Module({})
export class PlatformModule {
  static with({ environment, databaseUrl, clock, work = 'web' }: PlatformParts): DynamicModule {
    const limits = new SessionLimits(work === 'jobs' ? jobLimits : webLimits(environment.DATABASE_TIMEOUT));
    const options = dataSourceOptions(databaseUrl, environment.DATABASE_POOL, limits);
    return {
      module: PlatformModule,
      imports: [
        DiscoveryModule,
        TypeOrmModule.forRoot({ ...options, retryAttempts: 3 }),
        transactions,
        ProblemsModule.forFeature({ ...httpProblems, ...fileProblems }),
        EntitiesModule.forFeature([...mailEntities, MailCheckEntity, SentFormEntity, StoredFileEntity]),
      ],
      controllers: [HealthController, AssetsController, LookPages, SearchPages],
      providers: [
        { provide: Environment, useValue: environment },
        { provide: Clock, useValue: clock },
        ...databaseProviders(environment, databaseUrl, limits),
        { provide: Site, useValue: { publicUrl: environment.publicUrl, overTls: environment.overTls } },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useFactory: validationPipe },
        IncidentLog,
        DownloadRecord,
        Metrics,
        ...jobs,
        ...mails,
        ...mailChecks,
        ...files,
        ...pages,
        SessionCookie,
        ForgetSentFormsJob,
      ],
      exports: [
        Environment,
        Clock,
        DatabaseUrl,
        Site,
        Database,
        IncidentLog,
        DownloadRecord,
        Metrics,
        Readiness,
        Lanes,
        ...offeredJobs,
        ...offeredMails,
        ...offeredFiles,
        MailChecks,
        AddressBooks,
        OvertakenMails,
        ...pages,
        SessionCookie,
      ],
    };
  }
}

const transactions = ClsModule.forRoot({
  plugins: [
    new ClsPluginTransactional({
      adapter: new TransactionalAdapterTypeOrm({ dataSourceToken: getDataSourceToken() }),
    }),
  ],
});

const databaseProviders = (environment: Environment, url: string, limits: SessionLimits): Provider[] => [
  { provide: DatabaseUrl, useValue: { value: url } },
  { provide: SessionLimits, useValue: limits },
  { provide: Lanes, useValue: new Lanes(environment.DATABASE_POOL) },
  Database,
  Readiness,
];
