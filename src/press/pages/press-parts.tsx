import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Card } from '../../platform/pages/card.js';
import { PageParts } from '../../platform/pages/page-parts.js';
import { actorSides, hasDayCome } from '../../visits/index.js';
import { hasTexts } from '../domain/press-policies.js';
import { roomPath } from './press-words.js';

/** Leads from the page of a visit to its texts. */
@Injectable()
export class PressParts implements OnModuleInit {
  constructor(
    private readonly parts: PageParts,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.parts.register('visit', 37, ({ actor, visitId, visit }) => {
      const isOpen = hasTexts(visit, hasDayCome(visit, this.clock.now()));
      if (!isOpen || actorSides(visit, actor).length === 0) return Promise.resolve(null);
      return Promise.resolve(
        <Card title="Siaran pers dan laporan">
          <div class="card-body">
            <p class="text-secondary">
              Siaran pers, berita singkat, dan laporan WhatsApp yang disusun dari data kunjungan ini.
            </p>
            <a class="btn" href={roomPath(visitId)}>
              Siaran pers dan laporan WhatsApp
            </a>
          </div>
        </Card>,
      );
    });
  }
}
