import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Icon } from '../../platform/pages/icon.js';
import { PageParts } from '../../platform/pages/page-parts.js';
import { hasTrait } from '../../visits/index.js';

/** Leads from a visit that is still to come to the feed of this visit alone. */
@Injectable()
export class CalendarLinks implements OnModuleInit {
  constructor(private readonly parts: PageParts) {}

  onModuleInit(): void {
    this.parts.register('visit-links', 60, ({ visit: { id, state } }) =>
      Promise.resolve(
        hasTrait(state, 'ahead') ? (
          <a class="btn" href={`/kalender/saya?visit=${id}`}>
            <Icon name="calendar" />
            Kalender kunjungan ini
          </a>
        ) : null,
      ),
    );
  }
}
