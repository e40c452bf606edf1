import { Injectable, type OnModuleInit } from '@nestjs/common';
import { VisitWholes, type VisitWhole } from '../../visits/index.js';
import { SeriesPlaces, type SeriesPlace } from '../queries/series-places.js';
import { SeriesRepository } from '../storage/series-repository.js';
import { LONGEST_NOTICE } from './plan-series.js';

/** Tells of visits which dates of a series they are, and lets those be asked for a year ahead. */
@Injectable()
export class SeriesWholes implements OnModuleInit {
  constructor(
    private readonly wholes: VisitWholes,
    private readonly places: SeriesPlaces,
    private readonly series: SeriesRepository,
  ) {}

  onModuleInit(): void {
    this.wholes.register({
      ofVisits: async (ids) =>
        new Map((await this.places.ofVisits(ids)).map((place) => [place.visitId, wholeOf(place)])),
      longestNoticeOf: async (visitId) =>
        (await this.series.ofVisit(visitId)) === null ? null : LONGEST_NOTICE,
    });
  }
}

const wholeOf = ({ seriesId, title, place, count }: SeriesPlace): VisitWhole => ({
  text: `Rangkaian ${title}, pertemuan ${place} dari ${count}`,
  href: `/rangkaian/${seriesId}`,
});
