import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { PageParts } from '../../platform/pages/page-parts.js';
import { SeriesPlaces, type SeriesPlace } from '../queries/series-places.js';

/** Says on the page of a visit which date of a series it is, and where those after it are changed with it. */
@Injectable()
export class SeriesParts implements OnModuleInit {
  constructor(
    private readonly parts: PageParts,
    private readonly places: SeriesPlaces,
  ) {}

  onModuleInit(): void {
    this.parts.register('visit', 5, async ({ visitId, mayEdit }) => {
      const [place] = await this.places.ofVisits([visitId]);
      return place ? OfSeries({ place, mayEdit }) : null;
    });
  }
}

function OfSeries({ place: { seriesId, title, onDate, place, count }, mayEdit }: OfSeriesProps): VNode {
  return (
    <Card title="Bagian dari rangkaian">
      <div class="card-body">
        <p class="mb-2">
          Pertemuan {place} dari {count} pada rangkaian <a href={`/rangkaian/${seriesId}`}>{title}</a>.
        </p>
        {mayEdit && (
          <p class="mb-0">
            Langkah dan perubahan pada halaman ini hanya untuk tanggal ini.{' '}
            <a href={`/rangkaian/${seriesId}/tanggal/${onDate}`}>
              Pindahkan atau batalkan tanggal ini beserta yang sesudahnya
            </a>
            .
          </p>
        )}
      </div>
    </Card>
  );
}

interface OfSeriesProps {
  place: SeriesPlace;
  mayEdit: boolean;
}
