import { SeriesDateEntity } from './series-date.entity.js';
import { SeriesEntity } from './series.entity.js';

/** The tables of this feature. */
export const seriesEntities = [SeriesEntity, SeriesDateEntity];
