import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PageParts } from '../../platform/pages/page-parts.js';
import { WaitingTasks } from '../../platform/pages/waiting-tasks.js';
import { FindLastBackup } from '../queries/last-backup.js';
import { backupAlarm, BackupCard } from './backup-card.js';
import { can } from '../../platform/security/capabilities.js';

/** What backups add to an administrator's pages: the card, and a task on the start page when one is overdue. */
@Injectable()
export class BackupParts implements OnModuleInit {
  constructor(
    private readonly parts: PageParts,
    private readonly tasks: WaitingTasks,
    private readonly lastBackup: FindLastBackup,
  ) {}

  onModuleInit(): void {
    this.parts.register('administration', 10, async ({ actor }) => {
      if (!can(actor, 'system.watch')) return null;
      return BackupCard({ last: await this.lastBackup.execute(), zone: actor.timeZone });
    });
    this.tasks.register(async (actor) => {
      if (!can(actor, 'system.watch')) return [];
      const detail = backupAlarm(await this.lastBackup.execute());
      if (detail === null) return [];
      return [{ href: '/pengelolaan', icon: 'alert', title: 'Periksa cadangan data', detail, due: null }];
    });
  }
}
