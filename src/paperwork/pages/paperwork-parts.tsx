import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Card } from '../../platform/pages/card.js';
import { PageParts } from '../../platform/pages/page-parts.js';
import { mayKeepPapers } from '../domain/policies.js';

/** Leads from other pages to what this feature keeps. */
@Injectable()
export class PaperworkParts implements OnModuleInit {
  constructor(private readonly parts: PageParts) {}

  onModuleInit(): void {
    this.parts.register('unit', 60, ({ actor, unit }) =>
      Promise.resolve(
        mayKeepPapers(unit, actor) ? (
          <Card title="Surat">
            <div class="card-body">
              <a class="btn" href={`/upt/${unit.code}/kop`}>
                Kop, penanda tangan, dan nomor surat
              </a>
            </div>
          </Card>
        ) : null,
      ),
    );
  }
}
