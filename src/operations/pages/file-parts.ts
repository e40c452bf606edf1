import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PageParts } from '../../platform/pages/page-parts.js';
import { WaitingTasks } from '../../platform/pages/waiting-tasks.js';
import { can } from '../../platform/security/capabilities.js';
import { FindFileStanding } from '../queries/file-standing.js';
import { fileAlarm, FileCard } from './file-card.js';

/** What files add to an administrator's pages: the card, and a task on the start page when some are lost. */
@Injectable()
export class FileParts implements OnModuleInit {
  constructor(
    private readonly parts: PageParts,
    private readonly tasks: WaitingTasks,
    private readonly standing: FindFileStanding,
  ) {}

  onModuleInit(): void {
    this.parts.register('administration', 20, async ({ actor }) => {
      if (!can(actor, 'system.watch')) return null;
      return FileCard({ standing: await this.standing.execute() });
    });
    this.tasks.register(async (actor) => {
      if (!can(actor, 'system.watch')) return [];
      const detail = fileAlarm(await this.standing.execute());
      if (detail === null) return [];
      return [
        { href: '/pengelolaan#berkas', icon: 'alert', title: 'Periksa berkas yang rusak', detail, due: null },
      ];
    });
  }
}
