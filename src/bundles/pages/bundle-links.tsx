import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Card } from '../../platform/pages/card.js';
import { PageParts } from '../../platform/pages/page-parts.js';
import { mayBundle, mayBundleYears } from '../use-cases/bundle-places.js';

/** Leads from other pages to bundles. */
@Injectable()
export class BundleLinks implements OnModuleInit {
  constructor(private readonly parts: PageParts) {}

  onModuleInit(): void {
    this.parts.register('unit', 61, ({ actor, unit }) =>
      Promise.resolve(mayBundleYears(unit, actor) ? <BundleCard path={`/upt/${unit.code}/bundel`} /> : null),
    );
    this.parts.register('visit', 37, ({ actor, visitId, visit }) =>
      Promise.resolve(mayBundle(visit, actor) ? <BundleCard path={`/kunjungan/${visitId}/bundel`} /> : null),
    );
  }
}

const BundleCard = ({ path }: { path: string }) => (
  <Card title="Bundel bukti">
    <div class="card-body">
      <p class="text-secondary">Semua surat, berkas, dan foto sebagai satu ZIP dan satu PDF.</p>
      <a class="btn" href={path}>
        Bundel bukti
      </a>
    </div>
  </Card>
);
